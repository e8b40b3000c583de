/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "masker.h"
#include "secret-samples.h"

/* Adds one to what COUNTS has for KIND. */
static void
count_kind (GHashTable *counts,
            const char *kind,
            guint       n)
{
  g_hash_table_insert (counts, (gpointer) kind,
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, kind)) + n));
}

static void
print_kinds (GHashTable *counts)
{
  g_autoptr (GList) kinds = g_list_sort (g_hash_table_get_keys (counts), (GCompareFunc) strcmp);

  for (GList *kind = kinds; kind != NULL; kind = kind->next)
    g_test_message ("%4u %s", GPOINTER_TO_UINT (g_hash_table_lookup (counts, kind->data)),
                    (const char *) kind->data);
}

/* Goes on, so that all that is wrong in a table is told at once. */
static void
check_masked (const char *line,
              const char *masked,
              const char *expected)
{
  if (g_str_equal (masked, expected))
    return;

  g_test_message ("“%s” became “%s”", line, masked);
  g_test_fail ();
}

static void
test_secrets (void)
{
  g_autoptr (GPtrArray) samples = secret_samples_load ();
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (guint i = 0; i < samples->len; i++) {
    const SecretSample *sample = g_ptr_array_index (samples, i);
    g_autoptr (SecretList) found = secret_list_new ();
    g_autoptr (Masker) masker = masker_new ();
    g_autofree char *line = secret_sample_dup_line (sample);
    guint n_secrets;
    g_autofree char *expected = secret_sample_dup_masked (sample, &n_secrets);
    g_autofree char *masked = NULL;

    masker_set_list (masker, found);
    masked = masker_dup_text (masker, line);
    check_masked (line, masked, expected);
    if (found->n_masked != n_secrets)
      g_test_fail ();
    count_kind (counts, sample->kind, n_secrets);
    n += n_secrets;
  }
  print_kinds (counts);
  g_test_message ("%u secrets masked, of %u kinds", n, g_hash_table_size (counts));
}

static void
test_look_alikes (void)
{
  g_autoptr (GPtrArray) samples = secret_samples_load_look_alikes ();

  for (guint i = 0; i < samples->len; i++) {
    g_autoptr (Masker) masker = masker_new ();
    g_autofree char *line = secret_sample_dup_line (g_ptr_array_index (samples, i));
    g_autofree char *masked = masker_dup_text (masker, line);

    check_masked (line, masked, line);
  }
  g_test_message ("%u look-alikes kept", samples->len);
}

#define KEY_LINE "MIIEowIBAAKCAQEAx9Zb1cD3eF5gH7iJ9kL1mN3oP5qR7sT9uV1wX3yZ5aB7cD9e"
#define MASK     "[REDACTED:private-key]"

