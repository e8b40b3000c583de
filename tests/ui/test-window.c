/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "widget-test.h"
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

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/window/failures", test_failures);
    g_test_add_func ("/window/tabs", test_tabs);
    g_test_add_func ("/window/edits-survive", test_edits_survive);
    g_test_add_func ("/window/panes", test_panes);
    g_test_add_func ("/window/panes-follow-the-width", test_panes_follow_the_width);
    g_test_add_func ("/window/may-become-narrow", test_may_become_narrow);
  }

  return g_test_run ();
}
