/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "settings.h"
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
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
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
  g_assert_true (culprit_window_can_restore (session, gone));
  g_assert_cmpuint (gone->len, ==, 0);
  window = window_test_new ();
  culprit_window_restore (window, session);
  window_test_wait_loaded (window);
  g_assert_cmpstr (culprit_log_page_get_name (culprit_window_get_page (window)), ==, "buildkite-pytest.log");
  g_assert_true (shows (window, "show-issue"));
  g_assert_false (shows (window, "show-failures"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         GTK_WIDGET (culprit_window_get_page (window))));
  window_test_activate (window, "close-tab", NULL);
  window_test_wait_loaded (window);
  g_assert_cmpstr (culprit_log_page_get_name (culprit_window_get_page (window)), ==, "buildkite-passed.log");
  window_test_end (window);
}

/* Restores a window with a log beside which nothing is shown, and which gets WIDTH. */
static CulpritWindow *
restore_bare (int      kept_width,
              gboolean is_maximized,
              int      width)
{
  CulpritWindow *window = CULPRIT_WINDOW (culprit_window_new (GTK_APPLICATION (g_application_get_default ())));
  g_autoptr (SessionWindow) session = session_window_new ();
  g_autoptr (GFile) file = window_test_find_log ("buildkite-pytest.log");
  g_autofree char *uri = g_file_get_uri (file);

  session_window_add_tab (session, session_tab_new (uri, 0));
  session->selected = 0;
  session->width = kept_width;
  session->height = 700;
  session->is_maximized = is_maximized;
  culprit_window_restore (window, session);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
  gtk_window_present (GTK_WINDOW (window));
  window_test_wait_loaded (window);

  return window;
}

/* The list was closed, and stays so however wide the last new window was. */
static void
test_closed_list (void)
{
  CulpritWindow *first = window_test_new ();

  g_settings_set_int (settings_get (), "window-width", 700);
  for (int is_maximized = FALSE; is_maximized <= TRUE; is_maximized++) {
    CulpritWindow *window = restore_bare (is_maximized ? 700 : 1100, is_maximized, 1100);

    g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), >, 900);
    g_assert_false (shows (window, "show-failures"));
    window_test_end (window);
  }
  g_settings_reset (settings_get (), "window-width");
  window_test_end (first);
}

static AdwTabPage *
get_tab (CulpritWindow *window,
         int            n)
{
  return adw_tab_view_get_nth_page (ADW_TAB_VIEW (widget_test_find (GTK_WIDGET (window), ADW_TYPE_TAB_VIEW, NULL)), n);
}

static CulpritLogPage *
get_log (CulpritWindow *window,
         int            n)
{
  return CULPRIT_LOG_PAGE (adw_tab_page_get_child (get_tab (window, n)));
}

static gint64
count_lines (CulpritLogPage *page)
{
  return log_store_get_n_lines (job_log_get_store (culprit_log_page_get_log (page)));
}

/* What nobody looks at is not read, has its name, and comes back as it was. */
static void
test_read_when_shown (void)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (SessionWindow) session = NULL;
  g_autoptr (SessionWindow) again = NULL;

  for (guint i = 0; i < 3; i++)
    window_test_open (window, i == 1 ? "buildkite-passed.log" : "buildkite-pytest.log");
  session = culprit_window_dup_session (window);
  window_test_end (window);

  window = window_test_new ();
  session->selected = 1;
  ((SessionTab *) g_ptr_array_index (session->tabs, 2))->line = 7;
  culprit_window_restore (window, session);
  window_test_wait_loaded (window);
  g_assert_cmpstr (culprit_log_page_get_name (culprit_window_get_page (window)), ==, "buildkite-passed.log");
  g_assert_cmpint (count_lines (get_log (window, 1)), >, 0);
  for (int i = 0; i < 3; i += 2) {
    g_assert_true (culprit_log_page_is_put_off (get_log (window, i)));
    g_assert_cmpint (count_lines (get_log (window, i)), ==, 0);
    g_assert_cmpstr (adw_tab_page_get_title (get_tab (window, i)), ==, "buildkite-pytest.log");
    g_assert_false (adw_tab_page_get_loading (get_tab (window, i)));
  }
  again = culprit_window_dup_session (window);
  g_assert_cmpint (((SessionTab *) g_ptr_array_index (again->tabs, 2))->line, ==, 7);

  /* And closed, it can be had back. */
  adw_tab_view_close_page (ADW_TAB_VIEW (widget_test_find (GTK_WIDGET (window), ADW_TYPE_TAB_VIEW, NULL)),
                           get_tab (window, 0));
  window_test_activate (window, "reopen-tab", NULL);
  window_test_wait_loaded (window);
  g_assert_cmpint (count_lines (culprit_window_get_page (window)), >, 0);
  window_test_end (window);
}

