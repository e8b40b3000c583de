/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <unistd.h>

#include "field-row.h"
#include "widget-test.h"
#include "window-private.h"
#include "window-test.h"

/* A log in which two sorts of tests fail. */
#define LOG "buildkite-pytest.log"

static void
test_failures (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritLogPage *page;
  int n_failures;

  window_test_open (window, LOG);
  page = culprit_window_get_page (window);
  n_failures = (int) culprit_log_page_get_findings (page)->failures->len;
  g_assert_cmpint (n_failures, >, 1);

  for (int i = 1; i <= n_failures; i++) {
    window_test_activate (window, "next-failure", NULL);
    g_assert_cmpint (culprit_log_page_get_selected (page), ==, i % n_failures);
  }
  window_test_activate (window, "previous-failure", NULL);
  g_assert_cmpint (culprit_log_page_get_selected (page), ==, n_failures - 1);

  window_test_end (window);
}

static void
test_tabs (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritLogPage *first, *second;

  window_test_open (window, LOG);
  first = culprit_window_get_page (window);
  window_test_activate (window, "new-tab", NULL);
  g_assert_null (culprit_window_get_page (window));
  window_test_open (window, "buildkite-passed.log");
  second = culprit_window_get_page (window);
  g_assert_true (second != NULL && second != first);

  window_test_activate (window, "close-tab", NULL);
  g_assert_true (culprit_window_get_page (window) == first);
  window_test_activate (window, "reopen-tab", NULL);
  g_assert_true (culprit_window_get_page (window) == second);
  g_assert_false (window_test_is_enabled (window, "reopen-tab"));

  window_test_activate (window, "close-tab", NULL);
  window_test_activate (window, "close-tab", NULL);
  window_test_expect (window, "Drop a Failed Log");

  window_test_end (window);
}

/* What was edited is there as long as the tab, and after it was brought back. */
static void
test_edits_survive (void)
{
  CulpritWindow *window = window_test_new ();
  g_autofree char *title = NULL;

  window_test_open (window, LOG);
  issue_set_title (culprit_log_page_get_issue (culprit_window_get_page (window)), "My title");
  window_test_open (window, "buildkite-passed.log");
  window_test_activate (window, "close-tab", NULL);
  window_test_activate (window, "close-tab", NULL);
  window_test_activate (window, "reopen-tab", NULL);
  window_test_activate (window, "copy-title", NULL);

  title = window_test_paste (window);
  g_assert_cmpstr (title, ==, "My title");

  window_test_end (window);
}

static GtkWidget *
find_title_row (CulpritWindow *window)
{
  GtkWidget *page = GTK_WIDGET (culprit_window_get_page (window));

  return gtk_widget_get_ancestor (widget_test_label (page, "Title"), CULPRIT_TYPE_FIELD_ROW);
}

static void
assert_title (CulpritWindow *window,
              const char    *expected)
{
  g_autofree char *text = culprit_field_row_dup_text (CULPRIT_FIELD_ROW (find_title_row (window)));

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (issue_get_title (culprit_log_page_get_issue (culprit_window_get_page (window))), ==, expected);
}

/* What was typed is not lost by anything but an answer to what was asked. */
static void
test_typed_text_survives (void)
{
  CulpritWindow *window = window_test_new ();
  GtkWidget *row;
  g_autofree char *made = NULL;

  window_test_open (window, LOG);
  window_test_activate (window, "show-issue", NULL);
  widget_test_wait (500);
  made = g_strdup (issue_get_title (culprit_log_page_get_issue (culprit_window_get_page (window))));
  row = find_title_row (window);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget_test_find (row, GTK_TYPE_TEXT_VIEW, NULL))),
                            "Typed", -1);
  window_test_activate (window, "next-failure", NULL);
  window_test_activate (window, "previous-failure", NULL);
  assert_title (window, "Typed");
  window_test_activate (window, "close-tab", NULL);
  window_test_activate (window, "reopen-tab", NULL);
  assert_title (window, "Typed");

  g_signal_emit_by_name (find_title_row (window), "reset");
  assert_title (window, made);
  window_test_expect (window, "Title was reset");
  window_test_activate (window, "undo-reset", NULL);
  assert_title (window, "Typed");
  window_test_activate (window, "undo-reset", NULL);
  assert_title (window, "Typed");

  g_signal_emit_by_name (find_title_row (window), "reset");
  window_test_activate (window, "close-tab", NULL);
  window_test_activate (window, "undo-reset", NULL);
  window_test_end (window);
}

/* A log that is read once more, since it was cut, has the same issue and the same place, and is not told of as closed. */
static void
test_edits_are_taken_along (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritLogPage *first;
  AdwTabView *tabs;

  window_test_open (window, LOG);
  first = culprit_window_get_page (window);
  issue_set_title (culprit_log_page_get_issue (first), "My title");
  window_test_open (window, "buildkite-passed.log");
  tabs = ADW_TAB_VIEW (widget_test_find (GTK_WIDGET (window), ADW_TYPE_TAB_VIEW, NULL));
  adw_tab_view_set_selected_page (tabs, adw_tab_view_get_nth_page (tabs, 0));
  window_test_activate (window, "open-again", g_variant_new_string (culprit_log_page_get_uri (first)));
  window_test_wait_loaded (window);
  g_assert_true (culprit_window_get_page (window) != first);
  g_assert_cmpint (adw_tab_view_get_n_pages (tabs), ==, 2);
  g_assert_true (adw_tab_view_get_selected_page (tabs) == adw_tab_view_get_nth_page (tabs, 0));
  g_assert_null (widget_test_label (GTK_WIDGET (window), "Undo"));
  g_assert_cmpstr (issue_get_title (culprit_log_page_get_issue (culprit_window_get_page (window))), ==, "My title");
  window_test_end (window);
}

