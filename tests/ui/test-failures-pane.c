/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "failures-pane.h"
#include "row-pool.h"

#include "widget-sample.h"
#include "widget-test.h"

static CulpritFailuresPane *pane;
static GtkWindow *window;
static Findings *findings;
static GPtrArray *sections;
static gint64 last_signal;
static guint n_notified;

static void
got_index (CulpritFailuresPane *widget,
           int                  index)
{
  last_signal = index;
}

static void
got_section (CulpritFailuresPane *widget,
             gint64               line)
{
  last_signal = line;
}

static void
got_end (CulpritFailuresPane *widget)
{
  last_signal = 4711;
}

static void
selected_changed (void)
{
  n_notified++;
}

static int
get_selected (void)
{
  int selected;

  g_object_get (pane, "selected", &selected, NULL);

  return selected;
}

static void
set_up (void)
{
  pane = CULPRIT_FAILURES_PANE (culprit_failures_pane_new ());
  window = widget_test_show (GTK_WIDGET (pane), 300, 500);
  findings = findings_new ();
  sections = sample_sections_new ();
  n_notified = 0;
  last_signal = -1;
  g_signal_connect (pane, "notify::selected", G_CALLBACK (selected_changed), NULL);
}

static void
tear_down (void)
{
  gtk_window_destroy (window);
  findings_unref (findings);
  g_ptr_array_unref (sections);
}

/* Findings are immutable once shown: those of the next look hold the same and more. */
static void
renew_findings (void)
{
  Findings *next = findings_new ();

  for (guint i = 0; i < findings->failures->len; i++)
    g_ptr_array_add (next->failures, failure_copy (g_ptr_array_index (findings->failures, i)));
  findings_unref (findings);
  findings = next;
}

static GtkListBoxRow *
get_row (guint list,
         int   index)
{
  GtkWidget *box = widget_test_find (GTK_WIDGET (pane), GTK_TYPE_LIST_BOX, NULL);

  for (; list > 0; list--)
    do
      box = gtk_widget_get_next_sibling (box);
    while (!GTK_IS_LIST_BOX (box));

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), index);
}

static void
activate (GtkListBoxRow *row)
{
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (row)), "row-activated", row);
}

static void
test_loading (void)
{
  set_up ();

  culprit_failures_pane_show (pane, findings, sections, FALSE);
  g_assert_null (widget_test_label (GTK_WIDGET (pane), "No Failure Found"));
  g_assert_null (widget_test_label (GTK_WIDGET (pane), "Sections"));
  g_assert_cmpint (get_selected (), ==, -1);

  sample_add_failure (findings, "a.py::test_a", "assert False", 5);
  culprit_failures_pane_show (pane, findings, sections, FALSE);
  g_assert_nonnull (widget_test_label (GTK_WIDGET (pane), "test_\u200Ba"));
  g_assert_cmpint (get_selected (), ==, 0);
  g_assert_cmpuint (n_notified, ==, 1);

  culprit_failures_pane_show (pane, findings, sections, TRUE);
  g_assert_cmpuint (n_notified, ==, 1);

  tear_down ();
}

