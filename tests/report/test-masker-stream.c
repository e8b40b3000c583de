/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "masker.h"
#include "sample.h"

static char *
read_all (GInputStream *stream,
          gsize         step)
{
  GString *all = g_string_new (NULL);
  g_autofree char *buffer = g_malloc (step);
  gssize n;

  while ((n = g_input_stream_read (stream, buffer, step, NULL, NULL)) > 0)
    g_string_append_len (all, buffer, n);
  g_assert_cmpint (n, ==, 0);

  return g_string_free (all, FALSE);
}

static char *
mask (const char *text,
      gsize       length,
      gsize       step)
{
  GInputStream *base = g_memory_input_stream_new_from_data (text, length, NULL);
  g_autoptr (GInputStream) stream = masker_new_stream (base);

  return read_all (stream, step);
}

static void
test_same_as_the_text_at_once (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *expected = NULL;
  const gsize steps[] = { 1, 7, 4096, 1024 * 1024 };

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "line %u, HF_TOKEN=abc%u\nplain\n", i, i + 100000);
  g_string_append (text, "-----BEGIN PRIVATE KEY-----\nMIIEow\n-----END PRIVATE KEY-----\nno end");
  expected = masker_dup_text (masker, text->str);
  g_assert_null (strstr (expected, "abc10"));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autofree char *masked = mask (text->str, text->len, steps[i]);

    g_assert_cmpstr (masked, ==, expected);
  }
}

static void
test_nothing (void)
{
  g_autofree char *masked = mask ("", 0, 16);

  g_assert_cmpstr (masked, ==, "");
}

/* Memory stays bounded, and a secret that the cut at the limit would tear is still masked. */
static void
test_line_without_end (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *masked = NULL;

  while (text->len < 3 * 1024 * 1024)
    g_string_append (text, "word HF_TOKEN=abcdef999999 ");
  masked = mask (text->str, text->len, 65536);
  g_assert_null (strstr (masked, "999999"));
  g_assert_nonnull (strstr (masked, "word HF_TOKEN=[REDACTED:secret] word"));
}

/* What is in a part of a log, a key by its start before it, and only as far as is asked for. */
static void
test_note_range (void)
{
  g_autoptr (JobLog) log = log_sample_new ("-----BEGIN PRIVATE KEY-----\n"
                                           "MIIEowIBAAKCAQEAx9Zb1cD3eF5gH7iJ9kL1mN3oP5qR7sT9uV1wX3yZ5aB7cD9e\n"
                                           "-----END PRIVATE KEY-----\nHF_TOKEN=abcdef123\n"
                                           "in /home/somebody/x\nHF_TOKEN=ghijkl456\n");
  LogStore *store = job_log_get_store (log);
  g_autoptr (SecretList) all = secret_list_new ();
  g_autoptr (SecretList) some = secret_list_new ();

  g_assert_true (masker_note_range (store, 2, 6, 10000, 0, all));
  g_assert_cmpuint (secret_list_count_shown (all), ==, 1);
  g_assert_cmpuint (all->secrets->len, ==, 4);
  g_assert_false (masker_note_range (store, 4, 6, 20, 0, some));
  g_assert_cmpuint (some->n_masked, ==, 1);
  g_assert_cmpuint (secret_list_count_shown (some), ==, 0);
}

/* As many bytes as the lines have are all of them; one less is not. */
static void
test_note_range_to_its_end (void)
{
  g_autoptr (JobLog) log = log_sample_new ("first\nHF_TOKEN=abcdef123\n\nlast\n");
  LogStore *store = job_log_get_store (log);

  for (gint64 last = 2; last <= 4; last++) {
    g_autoptr (SecretList) found = secret_list_new ();
    g_autoptr (SecretList) cut = secret_list_new ();
    gsize n_bytes = strlen ("HF_TOKEN=abcdef123") + (last == 4 ? strlen ("last") : 0);

    g_assert_true (masker_note_range (store, 2, last, n_bytes, 0, found));
    g_assert_cmpuint (found->n_masked, ==, 1);
    g_assert_false (masker_note_range (store, 2, last, n_bytes - 1, 0, cut));
    g_assert_cmpuint (cut->n_masked, ==, 1);
  }
}

