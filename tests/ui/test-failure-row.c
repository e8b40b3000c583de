/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "failure-row.h"

#include "widget-sample.h"
#include "widget-test.h"

static guint n_causes;

static void
cause_activated (void)
{
  n_causes++;
}

static GtkWindow *
show_failure (const Failure *failure,
              GtkWidget    **ret_row)
{
  GtkWidget *list = gtk_list_box_new ();

  *ret_row = culprit_failure_row_new ();
  culprit_failure_row_set_failure (CULPRIT_FAILURE_ROW (*ret_row), failure, 1, 2);
  gtk_list_box_append (GTK_LIST_BOX (list), *ret_row);

  return widget_test_show (list, 300, 200);
}

static void
test_texts (void)
{
  g_autoptr (Findings) findings = findings_new ();
  Failure *failure = sample_add_failure (findings, "distributed/test_a.py::test_b", "assert False", 9);
  GtkWidget *row;
  GtkWindow *window = show_failure (failure, &row);

  g_assert_nonnull (widget_test_label (row, "test_\u200Bb"));
  g_assert_nonnull (widget_test_label (row, "assert False"));
  g_assert_nonnull (widget_test_label (row, "distributed/test_a.py"));
  g_assert_null (widget_test_find (row, GTK_TYPE_BUTTON, "cause-link"));
  g_assert_null (widget_test_find (row, GTK_TYPE_LABEL, "badge"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Failed: test_b, assert False, distributed/test_a.py, 1 of 2");

  gtk_window_destroy (window);
}

static void
test_issues (void)
{
  g_autoptr (Findings) findings = findings_new ();
  Failure *failure = sample_add_failure (findings, "a.py::test_b", "assert False", 9);
  g_autoptr (GPtrArray) issues = sample_issues_new ();
  GtkWidget *row;
  GtkWindow *window = show_failure (failure, &row);

  culprit_failure_row_set_issues (CULPRIT_FAILURE_ROW (row), issues);
  g_assert_nonnull (widget_test_find (row, GTK_TYPE_LABEL, "new"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Failed: test_b, assert False, a.py, Not reported yet, 1 of 2");
  sample_add_issue (issues, 12, "Page breaks", KNOWN_MATCH_TEST);
  culprit_failure_row_set_issues (CULPRIT_FAILURE_ROW (row), issues);
  g_assert_nonnull (widget_test_label (row, "#12"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Failed: test_b, assert False, a.py, #12: Already reported; open, 1 of 2");
  culprit_failure_row_set_issues (CULPRIT_FAILURE_ROW (row), NULL);
  g_assert_null (widget_test_find (row, GTK_TYPE_LABEL, "badge"));

  gtk_window_destroy (window);
}

static void
test_cause (void)
{
  g_autoptr (Findings) findings = findings_new ();
  Failure *failure = sample_add_failure (findings, "a.py::test_b", "assert False", 9);
  GtkWidget *row;
  GtkWidget *link;
  GtkWindow *window;

  failure->flaky = TRUE;
  sample_add_cause (failure, "ValueError", "Actor with name <b>x</b>", 665);
  window = show_failure (failure, &row);
  g_signal_connect (row, "cause-activated", G_CALLBACK (cause_activated), NULL);

  g_assert_nonnull (widget_test_label (row, "Cause: ValueError: Actor with name <b>x</b>"));
  g_assert_nonnull (widget_test_label (row, "Flaky"));
  link = widget_test_find (row, GTK_TYPE_BUTTON, "cause-link");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (link)), ==, "665");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Cause, line 665");
  n_causes = 0;
  g_signal_emit_by_name (link, "clicked");
  g_assert_cmpuint (n_causes, ==, 1);

  gtk_window_destroy (window);
}

static void
test_without_test (void)
{
  g_autoptr (Findings) findings = findings_new ();
  Failure *failure = sample_add_failure (findings, "", "The command exited with status 139", 9);
  GtkWidget *row;
  GtkWindow *window;

  failure->kind = FAILURE_EXIT;
  failure->exit_status = 139;
  window = show_failure (failure, &row);
  g_assert_nonnull (widget_test_label (row, "The command exited with status 139"));
  g_assert_nonnull (widget_test_label (row, "Exited with status 139"));

  gtk_window_destroy (window);
}

static void
test_again (void)
{
  g_autoptr (Findings) findings = findings_new ();
  Failure *first = sample_add_failure (findings, "a.py::test_b", "assert False", 9);
  Failure *second = sample_add_failure (findings, "a.py::test_b", "assert 1 == 2", 12);
  Failure *third = sample_add_failure (findings, "a.py::test_c", "assert 1 == 2", 12);
  GtkWidget *row;
  GtkWindow *window = show_failure (first, &row);

  g_assert_true (culprit_failure_row_is_of (CULPRIT_FAILURE_ROW (row), second));
  g_assert_false (culprit_failure_row_is_of (CULPRIT_FAILURE_ROW (row), third));

  culprit_failure_row_set_failure (CULPRIT_FAILURE_ROW (row), second, 2, 3);
  g_assert_nonnull (widget_test_label (row, "assert 1 == 2"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Failed: test_b, assert 1 == 2, a.py, 2 of 3");
  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/failure-row/texts", test_texts);
    g_test_add_func ("/failure-row/issues", test_issues);
    g_test_add_func ("/failure-row/cause", test_cause);
    g_test_add_func ("/failure-row/without-test", test_without_test);
    g_test_add_func ("/failure-row/again", test_again);
  }

  return g_test_run ();
}
