/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "excerpt.h"
#include "sample.h"

static void
test_gaps_are_counted (void)
{
  g_autoptr (JobLog) log = sample_log_of_lines (100);
  g_autoptr (Findings) findings = findings_new ();
  g_autofree char *text = NULL;
  guint n_masked;
  gint64 left_out;

  g_ptr_array_add (findings->failures, sample_failure_new ("t", "m", 99, 50, 51));
  text = excerpt_dup_text (log, findings, NULL, &n_masked, &left_out);
  g_assert_cmpstr (text, ==, "… 49 lines …\nline 50\nline 51\n… 47 lines …\nline 99\n… 1 line …\n");
  g_assert_cmpuint (n_masked, ==, 0);
  g_assert_cmpint (left_out, ==, 0);
}

static void
test_nothing_failed (void)
{
  g_autoptr (JobLog) log = sample_log_of_lines (100);
  g_autoptr (Findings) findings = findings_new ();
  g_autofree char *text = excerpt_dup_text (log, findings, NULL, NULL, NULL);

  g_assert_cmpstr (text, ==, "");
}

static void
test_failure_alone (void)
{
  g_autoptr (JobLog) log = sample_log_of_lines (100);
  g_autoptr (Failure) failure = sample_failure_new ("t", "m", 99, 50, 51);
  g_autofree char *text = NULL;

  sample_add_cause (failure, "E", "m", "", 10, 11);
  text = excerpt_dup_failure_text (log, failure, NULL, NULL);
  g_assert_cmpstr (text, ==, "… 9 lines …\nline 10\nline 11\n… 38 lines …\nline 50\nline 51\n"
                             "… 47 lines …\nline 99\n… 1 line …\n");
}

/* Lines of TEXT, or only those of the log. */
static guint
count_lines (const char *text,
             gboolean    of_log)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += of_log ? g_str_has_prefix (lines[i], "line ") : lines[i][0] != '\0';

  return n;
}

static void
test_limits (void)
{
  g_autoptr (JobLog) log = sample_log_of_lines (1000);
  g_autoptr (Findings) findings = findings_new ();

  g_ptr_array_add (findings->failures, sample_failure_new ("t", "line 300", 900, 200, 400));
  for (guint limit = 3; limit < 250; limit += 31) {
    const ExcerptLimits by_lines = { .max_lines = limit };
    const ExcerptLimits by_bytes = { .max_bytes = 10 * limit };
    gint64 lines_cut;
    gint64 bytes_cut;
    g_autofree char *few_lines = excerpt_dup_text (log, findings, &by_lines, NULL, &lines_cut);
    g_autofree char *few_bytes = excerpt_dup_text (log, findings, &by_bytes, NULL, &bytes_cut);

    g_assert_cmpuint (count_lines (few_lines, FALSE), <=, limit);
    g_assert_cmpuint (strlen (few_bytes), <=, 10 * limit);
    g_assert_cmpint (lines_cut, ==, 202 - count_lines (few_lines, TRUE));
    g_assert_cmpint (bytes_cut, ==, 202 - count_lines (few_bytes, TRUE));
    g_assert_nonnull (strstr (few_lines, "line 900\n"));
  }
}

static void
test_secrets_are_masked (void)
{
  g_autoptr (JobLog) log = log_sample_new ("HF_TOKEN=abcdef12\none\nHF_TOKEN=abcdef34\n");
  g_autoptr (Failure) failure = sample_failure_new ("t", "", 2, 2, 3);
  guint n_masked;
  g_autofree char *text = excerpt_dup_failure_text (log, failure, NULL, &n_masked);

  g_assert_cmpstr (text, ==, "… 1 line …\none\nHF_TOKEN=[REDACTED:secret]\n");
  g_assert_cmpuint (n_masked, ==, 1);
}

/* A key whose first line is not in the excerpt is still one. */
static void
test_key_cut_by_the_edge (void)
{
  g_autoptr (JobLog) log = log_sample_new ("a\n-----BEGIN PRIVATE KEY-----\nAAAA\nBBBB\nCCCC\n"
                                           "-----END PRIVATE KEY-----\nb\n");
  g_autoptr (Failure) failure = sample_failure_new ("t", "", 5, 5, 7);
  g_autofree char *text = excerpt_dup_failure_text (log, failure, NULL, NULL);

  g_assert_cmpstr (text, ==, "… 4 lines …\n[REDACTED:private-key]\n[REDACTED:private-key]\nb\n");
}

static void
test_compact (void)
{
  const ExcerptLimits limits = { .compact = TRUE };
  g_autoptr (JobLog) log = log_sample_new ("(A pid=1) (B pid=2) one\n(A pid=1) (B pid=2) two\n");
  g_autoptr (Failure) failure = sample_failure_new ("t", "", 1, 1, 2);
  g_autofree char *whole = excerpt_dup_failure_text (log, failure, NULL, NULL);
  g_autofree char *compact = excerpt_dup_failure_text (log, failure, &limits, NULL);

  g_assert_cmpstr (whole, ==, "(A pid=1) (B pid=2) one\n(A pid=1) (B pid=2) two\n");
  g_assert_cmpstr (compact, ==, "(B pid=2) one\n(B pid=2) two\n");
}

static void
test_long_line (void)
{
  const ExcerptLimits limits = { .compact = TRUE };
  g_autofree char *line = g_strnfill (200000, 'x');
  g_autoptr (JobLog) log = log_sample_new (line);
  g_autoptr (Failure) failure = sample_failure_new ("t", "", 1, 1, 1);
  g_autofree char *whole = excerpt_dup_failure_text (log, failure, NULL, NULL);
  g_autofree char *compact = excerpt_dup_failure_text (log, failure, &limits, NULL);

  g_assert_true (g_str_has_suffix (whole, "x … 134464 more bytes\n"));
  g_assert_true (g_str_has_suffix (compact, "x … 199000 more bytes\n"));
}