/* Whether N bytes in a row of one of SECRETS are in TEXT. */
static gboolean
has_some_of (const char         *text,
             const char * const *secrets,
             gsize               n)
{
  for (guint i = 0; secrets[i] != NULL; i++)
    for (const char *p = secrets[i]; strlen (p) >= n; p++) {
      g_autofree char *piece = g_strndup (p, n);

      if (strstr (text, piece) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Whatever part of the lines FIRST to LAST of TEXT is given, by STEP bytes: none of SECRETS is in it. */
static void
check_ranges (const char         *text,
              const char * const *secrets,
              gint64              first,
              gint64              last,
              gsize               step)
{
  g_autoptr (JobLog) log = log_sample_new (text);
  LogStore *store = job_log_get_store (log);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gint64 i = first; i <= last; i++)
    for (gint64 j = i; j <= last; j++)
      for (gsize from = 0; from <= strlen (lines[i - 1]); from += step)
        for (gsize to = i == j ? from : 0; to <= strlen (lines[j - 1]); to += step) {
          g_autoptr (GInputStream) stream = masker_open_range (store, i, from, j, to, 0);
          g_autofree char *masked = read_all (stream, 4096);
          guint n_ends = 0;

          for (const char *p = masked; *p != '\0'; p++)
            n_ends += *p == '\n';
          g_assert_cmpuint (n_ends, ==, j - i);
          g_assert_false (has_some_of (masked, secrets, 3));
        }
}

#define TOKEN_1 "ghp_abcdefghijABCDEFGH"
#define TOKEN_2 "IJ0123456789abcdef"

static void
assert_range (const char *text,
              gint64      first,
              gsize       first_byte,
              gint64      last,
              gsize       last_byte,
              const char *expected)
{
  g_autoptr (JobLog) log = log_sample_new (text);
  g_autoptr (GInputStream) stream = masker_open_range (job_log_get_store (log), first, first_byte, last, last_byte, 0);
  g_autofree char *masked = read_all (stream, 7);

  g_assert_cmpstr (masked, ==, expected);
}

/* A token that was wrapped, of which a part is asked for. */
static void
test_part_of_wrapped (void)
{
  static const char text[] = "x " TOKEN_1 "\n" TOKEN_2 " y\nz\n";
  static const char * const secrets[] = { TOKEN_1, TOKEN_2, NULL };

  check_ranges (text, secrets, 1, 2, 1);
  assert_range (text, 1, 0, 2, 18, "x [REDACTED:github-token]\n[REDACTED:github-token]");
  assert_range (text, 1, 0, 2, 10, "x [REDACTED:github-token]\n[REDACTED:github-token]");
  assert_range (text, 1, 0, 2, 0, "x [REDACTED:github-token]\n");
  assert_range (text, 1, 0, 1, G_MAXSIZE, "x [REDACTED:github-token]\n");
  assert_range (text, 1, 1, 1, 2, " ");
  assert_range (text, 2, 4, 2, 20, "[REDACTED:github-token] y");
  assert_range (text, 2, 18, 2, G_MAXSIZE, " y\n");
  assert_range (text, 2, 20, 3, 1, "\nz");
  assert_range (text, 2, 0, 9, G_MAXSIZE, "[REDACTED:github-token] y\nz\n");
}

#define KEY_1 "MIIEowIBAAKCAQEAx9Zb1cD3eF5gH7iJ9kL1mN3oP5qR7sT9uV1wX3yZ5aB7cD9e"
#define KEY_2 "F1gH3iJ5kL7mN9oP1qR3sT5uV7wX9yZ1aB3cD5eF7gH9iJ1kL3mN5oP7qR9sT1uV"

/* A key, known by its start, by its end alone, and by both. */
static void
test_part_of_key (void)
{
  static const char * const secrets[] = { KEY_1, KEY_2, NULL };
  static const char start[] = "-----BEGIN PRIVATE KEY-----\n" KEY_1 "\n" KEY_2 "\nend\n";
  static const char end[] = KEY_1 "\n" KEY_2 "\n-----END PRIVATE KEY-----\nx\n";
  static const char framed[] = "| -----BEGIN PRIVATE KEY-----\n| " KEY_1 " |\n| " KEY_2 " |\n"
                               "| -----END PRIVATE KEY----- |\nx\n";

  check_ranges (start, secrets, 2, 3, 3);
  check_ranges (end, secrets, 1, 2, 3);
  check_ranges (framed, secrets, 2, 3, 3);
  assert_range (framed, 2, 0, 2, 2, "| ");
  assert_range (framed, 2, 1, 3, 3, " [REDACTED:private-key] |\n| [REDACTED:private-key]");
  assert_range (end, 1, 3, 1, 9, "[REDACTED:private-key]");
}

/* Where the value is named is known, though nothing of it is given. */
static void
test_part_below_value (void)
{
  assert_range ("export DB_PASSWORD=zQ7xK9pL2mN4vB8; true\nwith zQ7xK9pL2mN4vB8 now\n", 1, 36, 2, G_MAXSIZE,
                "true\nwith [REDACTED:secret] now\n");
}

/* A value that was named far above, as far up as is read. */
static void
test_named_far_above (void)
{
  g_autoptr (GString) text = g_string_new ("export DB_PASSWORD=zQ7xK9pL2mN4vB8\n");
  g_autoptr (JobLog) log = NULL;
  static const gsize before[] = { 0, 1000, 4000, G_MAXSIZE };

  for (guint i = 0; i < 300; i++)
    g_string_append (text, "a word\n");
  g_string_append (text, "connecting with zQ7xK9pL2mN4vB8 now\n");
  log = log_sample_new (text->str);

  for (guint i = 0; i < G_N_ELEMENTS (before); i++) {
    LogStore *store = job_log_get_store (log);
    g_autoptr (GInputStream) stream = masker_open_range (store, 301, 0, 302, G_MAXSIZE, before[i]);
    g_autoptr (SecretList) found = secret_list_new ();
    g_autofree char *masked = read_all (stream, 100);
    gboolean is_known = i >= 2;

    g_assert_cmpstr (masked, ==, is_known ? "a word\nconnecting with [REDACTED:secret] now\n"
                                          : "a word\nconnecting with zQ7xK9pL2mN4vB8 now\n");
    g_assert_true (masker_note_range (store, 301, 302, 10000, before[i], found));
    g_assert_cmpuint (found->n_masked, ==, is_known);
  }
}

/* A line of more than a stream holds, and a token that goes on below it. */
static void
test_part_of_long_line (void)
{
  g_autoptr (GString) text = g_string_new ("ghp_abcdefghijABCDEFGH\nIJ0123456789abcdef ");
  gsize length;

  while (text->len < 3 * 1024 * 1024)
    g_string_append (text, "a word, ");
  length = text->len - strlen (TOKEN_1 "\n");
  g_string_append (text, TOKEN_1 "\n" TOKEN_2 "\nz\n");

  assert_range (text->str, 2, 4, 2, 27, "[REDACTED:github-token] a word, ");
  assert_range (text->str, 2, length - 8, 2, length + 3, "a word, [REDACTED:github-token]");
  assert_range (text->str, 2, length - 8, 3, 5, "a word, [REDACTED:github-token]\n[REDACTED:github-token]");
}

/* What a secret of the range goes on in, below it, counts with it alone; what is only there does not. */
static void
test_note_part_of_wrapped (void)
{
  g_autoptr (JobLog) log = log_sample_new ("x " TOKEN_1 "\n" TOKEN_2 " y HF_TOKEN=abcdef123\n");
  g_autoptr (SecretList) found = secret_list_new ();

  g_assert_true (masker_note_range (job_log_get_store (log), 1, 1, 10000, 0, found));
  g_assert_cmpuint (found->n_masked, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (((Secret *) g_ptr_array_index (found->secrets, 0))->texts, 0), ==, TOKEN_1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/masker-stream/same-as-the-text-at-once", test_same_as_the_text_at_once);
  g_test_add_func ("/masker-stream/nothing", test_nothing);
  g_test_add_func ("/masker-stream/line-without-end", test_line_without_end);
  g_test_add_func ("/masker-stream/note-range", test_note_range);
  g_test_add_func ("/masker-stream/note-range-to-its-end", test_note_range_to_its_end);

  g_test_add_func ("/masker-stream/part-of-wrapped", test_part_of_wrapped);
  g_test_add_func ("/masker-stream/part-of-key", test_part_of_key);
  g_test_add_func ("/masker-stream/part-below-value", test_part_below_value);
  g_test_add_func ("/masker-stream/named-far-above", test_named_far_above);
  g_test_add_func ("/masker-stream/part-of-long-line", test_part_of_long_line);
  g_test_add_func ("/masker-stream/note-part-of-wrapped", test_note_part_of_wrapped);

  return g_test_run ();
}
