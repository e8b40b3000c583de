/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "triage-runs.h"

static GPtrArray *
make_runs (void)
{
  return g_ptr_array_new_with_free_func (triage_run_destroy);
}

static void
add_run (GPtrArray      *runs,
         const char     *name,
         guint           build,
         RemoteJobState  state)
{
  g_autoptr (RemoteJob) job = remote_job_new ();

  g_free (job->name);
  job->name = g_strdup (name);
  g_free (job->build);
  job->build = g_strdup_printf ("%u", build);
  job->state = state;
  triage_runs_add (runs, job);
}

/* The last one added failed for TESTS, with blanks between them. */
static void
read_log (GPtrArray  *runs,
          const char *tests)
{
  TriageRun *run = g_ptr_array_index (runs, runs->len - 1);
  g_auto (GStrv) names = g_strsplit (tests, " ", -1);

  run->findings = findings_new ();
  for (guint i = 0; names[i] != NULL; i++) {
    Failure *failure = failure_new ();

    own_string_set (&failure->test, names[i]);
    g_ptr_array_add (run->findings->failures, failure);
  }
}

static void
check_row (GPtrArray  *rows,
           guint       index,
           const char *test,
           guint       n_failed,
           guint       n_runs,
           guint       n_jobs)
{
  const TriageRow *row = g_ptr_array_index (rows, index);

  g_assert_cmpstr (row->test, ==, test);
  g_assert_cmpuint (row->n_failed, ==, n_failed);
  g_assert_cmpuint (row->n_runs, ==, n_runs);
  g_assert_cmpfloat (row->reliability, ==, (double) (n_runs - n_failed) / n_runs);
  g_assert_cmpuint (row->jobs->len, ==, n_jobs);
}

static void
test_counts_runs (void)
{
  g_autoptr (GPtrArray) runs = make_runs ();
  g_autoptr (GPtrArray) rows = NULL;

  for (guint build = 1; build <= 7; build++)
    add_run (runs, "Page Tests", build, REMOTE_JOB_PASSED);
  add_run (runs, "Page Tests", 8, REMOTE_JOB_FAILED);
  read_log (runs, "a.py::test_a a.py::test_b");
  add_run (runs, "Page Tests", 9, REMOTE_JOB_FAILED);
  read_log (runs, "a.py::test_a");
  add_run (runs, "Page Tests", 10, REMOTE_JOB_CANCELED);
  add_run (runs, "Page Tests", 11, REMOTE_JOB_FAILED);
  read_log (runs, "");
  add_run (runs, "Other Tests", 11, REMOTE_JOB_PASSED);
  rows = triage_runs_make_rows (runs);
  g_assert_cmpuint (rows->len, ==, 2);
  check_row (rows, 0, "a.py::test_a", 2, 9, 1);
  check_row (rows, 1, "a.py::test_b", 1, 9, 1);
  g_assert_cmpstr (((TriageRow *) g_ptr_array_index (rows, 0))->last_job->build, ==, "9");
  g_assert_cmpuint (triage_runs_count_unnamed (runs), ==, 1);
}

static void
test_has_all_jobs (void)
{
  g_autoptr (GPtrArray) runs = make_runs ();
  g_autoptr (GPtrArray) rows = NULL;

  add_run (runs, "Page Tests 1", 1, REMOTE_JOB_FAILED);
  read_log (runs, "tests/a.py::test_a");
  add_run (runs, "Page Tests 1", 2, REMOTE_JOB_PASSED);
  add_run (runs, "Page Tests 2", 2, REMOTE_JOB_FAILED);
  read_log (runs, "a.py::test_a tests/a.py::test_a");
  add_run (runs, "Page Tests 2", 1, REMOTE_JOB_PASSED);
  rows = triage_runs_make_rows (runs);
  g_assert_cmpuint (rows->len, ==, 1);
  check_row (rows, 0, "a.py::test_a", 2, 4, 2);
}

