/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tracker-issue.h"
#include "triage-cells.h"

#include "widget-test.h"

static Triage *
triage_new (gint64 issue)
{
  g_autoptr (Failure) failure = failure_new ();
  Triage *triage = g_new0 (Triage, 1);
  TriageRow *row;

  own_string_set (&failure->test, "page/test_page.py::test_render");
  row = triage_row_new (failure);
  row->n_runs = 1000;
  row->n_failed = 2;
  row->reliability = 0.998;
  if (issue > 0)
    g_ptr_array_add (row->issues, tracker_issue_new (issue, "Renders nothing", "", "https://github.com/quill/quill/issues/7"));
  triage->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) triage_row_free);
  triage->warnings = g_ptr_array_new ();
  g_ptr_array_add (triage->rows, row);

  return triage;
}

/* Whether the cell of COLUMN says TEXT. */
static void
check (TriageColumn  column,
       gboolean      has_issues,
       gint64        issue,
       const char   *text)
{
  g_autoptr (Triage) triage = triage_new (issue);
  GtkWidget *view;
  GtkWindow *window;

  triage->has_issues = has_issues;
  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (culprit_triage_items_new (triage))),
                            culprit_triage_cells_new (column));
  window = widget_test_show (view, 300, 100);
  g_assert_nonnull (widget_test_label (view, text));
  gtk_window_destroy (window);
}

static void
test_reliability (void)
{
  check (TRIAGE_COLUMN_RELIABILITY, TRUE, 0, "99 %");
  check (TRIAGE_COLUMN_PERCENT, TRUE, 0, "99 %");
}

/* A tracker that could not be read does not make it unreported. */
static void
test_issue (void)
{
  check (TRIAGE_COLUMN_ISSUE, TRUE, 7, "#7");
  check (TRIAGE_COLUMN_ISSUE, TRUE, 0, "Not reported");
  check (TRIAGE_COLUMN_ISSUE, FALSE, 0, "Not known");
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/triage-cells/reliability", test_reliability);
    g_test_add_func ("/triage-cells/issue", test_issue);
  }

  return g_test_run ();
}
