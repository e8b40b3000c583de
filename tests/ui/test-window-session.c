/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "widget-test.h"
#include "window-test.h"

static gboolean
shows (CulpritWindow *window,
       const char    *property)
{
  gboolean is_shown;

  g_object_get (culprit_window_get_page (window), property, &is_shown, NULL);

  return is_shown;
}

static void
test_tabs_come_back (void)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (SessionWindow) session = NULL;
  CulpritLogPage *first;

  window_test_open (window, "buildkite-pytest.log");
  first = culprit_window_get_page (window);
  g_object_set (first, "show-failures", FALSE, "show-issue", TRUE, NULL);
  window_test_open (window, "buildkite-passed.log");
  culprit_window_show_page (window, first);
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 600);
  widget_test_wait (100);
  session = culprit_window_dup_session (window);
  window_test_end (window);

  g_assert_cmpuint (session->tabs->len, ==, 2);
  g_assert_cmpint (session->selected, ==, 0);
  g_assert_true (culprit_window_can_restore (session));
  window = window_test_new ();
  culprit_window_restore (window, session);
  window_test_wait_loaded (window);
  g_assert_cmpstr (culprit_log_page_get_name (culprit_window_get_page (window)), ==, "buildkite-pytest.log");
  g_assert_true (shows (window, "show-issue"));
  g_assert_false (shows (window, "show-failures"));
  window_test_activate (window, "close-tab", NULL);
  window_test_wait_loaded (window);
  g_assert_cmpstr (culprit_log_page_get_name (culprit_window_get_page (window)), ==, "buildkite-passed.log");
  window_test_end (window);
}

static void
test_what_is_gone_is_left_out (void)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (SessionWindow) session = session_window_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "logs", "buildkite-passed.log", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  session->width = session->height = 800;
  session_window_add_tab (session, "file:///nowhere/gone.log", SESSION_SHOWS_FAILURES);
  session_window_add_tab (session, "file:///", SESSION_SHOWS_FAILURES);
  session_window_add_tab (session, "file:///dev/zero", SESSION_SHOWS_FAILURES);
  session_window_add_tab (session, "file://%00%zz", 0);
  session->selected = 0;
  g_assert_false (culprit_window_can_restore (session));
  session_window_add_tab (session, uri, SESSION_SHOWS_FAILURES);
  g_assert_true (culprit_window_can_restore (session));

  culprit_window_restore (window, session);
  window_test_wait_loaded (window);
  g_assert_cmpstr (culprit_log_page_get_name (culprit_window_get_page (window)), ==, "buildkite-passed.log");
  window_test_activate (window, "close-tab", NULL);
  g_assert_null (culprit_window_get_page (window));
  window_test_end (window);
}

/* Text that was pasted is nowhere to be found again, and an address with a key in it is nobody's else. */
static void
test_what_is_not_kept (void)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (SessionWindow) session = NULL;

  culprit_window_open_source (window, log_source_new (g_memory_input_stream_new_from_data ("FAILED a\n", 9, NULL),
                                                      "pasted text", -1));
  window_test_wait_loaded (window);
  session = culprit_window_dup_session (window);
  g_assert_cmpuint (session->tabs->len, ==, 0);
  g_assert_cmpint (session->selected, ==, -1);
  window_test_end (window);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/window-session/tabs-come-back", test_tabs_come_back);
    g_test_add_func ("/window-session/what-is-gone-is-left-out", test_what_is_gone_is_left_out);
    g_test_add_func ("/window-session/what-is-not-kept", test_what_is_not_kept);
  }

  return g_test_run ();
}