static void
test_estimates_what_was_not_read (void)
{
  g_autoptr (GPtrArray) runs = make_runs ();
  g_autoptr (GPtrArray) rows = NULL;

  for (guint build = 1; build <= 10; build++)
    add_run (runs, "Page Tests", build, REMOTE_JOB_PASSED);
  for (guint build = 11; build <= 16; build++)
    add_run (runs, "Page Tests", build, REMOTE_JOB_FAILED);
  add_run (runs, "Page Tests", 17, REMOTE_JOB_FAILED);
  read_log (runs, "a.py::test_a");
  add_run (runs, "Page Tests", 18, REMOTE_JOB_FAILED);
  read_log (runs, "a.py::test_a a.py::test_b");
  rows = triage_runs_make_rows (runs);
  check_row (rows, 0, "a.py::test_a", 8, 18, 1);
  check_row (rows, 1, "a.py::test_b", 4, 18, 1);
}

static void
test_leaves_out_what_passed_at_last (void)
{
  g_autoptr (GPtrArray) runs = make_runs ();
  g_autoptr (GPtrArray) rows = NULL;
  TriageRun *run;

  add_run (runs, "Page Tests", 1, REMOTE_JOB_FAILED);
  read_log (runs, "a.py::test_a");
  run = g_ptr_array_index (runs, 0);
  ((Failure *) g_ptr_array_index (run->findings->failures, 0))->flaky = TRUE;
  rows = triage_runs_make_rows (runs);
  g_assert_cmpuint (rows->len, ==, 0);
}

static void
test_chooses_what_tells_most (void)
{
  g_autoptr (GPtrArray) runs = make_runs ();
  g_autoptr (GArray) chosen = NULL;
  const char *expected[] = { "Draw Tests 13", "Page Tests 12", "Lint 13", "Page Tests 11", "Page Tests 10" };

  for (guint build = 10; build <= 12; build++)
    add_run (runs, "Page Tests", build, REMOTE_JOB_FAILED);
  add_run (runs, "Page Tests", 13, REMOTE_JOB_PASSED);
  add_run (runs, "Draw Tests", 13, REMOTE_JOB_FAILED);
  add_run (runs, "Lint", 13, REMOTE_JOB_SOFT_FAILED);
  add_run (runs, "Page Tests", 14, REMOTE_JOB_RUNNING);
  triage_runs_sort (runs);
  chosen = triage_runs_choose (runs);
  g_assert_cmpuint (chosen->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < chosen->len; i++) {
    const RemoteJob *job = ((TriageRun *) g_ptr_array_index (runs, g_array_index (chosen, guint, i)))->job;
    g_autofree char *words = g_strdup_printf ("%s %s", job->name, job->build);

    g_assert_cmpstr (words, ==, expected[i]);
  }
}

static void
test_tells_rows (void)
{
  g_autoptr (GPtrArray) runs = make_runs ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) triage_row_free);
  Failure *failure = failure_new ();
  const TriageRow *row;

  own_string_set (&failure->test, "tests/a.py::test_a[1/2]");
  g_ptr_array_add (rows, triage_row_new (failure));
  failure_free (failure);
  add_run (runs, "Page Tests", 1, REMOTE_JOB_FAILED);
  read_log (runs, "a.py::test_a[1/2] a.py::test_b");
  add_run (runs, "Page Tests", 2, REMOTE_JOB_FAILED);
  read_log (runs, "a.py::test_a[1/3]");
  triage_runs_tell_rows (runs, rows);
  triage_runs_tell_rows (runs, rows);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (row->last_job->build, ==, "1");
  g_assert_cmpstr (row->test, ==, "a.py::test_a[1/2]");
  g_assert_cmpuint (row->jobs->len, ==, 1);
  g_assert_cmpuint (row->n_failed, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/triage-runs/counts-runs", test_counts_runs);
  g_test_add_func ("/triage-runs/has-all-jobs", test_has_all_jobs);
  g_test_add_func ("/triage-runs/estimates-what-was-not-read", test_estimates_what_was_not_read);
  g_test_add_func ("/triage-runs/leaves-out-what-passed-at-last", test_leaves_out_what_passed_at_last);
  g_test_add_func ("/triage-runs/chooses-what-tells-most", test_chooses_what_tells_most);
  g_test_add_func ("/triage-runs/tells-rows", test_tells_rows);

  return g_test_run ();
}
