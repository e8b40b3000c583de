/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "secret-samples.h"

#define UPPER  "QWERTYUPASDFGHJKLZXCVBNM"
#define LOWER  "qwertyuiopasdfghjklzxcvbnm"
#define DIGITS "7340918256"

#define LOOK_ALIKE "nothing"      /* the kind of what holds no secret */

static const struct {
  char        letter;
  const char *alphabet;
} alphabets[] = {
  { 'A', "a7B3c" LOWER UPPER DIGITS },
  { 'b', "k9/W" LOWER "+" UPPER DIGITS },
  { 'd', DIGITS },
  { 'l', "p4" LOWER DIGITS },
  { 'u', "Q7" UPPER DIGITS },
  { 'x', "9c07be31f4d2a685" },
  { 'X', "9C07BE31F4D2A685" },
};

static void
append_made (GString *line,
             char     letter,
             guint    length)
{
  const char *alphabet = NULL;
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (alphabets); i++)
    if (alphabets[i].letter == letter)
      alphabet = alphabets[i].alphabet;
  g_assert_nonnull (alphabet);

  n = strlen (alphabet);
  for (guint i = 0; i < length; i++)
    g_string_append_c (line, alphabet[i * 7 % n]);
}

/* Appends what stands at P, and goes past it. */
static const char *
append_part (GString    *line,
             const char *p)
{
  char *end;
  guint64 length = p[0] == '{' && g_ascii_isalpha (p[1]) ? g_ascii_strtoull (p + 2, &end, 10) : 0;

  if (g_str_has_prefix (p, SECRET_SAMPLE_LINE_END)) {
    g_string_append_c (line, '\n');
    return p + strlen (SECRET_SAMPLE_LINE_END);
  }
  if (g_str_has_prefix (p, "{k}")) {
    append_made (line, 'b', 64);
    return p + 3;
  }
  if (g_str_has_prefix (p, "{U+")) {
    g_string_append_unichar (line, g_ascii_strtoull (p + 3, &end, 16));
    g_assert_cmpint (*end, ==, '}');
    return end + 1;
  }
  if (length > 0 && *end == '}') {
    append_made (line, p[1], length);
    return end + 1;
  }

  g_string_append_c (line, *p);
  return p + 1;
}

static char *
dup_made (const char *text)
{
  GString *line = g_string_new (NULL);

  while (*text != '\0')
    text = append_part (line, text);

  return g_string_free (line, FALSE);
}

char *
secret_sample_dup_marked (const SecretSample *sample)
{
  return dup_made (sample->text);
}

char *
secret_sample_dup_line (const SecretSample *sample)
{
  g_autofree char *made = secret_sample_dup_marked (sample);
  g_autoptr (GString) line = g_string_new (made);

  g_string_replace (line, "«", "", 0);
  g_string_replace (line, "»", "", 0);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

char *
secret_sample_dup_masked (const SecretSample *sample,
                          guint              *ret_secrets)
{
  g_auto (GStrv) parts = g_strsplit (sample->text, "«", -1);
  g_autoptr (GString) masked = g_string_new (NULL);
  guint n = g_strv_length (parts);

  for (guint i = 0; i < n; i++) {
    const char *rest = parts[i];
    g_autofree char *made = NULL;

    if (i > 0) {
      rest = strstr (rest, "»");
      g_assert_nonnull (rest);
      rest += strlen ("»");
      g_string_append_printf (masked, "[REDACTED:%s]", sample->kind);
    }
    made = dup_made (rest);
    g_string_append (masked, made);
  }
  *ret_secrets = n - 1;

  return g_string_free (g_steal_pointer (&masked), FALSE);
}

static void
sample_free (gpointer data)
{
  SecretSample *sample = data;

  g_free (sample->kind);
  g_free (sample->text);
  g_free (sample);
}

static SecretSample *
sample_new (const char *kind,
            const char *text)
{
  SecretSample *sample = g_new (SecretSample, 1);
  gboolean has_secret = strstr (text, "«") != NULL;

  g_assert_cmpint (has_secret, ==, !g_str_equal (kind, LOOK_ALIKE));
  sample->kind = g_strdup (kind);
  sample->text = g_strdup (text);

  return sample;
}

static void
read_file (const char *path,
           gboolean    look_alikes,
           GPtrArray  *samples)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  const char *kind = NULL;
  guint n = 0;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    if (lines[i][0] == '\0' || g_str_has_prefix (lines[i], "### "))
      continue;
    if (g_str_has_prefix (lines[i], "## ")) {
      kind = lines[i] + strlen ("## ");
      continue;
    }
    g_assert_nonnull (kind);
    n++;
    if (g_str_equal (kind, LOOK_ALIKE) == look_alikes)
      g_ptr_array_add (samples, sample_new (kind, lines[i]));
  }
  g_assert_cmpuint (n, >, 0);
}

static GPtrArray *
load (gboolean look_alikes)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "logs", "secrets", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  GPtrArray *samples = g_ptr_array_new_with_free_func (sample_free);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_str_has_suffix (name, ".txt"))
      read_file (path, look_alikes, samples);
  }
  g_assert_cmpuint (samples->len, >, 0);

  return samples;
}

GPtrArray *
secret_samples_load (void)
{
  return load (FALSE);
}

GPtrArray *
secret_samples_load_look_alikes (void)
{
  return load (TRUE);
}