/* A part of many lines takes neither long nor much memory. */
static JobLog *
log_with_repeats (void)
{
  g_autoptr (GString) text = g_string_new ("line 1\n");

  for (guint i = 0; i < 57; i++)
    g_string_append (text, "again\n");
  for (guint i = 2; i <= 40; i++)
    g_string_append_printf (text, "line %u\n", i);

  return log_sample_new (text->str);
}

/* What is the same is there once, and what that leaves of the limit goes to other lines. */
static void
test_repeats_are_folded (void)
{
  const ExcerptLimits ten = { .max_lines = 10 };
  g_autoptr (JobLog) log = log_with_repeats ();
  g_autoptr (Findings) findings = findings_new ();
  g_autofree char *all = NULL;
  g_autofree char *some = NULL;
  gint64 left_out;

  g_ptr_array_add (findings->failures, sample_failure_new ("t", "m", 62, 1, 62));
  all = excerpt_dup_text (log, findings, NULL, NULL, NULL);
  some = excerpt_dup_text (log, findings, &ten, NULL, &left_out);
  g_assert_cmpstr (all, ==, "line 1\nagain\n… (×57) …\nline 2\nline 3\nline 4\nline 5\n… 35 lines …\n");
  g_assert_cmpstr (some, ==, all);
  g_assert_cmpint (left_out, ==, 0);
}

static void
test_least (void)
{
  const ExcerptLimits limits[] = {
    { .max_lines = 1 }, { .max_bytes = 44 }, { .max_bytes = 60 }, { .max_bytes = 39 }
  };
  const char * const expected[] = {
    "why it failed, says the cause of the failure\n", "why it failed, says the cause of the fai…\n",
    "why it failed, says the cause of the failure\n", ""
  };
  g_autoptr (JobLog) log = log_sample_new ("a\nb\nwhy it failed, says the cause of the failure\nc\nd\n"
                                           "FAILED\ne\n");
  g_autoptr (Findings) findings = findings_new ();
  Failure *failure = sample_failure_new ("t", "m", 6, 6, 6);

  sample_add_cause (failure, "E", "m", "", 3, 3);
  g_ptr_array_add (findings->failures, failure);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++) {
    g_autofree char *text = excerpt_dup_text (log, findings, &limits[i], NULL, NULL);

    g_assert_cmpstr (text, ==, expected[i]);
  }
}

static void
test_huge_part (void)
{
  const ExcerptLimits limits = { .max_bytes = 65536, .compact = TRUE };
  g_autoptr (JobLog) log = sample_log_of_lines (50000);
  g_autoptr (Failure) failure = sample_failure_new ("t", "line 33333", 49999, 2, 49999);
  gint64 before = g_get_monotonic_time ();
  g_autofree char *text = excerpt_dup_failure_text (log, failure, &limits, NULL);

  g_assert_cmpuint (strlen (text), >, 60000);
  g_assert_cmpuint (strlen (text), <=, 65536);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 30 * G_TIME_SPAN_SECOND);
}

/* What other outputs have between a failure's lines goes: told where it was, or at the end where it is all over. */
static void
test_other_lanes (void)
{
  g_autoptr (JobLog) log = log_sample_new ("Attaching to db-1, tests-1\n"
                                           "tests-1  | one\ntests-1  | two\ntests-1  | three\ntests-1  | four\n"
                                           "db-1     | a\ndb-1     | b\n"
                                           "tests-1  | five\n"
                                           "db-1     | c\n"
                                           "tests-1  | six\n"
                                           "db-1     | d\n");
  g_autoptr (Failure) sparse = sample_failure_new ("t", "m", 8, 2, 8);
  g_autoptr (Failure) dense = sample_failure_new ("t", "m", 10, 5, 10);
  g_autofree char *few = excerpt_dup_failure_text (log, sparse, NULL, NULL);
  g_autofree char *many = excerpt_dup_failure_text (log, dense, NULL, NULL);

  g_assert_cmpstr (few, ==, "… 1 line …\ntests-1  | one\ntests-1  | two\ntests-1  | three\ntests-1  | four\n"
                            "… 2 lines …\ntests-1  | five\n… 3 lines …\n");
  g_assert_cmpstr (many, ==, "… 4 lines …\ntests-1  | four\ntests-1  | five\ntests-1  | six\n"
                             "… 3 lines of others between these …\n… 1 line …\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/excerpt/gaps-are-counted", test_gaps_are_counted);
  g_test_add_func ("/excerpt/nothing-failed", test_nothing_failed);
  g_test_add_func ("/excerpt/failure-alone", test_failure_alone);
  g_test_add_func ("/excerpt/limits", test_limits);
  g_test_add_func ("/excerpt/secrets-are-masked", test_secrets_are_masked);
  g_test_add_func ("/excerpt/key-cut-by-the-edge", test_key_cut_by_the_edge);
  g_test_add_func ("/excerpt/compact", test_compact);
  g_test_add_func ("/excerpt/long-line", test_long_line);
  g_test_add_func ("/excerpt/repeats-are-folded", test_repeats_are_folded);
  g_test_add_func ("/excerpt/other-lanes", test_other_lanes);
  g_test_add_func ("/excerpt/least", test_least);
  g_test_add_func ("/excerpt/huge-part", test_huge_part);

  return g_test_run ();
}
