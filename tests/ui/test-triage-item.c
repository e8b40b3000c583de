/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tracker-issue.h"
#include "triage-item.h"

static TriageRow *
row_new (const char *test,
         const char *job,
         guint64     n_runs,
         guint64     n_failed,
         gint64      issue)
{
  g_autoptr (Failure) failure = failure_new ();
  TriageRow *row;

  own_string_set (&failure->test, test);
  row = triage_row_new (failure);
  g_ptr_array_add (row->jobs, g_strdup (job));
  row->n_runs = n_runs;
  row->n_failed = n_failed;
  row->reliability = 1 - (double) n_failed / n_runs;
  if (issue > 0)
    g_ptr_array_add (row->issues, tracker_issue_new (issue, "Turns no page", "", ""));

  return row;
}

static GListModel *
make_items (void)
{
  Triage triage = { .rows = g_ptr_array_new_with_free_func ((GDestroyNotify) triage_row_free) };
  GListModel *items;

  g_ptr_array_add (triage.rows, row_new ("a.py::test_turns", "Page Tests", 10, 9, 7));
  g_ptr_array_add (triage.rows, row_new ("b.py::test_tears", "Ink Tests", 20, 2, 0));
  items = culprit_triage_items_new (&triage);
  g_ptr_array_unref (triage.rows);

  return items;
}

static void
test_words (void)
{
  g_autoptr (GListModel) items = make_items ();
  g_autoptr (CulpritTriageItem) item = g_list_model_get_item (items, 0);

  g_assert_true (culprit_triage_item_has_words (item, ""));
  g_assert_true (culprit_triage_item_has_words (item, "test_turns"));
  g_assert_true (culprit_triage_item_has_words (item, "page tests"));
  g_assert_false (culprit_triage_item_has_words (item, "ink"));
}

static void
test_order (void)
{
  const int expected[N_TRIAGE_COLUMNS] = {
    [TRIAGE_COLUMN_TEST] = -1, [TRIAGE_COLUMN_JOBS] = 1, [TRIAGE_COLUMN_RUNS] = -1, [TRIAGE_COLUMN_FAILED] = 1,
    [TRIAGE_COLUMN_RELIABILITY] = -1, [TRIAGE_COLUMN_LAST_FAILED] = 0, [TRIAGE_COLUMN_ISSUE] = 1,
    [TRIAGE_COLUMN_PERCENT] = -1, [TRIAGE_COLUMN_SHORT_ISSUE] = 1,
  };
  g_autoptr (GListModel) items = make_items ();
  g_autoptr (CulpritTriageItem) first = g_list_model_get_item (items, 0);
  g_autoptr (CulpritTriageItem) second = g_list_model_get_item (items, 1);

  for (guint i = 0; i < N_TRIAGE_COLUMNS; i++) {
    int order = culprit_triage_item_compare (first, second, i);

    g_assert_cmpint ((order > 0) - (order < 0), ==, expected[i]);
    g_assert_cmpint (culprit_triage_item_compare (first, first, i), ==, 0);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/triage-item/words", test_words);
  g_test_add_func ("/ui/triage-item/order", test_order);

  return g_test_run ();
}
