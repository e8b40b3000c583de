/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "go-to-bar.h"
#include "widget-test.h"
#include "window-test.h"

static void
take_line (gint64 *ret_line,
           gint64  line)
{
  *ret_line = line;
}

static void
enter (GtkWidget  *root,
       const char *text)
{
  GtkWidget *entry = widget_test_find (root, GTK_TYPE_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_bar (void)
{
  GtkWidget *bar = culprit_go_to_bar_new ();
  GtkWindow *window = widget_test_show (bar, 360, 100);
  GtkWidget *entry = widget_test_find (bar, GTK_TYPE_ENTRY, NULL);
  gint64 line = 0;

  g_signal_connect_swapped (bar, "chosen", G_CALLBACK (take_line), &line);
  culprit_go_to_bar_set_lines (CULPRIT_GO_TO_BAR (bar), 10, 305);
  g_assert_nonnull (widget_test_label (bar, "1–305"));

  enter (bar, "306");
  g_assert_cmpint (line, ==, 0);
  g_assert_nonnull (widget_test_label (bar, "There are only 305 lines"));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));

  culprit_go_to_bar_set_lines (CULPRIT_GO_TO_BAR (bar), 10, 306);
  g_assert_nonnull (widget_test_label (bar, "1–306"));
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpint (line, ==, 0);
  culprit_go_to_bar_set_lines (CULPRIT_GO_TO_BAR (bar), 10, 305);

  gtk_editable_set_text (GTK_EDITABLE (entry), "30");
  g_assert_nonnull (widget_test_label (bar, "1–305"));
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (line, ==, 30);

  enter (bar, "+5");
  g_assert_cmpint (line, ==, 15);
  culprit_go_to_bar_set_lines (CULPRIT_GO_TO_BAR (bar), 15, 306);
  enter (bar, "+5");
  g_assert_cmpint (line, ==, 20);
  enter (bar, "306");
  g_assert_cmpint (line, ==, 306);

  gtk_window_destroy (window);
}

/* It fits into the narrowest window, whatever it says. */
static void
test_narrow (void)
{
  g_autoptr (GtkWidget) bar = g_object_ref_sink (culprit_go_to_bar_new ());
  int least;

  culprit_go_to_bar_set_lines (CULPRIT_GO_TO_BAR (bar), 1, G_MAXINT64 - 1);
  enter (bar, "some long words that are no line at all, however they are read");
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
}

static void
test_window (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritLogView *view;
  GtkWidget *bar;

  g_assert_false (window_test_is_enabled (window, "go-to-line"));
  window_test_open (window, "buildkite-pytest.log");
  view = culprit_log_page_get_view (culprit_window_get_page (window));

  window_test_activate (window, "go-to-line", NULL);
  widget_test_wait (50);
  bar = widget_test_find (GTK_WIDGET (window), CULPRIT_TYPE_GO_TO_BAR, NULL);
  g_assert_nonnull (bar);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), bar));

  enter (bar, "7");
  g_assert_cmpint (culprit_log_view_get_cursor_line (view), ==, 7);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == GTK_WIDGET (view));

  window_test_activate (window, "go-to-line", NULL);
  enter (bar, "+2");
  g_assert_cmpint (culprit_log_view_get_cursor_line (view), ==, 9);

  window_test_activate (window, "go-to-line", NULL);
  g_signal_emit_by_name (bar, "closed");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == GTK_WIDGET (view));
  g_assert_cmpint (culprit_log_view_get_cursor_line (view), ==, 9);

  window_test_end (window);
}

int
main (int    argc,
      char **argv)
{
  if (!widget_test_init (&argc, &argv))
    return g_test_run ();

  g_test_add_func ("/go-to-bar/bar", test_bar);
  g_test_add_func ("/go-to-bar/narrow", test_narrow);
  g_test_add_func ("/go-to-bar/window", test_window);

  return g_test_run ();
}