/* Who goes along the tabs by keys stays there, though each log is read only then. */
static void
test_along_the_tabs (void)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (SessionWindow) session = NULL;
  GtkWidget *bar;

  window_test_open (window, "buildkite-passed.log");
  window_test_open (window, "buildkite-pytest.log");
  session = culprit_window_dup_session (window);
  window_test_end (window);

  window = window_test_new ();
  session->selected = 0;
  culprit_window_restore (window, session);
  window_test_wait_loaded (window);
  bar = widget_test_find (GTK_WIDGET (window), ADW_TYPE_TAB_BAR, NULL);
  g_assert_true (gtk_widget_child_focus (bar, GTK_DIR_TAB_FORWARD));
  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
  adw_tab_view_set_selected_page (ADW_TAB_VIEW (widget_test_find (GTK_WIDGET (window), ADW_TYPE_TAB_VIEW, NULL)),
                                  get_tab (window, 1));
  window_test_wait_loaded (window);
  g_assert_cmpint (count_lines (culprit_window_get_page (window)), >, 0);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), bar));
  window_test_end (window);
}

static gint64
get_first_line (CulpritWindow *window)
{
  return culprit_log_view_get_first_line (culprit_log_page_get_view (culprit_window_get_page (window)));
}

/* A log of so many lines, of which three failed (transfer full). */
static GFile *
make_long_log (void)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "quill-long.log", NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i <= 900; i++)
    if (i % 300 == 200)
      g_string_append_printf (text, "FAILED quill/test_%u.py::test_a - assert 1 == 2\n", i);
    else
      g_string_append_printf (text, "line %u\n", i);
  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));

  return g_file_new_for_path (path);
}

static void
wait_for_line (CulpritWindow *window,
               gint64         line)
{
  widget_test_until (get_first_line (window) == line, 20);
}

static void
test_place_comes_back (void)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (GFile) file = make_long_log ();
  g_autoptr (SessionWindow) session = NULL;
  GtkEditable *entry;
  SessionTab *tab;

  window_test_open_file (window, file);
  culprit_log_page_select (culprit_window_get_page (window), 1);
  widget_test_wait (400);
  culprit_log_view_show_from (culprit_log_page_get_view (culprit_window_get_page (window)), 321);
  wait_for_line (window, 321);
  window_test_activate (window, "find", NULL);
  widget_test_wait (400);
  gtk_editable_set_text (GTK_EDITABLE (widget_test_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, NULL)), "assert");
  session = culprit_window_dup_session (window);
  window_test_end (window);
  tab = g_ptr_array_index (session->tabs, 0);
  g_assert_cmpint (tab->line, ==, 321);
  g_assert_cmpint (tab->failure, ==, 1);
  g_assert_cmpstr (tab->find, ==, "assert");
  g_assert_false (tab->is_followed);

  window = window_test_new ();
  culprit_window_restore (window, session);
  window_test_wait_loaded (window);
  wait_for_line (window, 321);
  g_assert_cmpint (culprit_log_page_get_selected (culprit_window_get_page (window)), ==, 1);
  widget_test_wait (400);
  g_assert_cmpint (get_first_line (window), ==, 321);
  g_assert_null (widget_test_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, NULL));
  g_assert_null (culprit_log_view_get_find (culprit_log_page_get_view (culprit_window_get_page (window))));
  window_test_activate (window, "find", NULL);
  widget_test_wait (400);
  entry = GTK_EDITABLE (widget_test_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, NULL));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "assert");
  window_test_end (window);

  /* A log that has become shorter. */
  tab->line = 5000;
  tab->failure = 40;
  window = window_test_new ();
  culprit_window_restore (window, session);
  window_test_wait_loaded (window);
  g_assert_cmpint (culprit_log_page_get_selected (culprit_window_get_page (window)), ==, 0);
  window_test_end (window);
}

static void
test_following_comes_back (void)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (GFile) file = make_long_log ();
  g_autoptr (SessionWindow) session = NULL;

  window_test_open_file (window, file);
  culprit_log_page_set_following (culprit_window_get_page (window), TRUE);
  session = culprit_window_dup_session (window);
  window_test_end (window);
  g_assert_true (((SessionTab *) g_ptr_array_index (session->tabs, 0))->is_followed);

  window = window_test_new ();
  culprit_window_restore (window, session);
  window_test_wait_loaded (window);
  g_assert_true (culprit_log_page_is_following (culprit_window_get_page (window)));
  window_test_end (window);
}