static void
test_panes (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritLogPage *page;
  gboolean shows_failures, shows_issue;

  window_test_open (window, LOG);
  page = culprit_window_get_page (window);

  window_test_activate (window, "show-issue", NULL);
  window_test_activate (window, "show-failures", NULL);
  g_object_get (page, "show-failures", &shows_failures, "show-issue", &shows_issue, NULL);
  g_assert_false (shows_failures);
  g_assert_true (shows_issue);

  window_test_end (window);
}

/* Both panes stand beside the log, or one of them where there is less room. */
static void
test_panes_follow_the_width (void)
{
  const struct { WidthClass width; gboolean expected; } steps[] = {
    { WIDTH_WIDER, TRUE }, { WIDTH_WIDE, FALSE }, { WIDTH_WIDEST, TRUE }, { WIDTH_MEDIUM, FALSE },
  };
  CulpritWindow *window = window_test_new ();
  CulpritLogPage *page;

  window_test_open (window, LOG);
  page = culprit_window_get_page (window);
  culprit_log_page_set_width_class (page, WIDTH_WIDER);
  g_object_set (page, "show-failures", TRUE, "show-issue", TRUE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    gboolean shows_failures, shows_issue;

    culprit_log_page_set_width_class (page, steps[i].width);
    g_object_get (page, "show-failures", &shows_failures, "show-issue", &shows_issue, NULL);
    g_assert_cmpint (shows_failures, ==, steps[i].expected);
    g_assert_true (shows_issue);
  }

  window_test_end (window);
}

/* At once, not step by step: what is wide must not keep the window from becoming narrow. */
static void
test_may_become_narrow (void)
{
  CulpritWindow *window = window_test_new ();
  int minimum;

  window_test_open (window, LOG);
  window_test_activate (window, "show-issue", NULL);

  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  window_test_end (window);
}

/* A log that has come does not take the keyboard out of a menu. */
static void
test_menu_while_it_loads (void)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (GFile) file = window_test_find_log ("buildkite-pytest.log");
  GtkMenuButton *button = GTK_MENU_BUTTON (widget_test_find (GTK_WIDGET (window), GTK_TYPE_MENU_BUTTON, NULL));
  GtkWidget *menu;

  widget_test_until (gtk_menu_button_get_popover (button) != NULL, 20);
  menu = GTK_WIDGET (gtk_menu_button_get_popover (button));
  culprit_window_open_file (window, file, JOB_LOG_READ_DEFAULT);
  gtk_menu_button_popup (button);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), menu));
  g_assert_true (culprit_log_page_is_loading (culprit_window_get_page (window)));
  window_test_wait_loaded (window);
  g_assert_true (gtk_widget_get_mapped (menu));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), menu));
  window_test_end (window);
}

/* Nor out of a text that somebody writes about a log that still grows. */
static void
test_writing_while_it_grows (void)
{
  const char *text = "one\nFAILED a/test_a.py::test_b - assert False\n";
  CulpritWindow *window = window_test_new ();
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  CulpritLogPage *page;
  GtkWidget *view;
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], text, strlen (text)), ==, (gssize) strlen (text));
  culprit_window_open_source (window, log_source_follow_fd (ends[0], "pipe", stop));
  page = culprit_window_get_page (window);
  widget_test_until (culprit_log_page_get_issue (page) != NULL, 20);
  window_test_activate (window, "show-issue", NULL);
  widget_test_until ((view = widget_test_find (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW, NULL)) != NULL
                     && gtk_text_view_get_editable (GTK_TEXT_VIEW (view)), 20);
  g_assert_true (gtk_widget_grab_focus (view));
  close (ends[1]);
  widget_test_until (!culprit_log_page_is_following (page), 20);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == view);
  window_test_end (window);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/window/failures", test_failures);
    g_test_add_func ("/window/tabs", test_tabs);
    g_test_add_func ("/window/edits-survive", test_edits_survive);
    g_test_add_func ("/window/typed-text-survives", test_typed_text_survives);
    g_test_add_func ("/window/edits-are-taken-along", test_edits_are_taken_along);
    g_test_add_func ("/window/panes", test_panes);
    g_test_add_func ("/window/panes-follow-the-width", test_panes_follow_the_width);
    g_test_add_func ("/window/may-become-narrow", test_may_become_narrow);
    g_test_add_func ("/window/menu-while-it-loads", test_menu_while_it_loads);
    g_test_add_func ("/window/writing-while-it-grows", test_writing_while_it_grows);
  }

  return g_test_run ();
}