static void
test_private_key_over_lines (void)
{
  const struct {
    const char *text;
    const char *masked;
  } cases[] = {
    { "a\n-----BEGIN RSA PRIVATE KEY-----\n" KEY_LINE "\nshort==\n-----END RSA PRIVATE KEY-----\nb\n",
      "a\n" MASK "\n" MASK "\n" MASK "\n" MASK "\nb\n" },
    { "-----BEGIN OPENSSH PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\n" KEY_LINE "\nnot part of it\n",
      MASK "\n" MASK "\n\n" MASK "\nnot part of it\n" },
    { "(W pid=1) -----BEGIN PRIVATE KEY-----\n(W pid=1) " KEY_LINE "\n(W pid=1) -----END PRIVATE KEY-----\n",
      "(W pid=1) " MASK "\n(W pid=1) " MASK "\n(W pid=1) " MASK "\n" },
    { "\"-----BEGIN PRIVATE KEY-----\\n\"\n\"" KEY_LINE "\\n\"\n\"-----END PRIVATE KEY-----\"\n",
      "\"" MASK "\n\"" MASK "\\n\"\n\"" MASK "\"\n" },
    { KEY_LINE "\n" KEY_LINE "\n-----END PRIVATE KEY-----\nb\n", MASK "\n" MASK "\n" MASK "\nb\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SecretList) found = secret_list_new ();
    g_autoptr (Masker) masker = masker_new ();
    g_autofree char *masked = NULL;

    masker_set_list (masker, found);
    masked = masker_dup_text (masker, cases[i].text);
    g_assert_cmpstr (masked, ==, cases[i].masked);
    g_assert_cmpuint (found->n_masked, ==, 1);
  }
}

static void
test_masked_again_is_the_same (void)
{
  g_autoptr (GPtrArray) samples = secret_samples_load ();

  for (guint i = 0; i < samples->len; i++) {
    const SecretSample *sample = g_ptr_array_index (samples, i);
    g_autoptr (SecretList) found = secret_list_new ();
    g_autoptr (Masker) masker = masker_new ();
    guint n_secrets;
    g_autofree char *once = secret_sample_dup_masked (sample, &n_secrets);
    g_autofree char *twice = NULL;

    masker_set_list (masker, found);
    twice = masker_dup_text (masker, once);
    g_assert_cmpstr (twice, ==, once);
    g_assert_cmpuint (found->n_masked, ==, 0);
  }
}

static void
test_not_terminated (void)
{
  const char *text = "HF_TOKEN=abcdef123456";
  g_autoptr (Masker) masker = masker_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  masker_push (masker, text, strlen ("HF_TOKEN=abcdef"), out);
  g_assert_cmpstr (out->str, ==, "HF_TOKEN=[REDACTED:secret]\n");
}

static void
test_hostile_line_ends (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *masked = NULL;
  gint64 before = g_get_monotonic_time ();

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "TOKEN_A_B_password:://curl -u AccountKey=");
  masked = masker_dup_text (masker, text->str);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 60 * G_TIME_SPAN_SECOND);
}

/* Lines of nothing but starts of secrets, each of which would have the rest of the line looked at. */
static void
test_hostile_lines (void)
{
  static const char * const units[] = {
    "docker login ", "_a", "piKey=a", "http :", "PASSWD:", "htpasswd ", "codecov ", "curl a:",
    "api_key=$a;", "%3A%2F%2F", "authorization=a", "\\", "%25", "://a", "awsawsaws", "~",
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (Masker) masker = masker_new ();
    g_autofree char *masked = NULL;

    while (text->len < 256 * 1024)
      g_string_append (text, units[i]);
    g_string_append (text, "_pass: PRIVATE KEY");
    masked = masker_dup_text (masker, text->str);
    g_assert_cmpstr (masked, ==, text->str);
  }
}

/* What is too long to be told from a piece of a program is masked. */
static void
test_long_value (void)
{
  g_autoptr (GString) text = g_string_new ("API_KEY=$");
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *masked = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "aB");
  masked = masker_dup_text (masker, text->str);
  g_assert_cmpstr (masked, ==, "API_KEY=[REDACTED:secret]");
}

/* A long word with a keyword at its end, of which nothing is a secret. */
static void
test_hostile_word (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *masked = NULL;
  gint64 before = g_get_monotonic_time ();

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "a_");
  g_string_append (text, "token");
  masked = masker_dup_text (masker, text->str);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 60 * G_TIME_SPAN_SECOND);
  g_assert_cmpstr (masked, ==, text->str);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/masker/secrets", test_secrets);
  g_test_add_func ("/masker/look-alikes", test_look_alikes);
  g_test_add_func ("/masker/private-key-over-lines", test_private_key_over_lines);
  g_test_add_func ("/masker/masked-again-is-the-same", test_masked_again_is_the_same);
  g_test_add_func ("/masker/not-terminated", test_not_terminated);
  g_test_add_func ("/masker/hostile-line-ends", test_hostile_line_ends);
  g_test_add_func ("/masker/hostile-lines", test_hostile_lines);
  g_test_add_func ("/masker/long-value", test_long_value);
  g_test_add_func ("/masker/hostile-word", test_hostile_word);

  return g_test_run ();
}
