/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "triage-row.h"

static Failure *
make_failure (const char *test)
{
  Failure *failure = failure_new ();

  own_string_set (&failure->test, test);

  return failure;
}

static TriageRow *
make_row (const char *test,
          double      reliability,
          guint64     n_failed)
{
  Failure *failure = make_failure (test);
  TriageRow *row = triage_row_new (failure);

  row->reliability = reliability;
  row->n_failed = n_failed;
  failure_free (failure);

  return row;
}

static void
add_job (TriageRow  *row,
         const char *name,
         const char *build,
         const char *test)
{
  Failure *failure = make_failure (test);
  g_autoptr (RemoteJob) job = remote_job_new ();

  g_free (job->name);
  job->name = g_strdup (name);
  g_free (job->build);
  job->build = g_strdup (build);
  triage_row_add_job (row, job, failure);
  failure_free (failure);
}

static void
test_keeps_newest_job (void)
{
  g_autoptr (TriageRow) row = make_row ("tests/page/test_page.py::test_render", 0.5, 1);

  add_job (row, "Page Tests", "90", "tests/page/test_page.py::test_render");
  add_job (row, "Draw Tests", "101", "page/test_page.py::test_render");
  add_job (row, "Page Tests", "99", "tests/page/test_page.py::test_render");
  g_assert_cmpstr (row->last_job->build, ==, "101");
  g_assert_cmpstr (row->test, ==, "page/test_page.py::test_render");
  g_assert_cmpstr (row->failure->test, ==, row->test);
  g_assert_cmpuint (row->jobs->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (row->jobs, 0), ==, "Draw Tests");
  g_assert_cmpstr (g_ptr_array_index (row->jobs, 1), ==, "Page Tests");
}

static void
test_masks_secrets (void)
{
  g_autoptr (TriageRow) row = make_row ("test_page.py::test_key[ghp_abcdefghijklmnopqrstuvwxyz0123456789]", 0.5, 1);

  g_assert_null (strstr (row->test, "abcdefghijkl"));
}

/* What fails is never all right, nor what passes all wrong. */
static void
test_percent (void)
{
  const struct {
    double  reliability;
    guint64 n_failed;
    int     percent;
  } cases[] = { { 0, 9, 0 }, { 0.002, 998, 1 }, { 0.504, 496, 50 }, { 0.998, 2, 99 }, { 1, 0, 100 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TriageRow) row = make_row ("test_page.py::test_render", cases[i].reliability, cases[i].n_failed);

    g_assert_cmpint (triage_row_get_percent (row), ==, cases[i].percent);
  }
}

static void
test_sorts (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) triage_row_free);
  const char *expected[] = { "always", "a", "b", "often", "seldom" };

  g_ptr_array_add (rows, make_row ("seldom", 0.9, 50));
  g_ptr_array_add (rows, make_row ("b", 0.5, 7));
  g_ptr_array_add (rows, make_row ("often", 0.5, 6));
  g_ptr_array_add (rows, make_row ("a", 0.5, 7));
  g_ptr_array_add (rows, make_row ("always", 0, 1));
  triage_rows_sort (rows);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpstr (((TriageRow *) g_ptr_array_index (rows, i))->test, ==, expected[i]);
  g_assert_true (triage_row_is_always (g_ptr_array_index (rows, 0)));
  g_assert_false (triage_row_is_always (g_ptr_array_index (rows, 1)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/triage-row/keeps-newest-job", test_keeps_newest_job);
  g_test_add_func ("/triage-row/masks-secrets", test_masks_secrets);
  g_test_add_func ("/triage-row/percent", test_percent);
  g_test_add_func ("/triage-row/sorts", test_sorts);

  return g_test_run ();
}
