/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "masked-lines.h"
#include "sample.h"

#define MAX_LINE 1000

static char *
dup_lines (MaskedLines *masked,
           gint64       first,
           gint64       last)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (masked_lines_read (masked, (LineRange) { first, last }, 1000000, lines));
  g_assert_cmpint (lines->len, ==, last - first + 1);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("|", (GStrv) lines->pdata);
}

static void
assert_lines (MaskedLines *masked,
              gint64       first,
              gint64       last,
              const char  *expected)
{
  g_autofree char *text = dup_lines (masked, first, last);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_any_order (void)
{
  g_autoptr (JobLog) log = sample_log_of_lines (2000);
  g_autoptr (MaskedLines) masked = masked_lines_new (job_log_get_store (log), MAX_LINE, NULL);

  assert_lines (masked, 3, 4, "line 3|line 4");
  assert_lines (masked, 5, 5, "line 5");
  assert_lines (masked, 100, 101, "line 100|line 101");
  assert_lines (masked, 101, 102, "line 101|line 102");
  assert_lines (masked, 1999, 2000, "line 1999|line 2000");
  assert_lines (masked, 1, 1, "line 1");
}

/* Only what is in the ranges is noted. */
static void
test_list (void)
{
  g_autoptr (JobLog) log = log_sample_new ("A_TOKEN=abcdef01\nB_TOKEN=abcdef02\nthree\n"
                                           "D_TOKEN=abcdef04\nfive\nF_TOKEN=abcdef06\n");
  g_autoptr (SecretList) secrets = secret_list_new ();
  g_autoptr (MaskedLines) masked = masked_lines_new (job_log_get_store (log), MAX_LINE, secrets);
  const Secret *secret;

  assert_lines (masked, 2, 3, "B_TOKEN=[REDACTED:secret]|three");
  assert_lines (masked, 5, 6, "five|F_TOKEN=[REDACTED:secret]");
  g_assert_cmpuint (secrets->n_masked, ==, 2);
  secret = g_ptr_array_index (secrets->secrets, 1);
  g_assert_cmpint (g_array_index (secret->lines, gint64, 0), ==, 6);
}

static JobLog *
log_with_key (guint n_before,
              guint n_key,
              guint n_after)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_before; i++)
    g_string_append (text, "before\n");
  g_string_append (text, "-----BEGIN RSA PRIVATE KEY-----\n");
  for (guint i = 0; i < n_key; i++)
    g_string_append_printf (text, "%02uQ3mZ8fYpK1vXb7LrT0aWsE5jHnC9uD2gOi6tRwBqNzMkPlAxJySeFhVdGcU4o+\n", i % 100);
  g_string_append (text, "-----END RSA PRIVATE KEY-----\n");
  for (guint i = 0; i < n_after; i++)
    g_string_append (text, "after\n");

  return log_sample_new (text->str);
}

/* Neither where a key starts nor where it ends is in the range, or near before it. */
static void
test_within_a_key (void)
{
  g_autoptr (JobLog) log = log_with_key (10, 200, 10);
  g_autoptr (MaskedLines) masked = masked_lines_new (job_log_get_store (log), MAX_LINE, NULL);

  assert_lines (masked, 20, 21, "[REDACTED:private-key]|[REDACTED:private-key]");
  assert_lines (masked, 180, 181, "[REDACTED:private-key]|[REDACTED:private-key]");
  assert_lines (masked, 211, 213, "[REDACTED:private-key]|[REDACTED:private-key]|after");
  assert_lines (masked, 180, 180, "[REDACTED:private-key]");
}

static void
test_too_many_bytes (void)
{
  g_autoptr (JobLog) log = sample_log_of_lines (1000);
  g_autoptr (MaskedLines) masked = masked_lines_new (job_log_get_store (log), MAX_LINE, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (masked_lines_read (masked, (LineRange) { 10, 11 }, 16, lines));
  g_assert_false (masked_lines_read (masked, (LineRange) { 12, 13 }, 15, lines));
  g_assert_false (masked_lines_read (masked, (LineRange) { 20, 900 }, 1000, lines));
  g_assert_cmpuint (lines->len, ==, 2);
  assert_lines (masked, 14, 14, "line 14");
}

static void
test_long_line (void)
{
  g_autofree char *line = g_strnfill (5000, 'x');
  g_autofree char *text = g_strdup_printf ("one\n%s\nthree\n", line);
  g_autofree char *expected = g_strdup_printf ("one|%.*s … 4000 more bytes|three", MAX_LINE, line);
  g_autoptr (JobLog) log = log_sample_new (text);
  g_autoptr (MaskedLines) masked = masked_lines_new (job_log_get_store (log), MAX_LINE, NULL);

  assert_lines (masked, 1, 3, expected);
}

/* A token that a long line has only in part, and a mask that the cut falls into. */
static void
test_long_line_with_secrets (void)
{
  g_autofree char *fill = g_strnfill (1500, '.');
  g_autofree char *text = g_strdup_printf ("GH=ghp_A1b2C3d4E5f6\nG7h8J9k0L1m2N3o4P5q6R7s8 %s\n"
                                           "%.990s A_TOKEN=abcdef0123456789 %s\n", fill, fill, fill);
  g_autoptr (JobLog) log = log_sample_new (text);
  g_autoptr (MaskedLines) masked = masked_lines_new (job_log_get_store (log), MAX_LINE, NULL);
  g_autofree char *shown = dup_lines (masked, 1, 3);

  g_assert_nonnull (strstr (shown, "GH=[REDACTED:"));
  g_assert_null (strstr (shown, "G7h8J9k0"));
  g_assert_nonnull (strstr (shown, " A_TOKEN=[REDACTED:secret] … 1501 more bytes"));
}

/* What comes after a range is read for what the range ends in, but is not noted. */
static void
test_secrets_after_the_range (void)
{
  g_autoptr (JobLog) log = log_sample_new ("error ghp_\npassword=abcdef0123\nthree\n");
  g_autoptr (SecretList) secrets = secret_list_new ();
  g_autoptr (MaskedLines) masked = masked_lines_new (job_log_get_store (log), MAX_LINE, secrets);

  assert_lines (masked, 1, 1, "error ghp_");
  g_assert_cmpuint (secrets->n_masked, ==, 0);
  g_assert_cmpuint (secrets->secrets->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/masked-lines/any-order", test_any_order);
  g_test_add_func ("/masked-lines/list", test_list);
  g_test_add_func ("/masked-lines/within-a-key", test_within_a_key);
  g_test_add_func ("/masked-lines/too-many-bytes", test_too_many_bytes);
  g_test_add_func ("/masked-lines/long-line", test_long_line);
  g_test_add_func ("/masked-lines/long-line-with-secrets", test_long_line_with_secrets);
  g_test_add_func ("/masked-lines/secrets-after-the-range", test_secrets_after_the_range);

  return g_test_run ();
}
