/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "triage-columns.h"

#include "widget-test.h"

/* The titles in their order: "Test, Issue". */
static char *
dup_titles (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

    g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "", gtk_column_view_column_get_title (column));
  }

  return g_string_free (titles, FALSE);
}

static void
test_widths (void)
{
  const struct {
    WidthClass  width_class;
    const char *titles;
  } widths[] = {
    { WIDTH_WIDER, "Test, Jobs, Runs, Failed, Reliability, Last Failed, Issue" },
    { WIDTH_MEDIUM, "Test, Failed, Reliability, Last Failed, Issue" },
    { WIDTH_NARROW, "Test, %, Issue" },
    { WIDTH_WIDE, "Test, Jobs, Runs, Failed, Reliability, Last Failed, Issue" },
  };
  GtkWidget *view = gtk_column_view_new (NULL);
  GtkWindow *window = widget_test_show (view, 600, 200);
  TriageColumns *columns = triage_columns_new (GTK_COLUMN_VIEW (view));

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
    g_autofree char *titles = NULL;

    triage_columns_choose (columns, widths[i].width_class);
    titles = dup_titles (GTK_COLUMN_VIEW (view));
    g_assert_cmpstr (titles, ==, widths[i].titles);
  }
  triage_columns_free (columns);
  gtk_window_destroy (window);
}

static TriageRow *
row_new (const char *test,
         double      reliability)
{
  g_autoptr (Failure) failure = failure_new ();
  TriageRow *row;

  own_string_set (&failure->test, test);
  row = triage_row_new (failure);
  row->reliability = reliability;

  return row;
}

static void
test_order (void)
{
  Triage triage = { .rows = g_ptr_array_new_with_free_func ((GDestroyNotify) triage_row_free) };
  GtkWidget *view = gtk_column_view_new (NULL);
  GtkWindow *window = widget_test_show (view, 600, 200);
  TriageColumns *columns = triage_columns_new (GTK_COLUMN_VIEW (view));
  g_autoptr (GtkSortListModel) sorted = NULL;

  g_ptr_array_add (triage.rows, row_new ("a.py::test_turns", 0.9));
  g_ptr_array_add (triage.rows, row_new ("b.py::test_tears", 0.5));
  sorted = gtk_sort_list_model_new (culprit_triage_items_new (&triage),
                                    g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (view))));
  for (WidthClass width_class = WIDTH_NARROW; width_class <= WIDTH_WIDEST; width_class++) {
    g_autoptr (CulpritTriageItem) first = NULL;

    triage_columns_choose (columns, width_class);
    first = g_list_model_get_item (G_LIST_MODEL (sorted), 0);
    g_assert_cmpstr (culprit_triage_item_get_row (first)->failure->test, ==, "b.py::test_tears");
  }
  triage_columns_free (columns);
  gtk_window_destroy (window);
  g_ptr_array_unref (triage.rows);
}

/* What the desktop says text is as large as, in dots per inch. */
static void
set_text_size (int dpi)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi * 1024, NULL);
  widget_test_wait (200);
}

static gboolean
is_whole (GtkWidget  *view,
          const char *text)
{
  GtkWidget *label = widget_test_label (view, text);

  g_assert_nonnull (label);

  return !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
}

/* There are fewer columns, so that what they say is whole. */
static void
test_large_text (void)
{
  Triage triage = { .rows = g_ptr_array_new_with_free_func ((GDestroyNotify) triage_row_free), .has_issues = TRUE };
  GtkWidget *view = gtk_column_view_new (NULL);
  GtkWindow *window = widget_test_show (view, 1200, 200);
  TriageColumns *columns = triage_columns_new (GTK_COLUMN_VIEW (view));
  const int sizes[] = { 96, 144, 160 };
  g_autoptr (GtkNoSelection) items = NULL;
  g_autofree char *titles = NULL;
  TriageRow *row = row_new ("a.py::test_turns", 0.9);

  row->last_job = remote_job_new ();
  g_ptr_array_add (triage.rows, row);
  items = gtk_no_selection_new (culprit_triage_items_new (&triage));
  gtk_widget_add_css_class (view, "triage");
  triage_columns_choose (columns, WIDTH_WIDER);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (view), GTK_SELECTION_MODEL (items));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    set_text_size (sizes[i]);
    g_assert_true (is_whole (view, "Not reported"));
    g_assert_true (is_whole (view, "test_turns"));
  }
  titles = dup_titles (GTK_COLUMN_VIEW (view));
  g_assert_cmpstr (titles, ==, "Test, Failed, Reliability, Last Failed, Issue");

  set_text_size (96);
  triage_columns_free (columns);
  gtk_window_destroy (window);
  g_ptr_array_unref (triage.rows);
}

int
main (int   argc,
      char *argv[])
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/triage-columns/widths", test_widths);
    g_test_add_func ("/triage-columns/order", test_order);
    g_test_add_func ("/triage-columns/large-text", test_large_text);
  }

  return g_test_run ();
}
