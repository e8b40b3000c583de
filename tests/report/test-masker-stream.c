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
  g_autoptr (JobLog) log = sample_log_new ("-----BEGIN PRIVATE KEY-----\n"
                                           "MIIEowIBAAKCAQEAx9Zb1cD3eF5gH7iJ9kL1mN3oP5qR7sT9uV1wX3yZ5aB7cD9e\n"
                                           "-----END PRIVATE KEY-----\nHF_TOKEN=abcdef123\n"
                                           "in /home/somebody/x\nHF_TOKEN=ghijkl456\n");
  LogStore *store = job_log_get_store (log);
  g_autoptr (SecretList) all = secret_list_new ();
  g_autoptr (SecretList) some = secret_list_new ();

  g_assert_true (masker_note_range (store, 2, 6, 10000, all));
  g_assert_cmpuint (secret_list_count_shown (all), ==, 1);
  g_assert_cmpuint (all->secrets->len, ==, 4);
  g_assert_false (masker_note_range (store, 4, 6, 20, some));
  g_assert_cmpuint (some->n_masked, ==, 1);
  g_assert_cmpuint (secret_list_count_shown (some), ==, 0);
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

  return g_test_run ();
}
