/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whatever a log says, nothing of it acts in an issue or a comment. */

#include "config.h"

#include <string.h>

#include "body-checker.h"
#include "issue.h"
#include "sample.h"

#define N_ISSUES 150

static const char * const pieces[] = {
  "@me", "@org/team", "#1", " #12 ", "o/r#3", "GH-4", "gh-5", "f596e760c8ed0fbc53db45479c8d460f1a40fd06", "f596e76",
  "<b>", "<img src=x onerror=y>", "<!--", "-->", "</details>", "<details>", "&lt;", "&#64;me", "`", "``", "```", "````",
  "~~~", "\\", "\\`", "*", "_", "**x**", "[a](b)", "![a](http://b)", "](", ")", "http://x.y/@z", "https://x.y", "www.x.y",
  "\n", "\r", "\t", " ", "\n### Heading\n", "\n- item\n", "\n> ", "|", "$x$", ":tada:", "\u202e", "\u200b", "\u2066",
  "\ufeff", "\u00ad", "\xff", "\x1b[31m", "\x01", "HF_TOKEN=abcdef123", "'HF_TOKEN': 'x", "\"DB_PASSWORD\": \"y",
  "test_a", "a/b.py::c", "[x-1]", "e", "1", "É", "漢", "😀", "mailto:a@b.c",
  "@me -----BEGIN RSA PRIVATE KEY-----", "https://u:hunter22@h/", "---", "===",
};

static char *
dup_hostile (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static void
add_failure (Findings *findings,
             gint64    line)
{
  g_autofree char *test = dup_hostile (g_test_rand_int_range (0, 8));
  g_autofree char *message = dup_hostile (g_test_rand_int_range (0, 30));
  Failure *failure = sample_failure_new (test, message, line, line, line);

  if (g_test_rand_bit ()) {
    failure->cause = g_new0 (FailureCause, 1);
    failure->cause->exception = dup_hostile (2);
    failure->cause->message = dup_hostile (9);
    failure->cause->process = dup_hostile (2);
    failure->cause->line = failure->cause->first_line = failure->cause->last_line = line;
  }
  g_ptr_array_add (findings->failures, failure);
}

static void
check (const char *what,
       const char *text)
{
  g_autofree char *fault = body_checker_dup_fault (text);

  if (fault != NULL)
    g_error ("%s: %s\nin\n%s", what, fault, text);
}

static void
test_nothing_acts (void)
{
  for (guint i = 0; i < N_ISSUES; i++) {
    g_autoptr (Findings) findings = findings_new ();
    g_autoptr (JobLog) log = sample_log_of_lines (20);
    g_autoptr (Profile) profile = profile_load (i % 2 ? "vllm" : "generic", NULL);
    g_autoptr (Issue) issue = NULL;
    gint64 n_failures = g_test_rand_int_range (1, 6);
    g_autofree char *job = dup_hostile (6);
    g_autofree char *commit = dup_hostile (2);
    g_autofree char *comment = NULL;

    for (gint64 line = 1; line <= n_failures; line++)
      add_failure (findings, line);
    issue = issue_new (log, findings, profile);
    issue_set_job (issue, job);
    issue_set_commit (issue, commit);
    comment = issue_dup_comment (issue, NULL);
    check ("body", issue_get_body (issue));
    check ("comment", comment);
    g_assert_null (strstr (issue_get_body (issue), "abcdef123"));
    g_assert_cmpuint (issue_get_n_characters (issue), <=, ISSUE_MAX_CHARACTERS);
    g_assert_cmpint (g_utf8_strlen (issue_get_title (issue), -1), <=, ISSUE_MAX_TITLE);
  }
}

/* A name fits the title, and does not once all that hides in it is written out. */
static void
test_title_is_cut_when_visible (void)
{
  g_autoptr (Findings) findings = findings_new ();
  g_autoptr (JobLog) log = sample_log_of_lines (20);
  g_autoptr (Profile) profile = profile_load ("vllm", NULL);
  g_autoptr (GString) test = g_string_new ("a.py::test_");
  g_autoptr (Issue) issue = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append (test, "\xe2\x80\xae");
  g_ptr_array_add (findings->failures, sample_failure_new (test->str, "m", 1, 1, 1));
  issue = issue_new (log, findings, profile);

  g_assert_cmpint (g_utf8_strlen (issue_get_title (issue), -1), ==, ISSUE_MAX_TITLE);
  g_assert_true (g_str_has_suffix (issue_get_title (issue), "…"));
}

/* As many failures as are kept, of many more that there were. */
static void
test_many_failures (void)
{
  g_autoptr (Findings) findings = findings_new ();
  g_autoptr (JobLog) log = sample_log_of_lines (3000);
  g_autoptr (Profile) profile = profile_load ("vllm", NULL);
  g_autoptr (Issue) issue = NULL;
  gint64 before = g_get_monotonic_time ();

  for (guint i = 0; i < 2000; i++) {
    g_autofree char *test = g_strdup_printf ("tests/a%u.py::test_%u[p%u]", i % 7, i, i);
    Failure *failure = sample_failure_new (test, "assert False", i + 1, i + 1, i + 1);

    failure->cause = g_new0 (FailureCause, 1);
    failure->cause->exception = g_strdup ("ValueError");
    failure->cause->message = g_strdup ("why");
    failure->cause->process = g_strdup ("");
    failure->cause->line = failure->cause->first_line = failure->cause->last_line = 1 + i % 500;
    g_ptr_array_add (findings->failures, failure);
  }
  findings->left_out = 198000;
  issue = issue_new (log, findings, profile);

  check ("body", issue_get_body (issue));
  g_assert_nonnull (strstr (issue_get_body (issue), " more failures\n"));
  g_assert_nonnull (strstr (issue_get_body (issue), "… and 199"));
  g_assert_cmpint (g_get_monotonic_time () - before, <, 60 * G_TIME_SPAN_SECOND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/issue-safety/nothing-acts", test_nothing_acts);
  g_test_add_func ("/issue-safety/title-is-cut-when-visible", test_title_is_cut_when_visible);
  g_test_add_func ("/issue-safety/many-failures", test_many_failures);

  return g_test_run ();
}
