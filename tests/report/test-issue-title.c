/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "issue-sample.h"

static void
test_title_check (void)
{
  g_autoptr (JobLog) log = sample_log_of_lines (10);
  g_autoptr (Findings) findings = findings_new ();
  g_autoptr (Profile) profile = profile_load ("vllm", NULL);
  g_autoptr (Issue) issue = NULL;
  guint failed;
  guint failed_matched;
  guint passed;
  guint passed_matched;

  g_ptr_array_add (findings->failures, sample_failure_new ("a.py::one", "", 1, 1, 1));
  g_ptr_array_add (findings->failures, sample_failure_new ("a.py::two", "", 1, 1, 1));
  g_ptr_array_add (findings->passed, g_strdup ("a.py::three"));
  issue = issue_new (log, findings, profile);
  issue_set_job (issue, "Job (x)");

  g_assert_true (issue_check_title (issue, &failed, &failed_matched, &passed, &passed_matched));
  g_assert_cmpuint (failed, ==, 2);
  g_assert_cmpuint (failed_matched, ==, 2);
  g_assert_cmpuint (passed, ==, 1);
  g_assert_cmpuint (passed_matched, ==, 0);

  issue_set_title (issue, "[CI Failure]: Job (x) - one|three");
  g_assert_true (issue_check_title (issue, &failed, &failed_matched, &passed, &passed_matched));
  g_assert_cmpuint (failed_matched, ==, 1);
  g_assert_cmpuint (passed_matched, ==, 1);

  issue_set_title (issue, "[CI Failure]: Job (x) - (");
  g_assert_false (issue_check_title (issue, &failed, &failed_matched, &passed, &passed_matched));
  issue_set_title (issue, "[CI Failure]: ");
  g_assert_false (issue_check_title (issue, &failed, &failed_matched, &passed, &passed_matched));
}

/* A title that is typed is what goes out, on one line; none gives back what was made. */
static void
test_typed_title (void)
{
  g_autoptr (Issue) issue = issue_sample_new_small ();
  g_autofree char *made = g_strdup (issue_get_title (issue));

  issue_set_title (issue, "mine\tand\nyours HF_TOKEN=abcdef0123");
  g_assert_cmpstr (issue_get_title (issue), ==, "mine and yours HF_TOKEN=[REDACTED:secret]");
  issue_set_title (issue, NULL);
  g_assert_cmpstr (issue_get_title (issue), ==, made);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/issue-title/check", test_title_check);
  g_test_add_func ("/issue-title/typed", test_typed_title);

  return g_test_run ();
}