static void
test_triage_comes_back (void)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (SessionWindow) session = session_window_new ();
  g_autoptr (SessionWindow) again = NULL;
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GFile) file = window_test_find_log ("buildkite-passed.log");
  g_autofree char *uri = g_file_get_uri (file);

  /* It is not in front, so that nobody is asked. */
  session_window_add_tab (session, session_tab_new (uri, SESSION_SHOWS_FAILURES));
  session_window_add_tab (session, session_tab_new ("", 0));
  session->width = session->height = 800;
  session->selected = 0;
  g_settings_set_string (settings_get (), "profile", "vllm");
  g_assert_true (culprit_window_can_restore (session, gone));
  g_assert_cmpuint (gone->len, ==, 0);
  culprit_window_restore (window, session);
  window_test_wait_loaded (window);
  g_assert_cmpstr (adw_tab_page_get_title (get_tab (window, 1)), ==, "Daily Triage");
  again = culprit_window_dup_session (window);
  g_assert_cmpuint (again->tabs->len, ==, 2);
  g_assert_cmpstr (((SessionTab *) g_ptr_array_index (again->tabs, 1))->uri, ==, "");
  g_settings_reset (settings_get (), "profile");
  window_test_end (window);
}

static void
test_what_is_gone_is_left_out (void)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (SessionWindow) session = session_window_new ();
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GFile) file = window_test_find_log ("buildkite-passed.log");
  g_autofree char *uri = g_file_get_uri (file);

  session->width = session->height = 800;
  session_window_add_tab (session, session_tab_new ("file:///nowhere/gone.log", SESSION_SHOWS_FAILURES));
  session_window_add_tab (session, session_tab_new ("file:///", SESSION_SHOWS_FAILURES));
  session_window_add_tab (session, session_tab_new ("file:///dev/zero", SESSION_SHOWS_FAILURES));
  session_window_add_tab (session, session_tab_new ("file://%00%zz", 0));
  session->selected = 0;
  g_assert_false (culprit_window_can_restore (session, gone));
  g_assert_cmpuint (gone->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (gone, 0), ==, "gone.log");
  session_window_add_tab (session, session_tab_new (uri, SESSION_SHOWS_FAILURES));
  g_ptr_array_set_size (gone, 0);
  g_assert_true (culprit_window_can_restore (session, gone));

  culprit_window_restore (window, session);
  window_test_wait_loaded (window);
  g_assert_cmpstr (culprit_log_page_get_name (culprit_window_get_page (window)), ==, "buildkite-passed.log");
  culprit_window_tell_gone (window, gone);
  window_test_expect (window, "These logs are no longer there: gone.log, /, zero, file://%00%zz");
  window_test_activate (window, "close-tab", NULL);
  g_assert_null (culprit_window_get_page (window));
  window_test_end (window);
}

/* Without a network nothing that was open is lost; it can be had again. */
static void
check_offline (const char *uri)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (SessionWindow) session = session_window_new ();
  g_autoptr (SessionWindow) again = NULL;
  SessionTab *tab = session_tab_new (uri, SESSION_SHOWS_FAILURES);

  tab->line = 321;
  session_window_add_tab (session, tab);
  session_window_add_tab (session, session_tab_copy (tab));
  session->width = session->height = 800;
  session->selected = 0;
  culprit_window_restore (window, session);
  window_test_expect (window, "Try Again");
  g_assert_false (adw_tab_page_get_loading (get_tab (window, 0)));
  g_assert_true (culprit_log_page_is_put_off (get_log (window, 1)));

  /* Nor is it lost to who tries that too early. */
  window_test_activate (window, "open-again", g_variant_new_string (uri));
  g_assert_true (culprit_log_page_is_loading (culprit_window_get_page (window)));
  window_test_wait_loaded (window);
  window_test_expect (window, "Try Again");
  again = culprit_window_dup_session (window);
  g_assert_cmpuint (again->tabs->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (((SessionTab *) g_ptr_array_index (again->tabs, i))->line, ==, 321);
  window_test_end (window);
}

static void
test_offline (void)
{
  g_setenv ("CULPRIT_BUILDKITE_URL", "http://127.0.0.1:1", TRUE);
  g_setenv ("CULPRIT_BUILDKITE_API_URL", "http://127.0.0.1:1", TRUE);
  check_offline ("http://127.0.0.1:1/quill/ci/builds/1150#0199c5a1-0000-4000-8000-000000000001");
  check_offline ("smb://nowhere/logs/x.log");
}

/* Text that was pasted is nowhere to be found again, and an address with a key in it is nobody's else. */
static void
test_what_is_not_kept (void)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (SessionWindow) session = NULL;

  window_test_open_text (window, "FAILED a\n");
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
    g_test_add_func ("/window-session/closed-list", test_closed_list);
    g_test_add_func ("/window-session/read-when-shown", test_read_when_shown);
    g_test_add_func ("/window-session/along-the-tabs", test_along_the_tabs);
    g_test_add_func ("/window-session/place-comes-back", test_place_comes_back);
    g_test_add_func ("/window-session/following-comes-back", test_following_comes_back);
    g_test_add_func ("/window-session/triage-comes-back", test_triage_comes_back);
    g_test_add_func ("/window-session/what-is-gone-is-left-out", test_what_is_gone_is_left_out);
    g_test_add_func ("/window-session/offline", test_offline);
    g_test_add_func ("/window-session/what-is-not-kept", test_what_is_not_kept);
  }

  return g_test_run ();
}
