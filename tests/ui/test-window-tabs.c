/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "settings.h"
#include "widget-test.h"
#include "window-private.h"
#include "window-test.h"

#define LOG "buildkite-pytest.log"

/* The window of the program that is not WINDOW. */
static CulpritWindow *
get_other (CulpritWindow *window)
{
  GList *windows = gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (window)));

  for (GList *item = windows; item != NULL; item = item->next)
    if (CULPRIT_IS_WINDOW (item->data) && item->data != window)
      return item->data;

  g_assert_not_reached ();
}

static CulpritWindow *
move_tab (CulpritWindow *window)
{
  CulpritLogPage *page = culprit_window_get_page (window);
  CulpritWindow *other;

  window_test_activate (window, "move-tab", NULL);
  other = get_other (window);
  g_assert_true (culprit_window_get_page (other) == page);
  g_assert_true (culprit_window_get_page (window) != page);
  g_assert_false (window_test_is_enabled (other, "move-tab"));
  widget_test_wait (100);

  return other;
}

/* All that a page does, it does in the window that it came to. */
static void
work (CulpritWindow *window)
{
  CulpritLogPage *page = culprit_window_get_page (window);
  int before = culprit_log_page_get_selected (page);
  g_autofree char *title = NULL;

  window_test_activate (window, "next-failure", NULL);
  g_assert_cmpint (culprit_log_page_get_selected (page), !=, before);
  window_test_activate (window, "find", NULL);
  window_test_activate (window, "find-next", NULL);
  window_test_activate (window, "show-history", NULL);
  window_test_activate (window, "show-issue", NULL);
  issue_set_title (culprit_log_page_get_issue (page), "My title");
  window_test_activate (window, "copy-title", NULL);
  title = window_test_paste (window);
  g_assert_cmpstr (title, ==, "My title");
  widget_test_wait (300);

  window_test_activate (window, "close-tab", NULL);
  g_assert_null (culprit_window_get_page (window));
  window_test_activate (window, "reopen-tab", NULL);
  g_assert_true (culprit_window_get_page (window) == page);
  widget_test_wait (100);
}

static void
test_old_window_closes (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritWindow *other;

  window_test_open (window, "buildkite-passed.log");
  window_test_open (window, LOG);
  window_test_activate (window, "show-issue", NULL);
  other = move_tab (window);
  g_assert_false (window_test_is_enabled (window, "next-failure"));
  window_test_end (window);

  work (other);
  window_test_end (other);
}

static void
test_new_window_closes (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritWindow *other;

  window_test_open (window, LOG);
  window_test_open (window, "buildkite-passed.log");
  other = move_tab (window);
  window_test_end (other);

  work (window);
  window_test_end (window);
}

/* Beside a log that moves is what was there before, however wide the last new window was. */
static void
test_closed_list (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritWindow *other;
  gboolean shows_failures;

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 700);
  window_test_open (window, "buildkite-passed.log");
  window_test_open (window, LOG);
  g_object_set (culprit_window_get_page (window), "show-failures", FALSE, NULL);
  g_settings_set_int (settings_get (), "window-width", 700);
  other = move_tab (window);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (other)), >, 900);
  g_object_get (culprit_window_get_page (other), "show-failures", &shows_failures, NULL);
  g_assert_false (shows_failures);
  g_settings_reset (settings_get (), "window-width");
  window_test_end (other);
  window_test_end (window);
}

static void
test_while_it_loads (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritWindow *other;
  g_autoptr (GFile) file = window_test_find_log (LOG);

  window_test_open (window, "buildkite-passed.log");
  culprit_window_open_file (window, file, JOB_LOG_READ_DEFAULT);
  window_test_activate (window, "move-tab", NULL);
  other = get_other (window);
  g_assert_true (culprit_log_page_is_loading (culprit_window_get_page (other)));
  window_test_end (window);
  window_test_wait_loaded (other);

  work (other);
  window_test_end (other);
}

/* A page that is not read at all says so where it is by then. */
static void
test_unreadable (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritWindow *other;
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/gone.log");

  window_test_open (window, "buildkite-passed.log");
  culprit_window_open_file (window, file, JOB_LOG_READ_DEFAULT);
  window_test_activate (window, "move-tab", NULL);
  other = get_other (window);
  window_test_end (window);
  window_test_expect (other, "No such file: gone.log");
  window_test_end (other);
}

