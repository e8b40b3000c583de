/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "settings.h"
#include "widget-test.h"
#include "window-test.h"

#define ONE_FAILED "FAILED quill/test_a.py::test_a - assert 1 == 2\n= 1 failed in 0.1s =\n"
#define TWO_FAILED "FAILED quill/test_a.py::test_a - assert 1 == 2\nFAILED quill/test_b.py::test_b - assert 1 == 2\n" \
                   "= 2 failed in 0.1s =\n"

static GFile *
make_file (const char *name,
           const char *content)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), name, NULL);

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return g_file_new_for_path (path);
}

static CulpritLogPage *
show (CulpritWindow *window,
      GFile         *file)
{
  CulpritLogPage *page = culprit_window_show_file (window, file);

  window_test_wait_loaded (CULPRIT_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));

  return page;
}

static AdwTabView *
get_view (CulpritWindow *window)
{
  return ADW_TAB_VIEW (widget_test_find (GTK_WIDGET (window), ADW_TYPE_TAB_VIEW, NULL));
}

static void
test_same_log (void)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (GFile) first = make_file ("quill-first.log", ONE_FAILED);
  g_autoptr (GFile) second = make_file ("quill-second.log", ONE_FAILED);
  CulpritLogPage *page = show (window, first);

  g_assert_true (show (window, second) != page);
  g_assert_true (culprit_window_get_page (window) != page);
  g_assert_true (show (window, first) == page);
  g_assert_true (culprit_window_get_page (window) == page);
  g_assert_cmpint (adw_tab_view_get_n_pages (get_view (window)), ==, 2);

  /* While it loads, too. */
  window_test_activate (window, "close-tab", NULL);
  page = culprit_window_show_file (window, first);
  g_assert_true (culprit_log_page_is_loading (page));
  g_assert_true (show (window, first) == page);
  window_test_end (window);
}

static void
test_other_window (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritWindow *other = window_test_new ();
  g_autoptr (GFile) first = make_file ("quill-first.log", ONE_FAILED);
  g_autoptr (GFile) second = make_file ("quill-second.log", ONE_FAILED);
  CulpritLogPage *page = show (window, first);

  show (window, second);
  g_assert_true (show (other, first) == page);
  g_assert_true (culprit_window_get_page (window) == page);
  g_assert_null (culprit_window_get_page (other));

  /* Whoever asks for it there gets it there. */
  window_test_open_file (other, first);
  g_assert_nonnull (culprit_window_get_page (other));
  g_assert_true (show (other, first) == culprit_window_get_page (other));
  window_test_end (other);
  window_test_end (window);
}

/* It is read anew where it was, and what was written in its issue stays. */
static void
test_changed_file (void)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (GFile) first = make_file ("quill-first.log", ONE_FAILED);
  g_autoptr (GFile) second = make_file ("quill-second.log", ONE_FAILED);
  CulpritLogPage *page = show (window, first);
  CulpritLogPage *again;

  issue_set_title (culprit_log_page_get_issue (page), "Mine");
  show (window, second);
  g_object_unref (make_file ("quill-first.log", TWO_FAILED));
  again = show (window, first);
  g_assert_true (again != page);
  g_assert_true (culprit_window_get_page (window) == again);
  g_assert_cmpint (adw_tab_view_get_n_pages (get_view (window)), ==, 2);
  g_assert_true (adw_tab_page_get_child (adw_tab_view_get_nth_page (get_view (window), 0)) == GTK_WIDGET (again));
  g_assert_cmpuint (culprit_log_page_get_findings (again)->failures->len, ==, 2);
  g_assert_cmpstr (issue_get_title (culprit_log_page_get_issue (again)), ==, "Mine");
  g_assert_null (widget_test_label (GTK_WIDGET (window), "Closed quill-first.log"));

  /* What is gone is not taken away as well. */
  g_assert_true (g_file_delete (first, NULL, NULL));
  g_assert_true (show (window, first) == again);
  g_assert_cmpuint (culprit_log_page_get_findings (again)->failures->len, ==, 2);
  window_test_end (window);
}

