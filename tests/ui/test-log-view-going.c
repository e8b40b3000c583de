/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-test.h"
#include "log-view-test.h"
#include "widget-test.h"

#define N_LINES 1000

static CulpritLogView *
view_new (JobLog     *log,
          GtkWindow **ret_window)
{
  GtkWidget *scrolled;
  CulpritLogView *view = log_view_test_new (log, &scrolled);

  *ret_window = widget_test_show (scrolled, 600, 400);

  return view;
}

static JobLog *
log_new (gint64 n_lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gint64 i = 1; i <= n_lines; i++)
    g_string_append_printf (text, "line %" G_GINT64_FORMAT "\n", i);

  return log_sample_new (text->str);
}

static char *
dup_selected (CulpritLogView *view,
              gint64         *ret_lines)
{
  GInputStream *stream = culprit_log_view_open_selection (view, ret_lines);

  return stream != NULL ? log_test_read (stream) : NULL;
}

static void
check_line (CulpritLogView *view,
            gint64          line,
            gint64          expected)
{
  gboolean has_selection;

  culprit_log_view_go_to_line (view, line);
  g_object_get (view, "has-selection", &has_selection, NULL);
  g_assert_false (has_selection);
  g_assert_cmpint (culprit_log_view_get_cursor_line (view), ==, expected);
}

static void
test_line (void)
{
  g_autoptr (JobLog) log = log_new (N_LINES);
  GtkWindow *window;
  CulpritLogView *view = view_new (log, &window);
  gint64 first;

  check_line (view, 500, 500);
  widget_test_wait (30);
  first = culprit_log_view_get_first_line (view);
  g_assert_cmpint (first, <, 500);
  g_assert_cmpint (first, >, 480);

  check_line (view, G_MAXINT64, N_LINES);
  check_line (view, 0, 1);
  check_line (view, G_MININT64, 1);
  culprit_log_view_select_lines (view, 3, 4);
  check_line (view, 7, 7);

  gtk_window_destroy (window);
}

static void
check_lines (CulpritLogView *view,
             gint64          first,
             gint64          last,
             const char     *expected)
{
  g_autofree char *selected = NULL;
  gint64 n_lines;

  culprit_log_view_select_lines (view, first, last);
  selected = dup_selected (view, &n_lines);
  g_assert_cmpstr (selected, ==, expected);
}

static void
test_lines (void)
{
  g_autoptr (JobLog) log = log_new (N_LINES);
  GtkWindow *window;
  CulpritLogView *view = view_new (log, &window);

  check_lines (view, 7, 9, "line 7\nline 8\nline 9\n");
  g_assert_cmpint (culprit_log_view_get_cursor_line (view), ==, 7);
  check_lines (view, 5, 5, "line 5\n");
  check_lines (view, 5, 3, "line 5\n");
  check_lines (view, N_LINES - 1, G_MAXINT64, "line 999\nline 1000");
  check_lines (view, G_MAXINT64, G_MAXINT64, "line 1000");

  gtk_window_destroy (window);
}

static void
test_empty (void)
{
  GtkWindow *window;
  CulpritLogView *view = view_new (NULL, &window);

  culprit_log_view_go_to_line (view, 5);
  culprit_log_view_select_lines (view, 5, 6);
  g_assert_cmpint (culprit_log_view_get_cursor_line (view), ==, 0);

  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  if (!widget_test_init (&argc, &argv))
    return g_test_run ();

  g_test_add_func ("/log-view-going/line", test_line);
  g_test_add_func ("/log-view-going/lines", test_lines);
  g_test_add_func ("/log-view-going/empty", test_empty);

  return g_test_run ();
}