static void
test_nothing (void)
{
  GtkWidget *button;

  set_up ();
  g_signal_connect (pane, "end-requested", G_CALLBACK (got_end), NULL);
  culprit_failures_pane_show (pane, findings, sections, TRUE);

  g_assert_nonnull (widget_test_label (GTK_WIDGET (pane), "No Failure Found"));
  button = widget_test_find (GTK_WIDGET (pane), GTK_TYPE_BUTTON, "pill");
  culprit_failures_pane_focus (pane);
  g_assert_true (gtk_window_get_focus (window) == button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (last_signal, ==, 4711);

  tear_down ();
}

static void
test_signals (void)
{
  set_up ();
  g_signal_connect (pane, "failure-activated", G_CALLBACK (got_index), NULL);
  g_signal_connect (pane, "section-activated", G_CALLBACK (got_section), NULL);
  sample_add_failure (findings, "a.py::test_a", "assert False", 5);
  sample_add_cause (sample_add_failure (findings, "a.py::test_b", "assert False", 6), "E", "m", 2);
  sample_add_section (sections, "one", 1, 9, 2);
  sample_add_section (sections, "two", 10, 19, 2);
  culprit_failures_pane_show (pane, findings, sections, TRUE);

  activate (get_row (0, 1));
  g_assert_cmpint (last_signal, ==, 1);
  activate (get_row (1, 1));
  g_assert_cmpint (last_signal, ==, 10);

  last_signal = -1;
  g_signal_connect (pane, "cause-activated", G_CALLBACK (got_index), NULL);
  g_signal_emit_by_name (widget_test_find (GTK_WIDGET (pane), GTK_TYPE_BUTTON, "cause-link"),
                         "clicked");
  g_assert_cmpint (last_signal, ==, 1);

  /* The cross stands where something failed. */
  g_assert_nonnull (widget_test_find (GTK_WIDGET (get_row (1, 0)), GTK_TYPE_IMAGE, "error"));
  g_assert_null (widget_test_find (GTK_WIDGET (get_row (1, 1)), GTK_TYPE_IMAGE, "error"));

  tear_down ();
}

static void
test_selection_follows (void)
{
  set_up ();
  sample_add_failure (findings, "a.py::test_a", "assert False", 5);
  sample_add_failure (findings, "a.py::test_b", "assert False", 6);
  culprit_failures_pane_show (pane, findings, sections, FALSE);

  /* Until the user chooses, the best one is selected. */
  renew_findings ();
  g_ptr_array_insert (findings->failures, 0, failure_copy (g_ptr_array_index (findings->failures, 0)));
  culprit_failures_pane_show (pane, findings, sections, FALSE);
  g_assert_cmpint (get_selected (), ==, 0);

  g_object_set (pane, "selected", 2, NULL);
  g_assert_cmpint (get_selected (), ==, 2);
  g_assert_true (gtk_list_box_row_is_selected (get_row (0, 2)));

  /* From then on, the selection stays with it wherever it goes. */
  renew_findings ();
  sample_add_failure (findings, "a.py::test_c", "assert False", 7);
  g_ptr_array_insert (findings->failures, 0, failure_copy (g_ptr_array_index (findings->failures, 3)));
  n_notified = 0;
  culprit_failures_pane_show (pane, findings, sections, FALSE);
  g_assert_cmpint (get_selected (), ==, 3);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (gtk_list_box_row_is_selected (get_row (0, 3)));

  tear_down ();
}

static void
test_counts (void)
{
  static const struct { int claimed; guint unnamed; const char *tooltip; } claims[] = {
    { -1, 0, NULL },
    { -1, 3, "The summaries count 3 more than are listed" },
    { 2, 0, "pytest’s summary counts 2, too" },
    { 3, 1, "pytest’s summary counts 3, 2 were found" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (claims); i++) {
    set_up ();
    sample_add_failure (findings, "a.py::test_a", "assert False", 5);
    sample_add_failure (findings, "a.py::test_b", "assert False", 6);
    g_ptr_array_add (findings->runners, g_strdup ("pytest"));
    findings->claimed = claims[i].claimed;
    findings->counted = 2;
    findings->unnamed = claims[i].unnamed;
    culprit_failures_pane_show (pane, findings, sections, TRUE);
    g_assert_cmpstr (gtk_widget_get_tooltip_text (widget_test_label (GTK_WIDGET (pane), "2")), ==,
                     claims[i].tooltip);
    tear_down ();
  }
}

static void
test_keys (void)
{
  set_up ();
  sample_add_failure (findings, "a.py::test_a", "assert False", 5);
  sample_add_failure (findings, "a.py::test_b", "assert False", 6);
  sample_add_section (sections, "one", 1, 9, 2);
  culprit_failures_pane_show (pane, findings, sections, TRUE);
  widget_test_wait (50);

  culprit_failures_pane_focus (pane);
  g_assert_true (gtk_window_get_focus (window) == GTK_WIDGET (get_row (0, 0)));

  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (get_row (0, 0))), "move-cursor",
                         GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
  g_assert_cmpint (get_selected (), ==, 1);
  g_assert_true (gtk_window_get_focus (window) == GTK_WIDGET (get_row (0, 1)));

  /* Down from the last failure leads to the sections. */
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (get_row (0, 0))), "move-cursor",
                         GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
  g_assert_true (gtk_window_get_focus (window) == GTK_WIDGET (get_row (1, 0)));

  tear_down ();
}

static void
test_many (void)
{
  gint64 start;

  set_up ();
  for (int i = 0; i < 3000; i++) {
    g_autofree char *name = g_strdup_printf ("a.py::test_%d", i);

    sample_add_failure (findings, name, "assert False", i);
    sample_add_section (sections, name, i, i, 1);
  }
  start = g_get_monotonic_time ();
  culprit_failures_pane_show (pane, findings, sections, FALSE);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
  g_assert_nonnull (get_row (0, ROW_POOL_PAGE - 1));
  g_assert_null (get_row (0, ROW_POOL_PAGE));

  /* What is not seen yet can be selected. */
  g_object_set (pane, "selected", 333, NULL);
  g_assert_true (gtk_list_box_row_is_selected (get_row (0, 333)));
  g_assert_cmpint (get_selected (), ==, 333);

  /* An update that changes nothing costs little. */
  start = g_get_monotonic_time ();
  culprit_failures_pane_show (pane, findings, sections, FALSE);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);

  tear_down ();
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/failures-pane/loading", test_loading);
    g_test_add_func ("/failures-pane/nothing", test_nothing);
    g_test_add_func ("/failures-pane/signals", test_signals);
    g_test_add_func ("/failures-pane/selection-follows", test_selection_follows);
    g_test_add_func ("/failures-pane/counts", test_counts);
    g_test_add_func ("/failures-pane/keys", test_keys);
    g_test_add_func ("/failures-pane/many", test_many);
  }

  return g_test_run ();
}