/* A tab without a log that is in front goes for it; it comes to where it was all the same. */
static void
test_changed_file_from_new_tab (void)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (GFile) first = make_file ("quill-first.log", ONE_FAILED);
  g_autoptr (GFile) second = make_file ("quill-second.log", ONE_FAILED);
  CulpritLogPage *other = show (window, first);
  AdwTabView *view = get_view (window);
  CulpritLogPage *page;
  AdwTabPage *new_tab;

  window_test_activate (window, "new-tab", NULL);
  new_tab = adw_tab_view_get_selected_page (view);
  show (window, first);
  page = show (window, second);
  g_assert_cmpint (adw_tab_view_get_n_pages (view), ==, 3);
  g_object_unref (make_file ("quill-second.log", TWO_FAILED));
  adw_tab_view_set_selected_page (view, new_tab);
  g_assert_true (show (window, second) != page);
  g_assert_cmpint (adw_tab_view_get_n_pages (view), ==, 2);
  g_assert_true (adw_tab_page_get_child (adw_tab_view_get_nth_page (view, 0)) == GTK_WIDGET (other));
  g_assert_true (adw_tab_page_get_child (adw_tab_view_get_nth_page (view, 1)) == GTK_WIDGET (culprit_window_get_page (window)));
  window_test_end (window);
}

/* What was read of it stays where it was, with what was written in its issue. */
static void
test_read_again_in_vain (void)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (GFile) first = make_file ("quill-first.log", ONE_FAILED);
  g_autoptr (GFile) second = make_file ("quill-second.log", ONE_FAILED);
  g_autoptr (GPtrArray) unkept = g_ptr_array_new_with_free_func (g_free);
  CulpritLogPage *page = show (window, first);

  g_settings_set_boolean (settings_get (), "restore-session", FALSE);
  issue_set_title (culprit_log_page_get_issue (page), "Mine");
  show (window, second);
  show (window, first);
  g_assert_true (g_file_delete (first, NULL, NULL));
  window_test_activate (window, "open-again", g_variant_new_string (culprit_log_page_get_uri (page)));
  window_test_expect (window, "No such file: quill-first.log");
  g_assert_cmpint (adw_tab_view_get_n_pages (get_view (window)), ==, 2);
  g_assert_true (adw_tab_page_get_child (adw_tab_view_get_nth_page (get_view (window), 0)) == GTK_WIDGET (page));
  g_assert_cmpstr (issue_get_title (culprit_log_page_get_issue (page)), ==, "Mine");
  culprit_window_keep_edits (window, unkept);
  g_assert_cmpuint (unkept->len, ==, 1);
  g_settings_reset (settings_get (), "restore-session");
  window_test_end (window);
}

/* What was written is asked for once, of where it is now. */
static void
test_edits_of_changed_file (void)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (GPtrArray) unkept = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GFile) file = make_file ("quill-first.log", ONE_FAILED);

  g_settings_set_boolean (settings_get (), "restore-session", FALSE);
  issue_set_title (culprit_log_page_get_issue (show (window, file)), "Mine");
  g_object_unref (make_file ("quill-first.log", TWO_FAILED));
  show (window, file);
  culprit_window_keep_edits (window, unkept);
  g_assert_cmpuint (unkept->len, ==, 1);

  /* The log as it was has its edits, too, once it is had back. */
  window_test_activate (window, "reopen-tab", NULL);
  g_assert_cmpstr (issue_get_title (culprit_log_page_get_issue (culprit_window_get_page (window))), ==, "Mine");
  issue_set_title (culprit_log_page_get_issue (culprit_window_get_page (window)), "Mine, once more");
  g_ptr_array_set_size (unkept, 0);
  culprit_window_keep_edits (window, unkept);
  g_assert_cmpuint (unkept->len, ==, 2);
  g_settings_reset (settings_get (), "restore-session");
  window_test_end (window);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/window-showing/same-log", test_same_log);
    g_test_add_func ("/window-showing/other-window", test_other_window);
    g_test_add_func ("/window-showing/changed-file", test_changed_file);
    g_test_add_func ("/window-showing/changed-file-from-new-tab", test_changed_file_from_new_tab);
    g_test_add_func ("/window-showing/edits-of-changed-file", test_edits_of_changed_file);
    g_test_add_func ("/window-showing/read-again-in-vain", test_read_again_in_vain);
  }

  return g_test_run ();
}