/* What is chosen in a tab's menu is of that tab, though another is in front. */
static void
test_menu (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritLogPage *behind, *front;
  CulpritWindow *other;
  AdwTabView *view;

  window_test_open (window, LOG);
  behind = culprit_window_get_page (window);
  window_test_open (window, "buildkite-passed.log");
  front = culprit_window_get_page (window);
  view = ADW_TAB_VIEW (widget_test_find (GTK_WIDGET (window), ADW_TYPE_TAB_VIEW, NULL));
  g_signal_emit_by_name (view, "setup-menu", adw_tab_view_get_page (view, GTK_WIDGET (behind)));
  window_test_activate (window, "move-tab", NULL);
  g_signal_emit_by_name (view, "setup-menu", NULL);
  other = get_other (window);
  g_assert_true (culprit_window_get_page (other) == behind);
  g_assert_true (culprit_window_get_page (window) == front);
  window_test_end (other);

  window_test_open (window, LOG);
  g_signal_emit_by_name (view, "setup-menu", adw_tab_view_get_page (view, GTK_WIDGET (front)));
  window_test_activate (window, "close-tab", NULL);
  g_signal_emit_by_name (view, "setup-menu", NULL);
  g_assert_cmpint (adw_tab_view_get_n_pages (view), ==, 1);
  g_assert_true (culprit_window_get_page (window) != front);
  window_test_end (window);
}

static void
count_frame (guint *n_frames)
{
  ++*n_frames;
}

/* Until nothing asks WINDOW to be drawn for a while. */
static void
wait_for_rest (CulpritWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  guint n_frames = 1;
  gulong handler = g_signal_connect_swapped (clock, "update", G_CALLBACK (count_frame), &n_frames);

  while (n_frames > 0) {
    g_assert_cmpint (g_get_monotonic_time (), <, end);
    n_frames = 0;
    widget_test_wait (200);
  }
  g_signal_handler_disconnect (clock, handler);
}

/* A log that came while another was in front waits, without any work, until it is shown, and is then at its failure. */
static void
test_behind (void)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (GFile) file = window_test_find_log (LOG);
  CulpritLogPage *behind;
  const Failure *failure;
  gint64 first_line;

  culprit_window_open_file (window, file, JOB_LOG_READ_DEFAULT);
  behind = culprit_window_get_page (window);
  window_test_open (window, "buildkite-passed.log");
  widget_test_until (!culprit_log_page_is_loading (behind), 20);
  wait_for_rest (window);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (culprit_log_page_get_view (behind))), ==, 0);

  culprit_window_show_page (window, behind);
  wait_for_rest (window);
  failure = g_ptr_array_index (culprit_log_page_get_findings (behind)->failures, 0);
  first_line = culprit_log_view_get_first_line (culprit_log_page_get_view (behind));
  g_assert_cmpint (first_line, >, 1);
  g_assert_cmpint (first_line, <=, failure->line);
  window_test_end (window);
}

/* What reads a log that grows does not go on for nobody. */
static void
test_closed_while_followed (void)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (GFile) file = window_test_find_log (LOG);
  CulpritLogPage *page;

  window_test_open_file (window, file);
  page = culprit_window_get_page (window);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  culprit_log_page_set_following (page, TRUE);
  window_test_wait_loaded (window);
  g_assert_true (culprit_log_page_is_following (page));
  window_test_end (window);
  widget_test_until (page == NULL, 20);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/window-tabs/old-window-closes", test_old_window_closes);
    g_test_add_func ("/window-tabs/new-window-closes", test_new_window_closes);
    g_test_add_func ("/window-tabs/closed-list", test_closed_list);
    g_test_add_func ("/window-tabs/while-it-loads", test_while_it_loads);
    g_test_add_func ("/window-tabs/unreadable", test_unreadable);
    g_test_add_func ("/window-tabs/menu", test_menu);
    g_test_add_func ("/window-tabs/behind", test_behind);
    g_test_add_func ("/window-tabs/closed-while-followed", test_closed_while_followed);
  }

  return g_test_run ();
}
