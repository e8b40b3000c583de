/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "kept-edits.h"
#include "settings.h"
#include "state-file.h"
#include "widget-test.h"
#include "window-test.h"

#define PASTED "FAILED quill/test_a.py::test_a - assert 1 == 2\n= 1 failed in 0.1s =\n"

static Issue *
get_issue (CulpritWindow *window)
{
  return culprit_log_page_get_issue (culprit_window_get_page (window));
}

static void
paste (CulpritWindow *window,
       const char    *title)
{
  window_test_open_text (window, PASTED);
  window_test_wait_loaded (window);
  g_assert_nonnull (get_issue (window));
  issue_set_title (get_issue (window), title);
}

/* Whether a label under ROOT ends with WORDS. */
static gboolean
shows_end (GtkWidget  *root,
           const char *words)
{
  if (GTK_IS_LABEL (root) && g_str_has_suffix (gtk_label_get_text (GTK_LABEL (root)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows_end (child, words))
      return TRUE;

  return FALSE;
}

/* The question that is asked now, or NULL. */
static GtkWidget *
find_question (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (ADW_IS_MESSAGE_DIALOG (item->data) && gtk_widget_get_visible (item->data))
      return item->data;

  return NULL;
}

static void
answer (const char *heading,
        const char *logs,
        const char *button)
{
  GtkWidget *question = find_question ();
  GtkWidget *label;

  g_assert_nonnull (question);
  label = widget_test_label (question, button);
  g_assert_nonnull (label);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (question)), ==, heading);
  g_assert_nonnull (widget_test_label (question, heading));
  g_assert_true (shows_end (question, logs));
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  widget_test_wait (300);
}

static guint
count_unkept (CulpritWindow *window)
{
  g_autoptr (GPtrArray) unkept = g_ptr_array_new_with_free_func (g_free);

  culprit_window_keep_edits (window, unkept);

  return unkept->len;
}

static void
test_file (void)
{
  CulpritWindow *window = window_test_new ();

  window_test_open (window, "buildkite-pytest.log");
  g_assert_false (issue_is_edited (get_issue (window)));
  issue_set_title (get_issue (window), "Mine");
  gtk_window_close (GTK_WINDOW (window));
  widget_test_wait (300);
  g_assert_null (find_question ());

  window = window_test_new ();
  window_test_open (window, "buildkite-passed.log");
  window_test_open (window, "buildkite-pytest.log");
  g_assert_true (issue_is_title_edited (get_issue (window)));
  g_assert_cmpstr (issue_get_title (get_issue (window)), ==, "Mine");

  /* What was taken back does not come back. */
  issue_set_title (get_issue (window), NULL);
  g_assert_cmpuint (count_unkept (window), ==, 0);
  gtk_window_close (GTK_WINDOW (window));
  widget_test_wait (300);
  window = window_test_new ();
  window_test_open (window, "buildkite-pytest.log");
  g_assert_false (issue_is_edited (get_issue (window)));
  window_test_end (window);
}

static void
select_tab (CulpritWindow *window,
            int            n)
{
  AdwTabView *view = ADW_TAB_VIEW (widget_test_find (GTK_WIDGET (window), ADW_TYPE_TAB_VIEW, NULL));

  adw_tab_view_set_selected_page (view, adw_tab_view_get_nth_page (view, n));
}

/* A tab of the same log in which nothing was written, or was written before, takes nothing of it away. */
static void
test_two_tabs (void)
{
  CulpritWindow *window = window_test_new ();

  window_test_open (window, "buildkite-pytest.log");
  window_test_open (window, "buildkite-pytest.log");
  select_tab (window, 0);
  issue_set_title (get_issue (window), "Mine");
  g_assert_cmpuint (count_unkept (window), ==, 0);
  g_assert_cmpuint (count_unkept (window), ==, 0);
  window_test_open (window, "buildkite-pytest.log");
  g_assert_cmpstr (issue_get_title (get_issue (window)), ==, "Mine");

  select_tab (window, 0);
  issue_set_title (get_issue (window), "Mine, too");
  g_assert_cmpuint (count_unkept (window), ==, 0);
  window_test_open (window, "buildkite-pytest.log");
  g_assert_cmpstr (issue_get_title (get_issue (window)), ==, "Mine, too");
  window_test_end (window);
}

static void
test_pasted (void)
{
  CulpritWindow *window = window_test_new ();

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  paste (window, "Mine");
  window_test_activate (window, "close-tab", NULL);
  gtk_window_close (GTK_WINDOW (window));
  widget_test_wait (300);
  gtk_window_close (GTK_WINDOW (window));
  answer ("Discard the Edited Issue?", "anywhere.\n\npasted text", "Cancel");
  g_assert_nonnull (window);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));

  window_test_activate (window, "reopen-tab", NULL);
  g_assert_cmpstr (issue_get_title (get_issue (window)), ==, "Mine");
  paste (window, "Mine, too");
  gtk_window_close (GTK_WINDOW (window));
  widget_test_wait (300);
  answer ("Discard 2 Edited Issues?", "anywhere.\n\npasted text\npasted text", "Discard");
  g_assert_null (window);
}

static gboolean
stay_open (void)
{
  return GDK_EVENT_STOP;
}

/* The answer counts once, whatever came of it. */
static void
test_stays_open (void)
{
  CulpritWindow *window = window_test_new ();
  gulong handler = g_signal_connect (window, "close-request", G_CALLBACK (stay_open), NULL);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  paste (window, "Mine");
  gtk_window_close (GTK_WINDOW (window));
  widget_test_wait (300);
  answer ("Discard the Edited Issue?", "pasted text", "Discard");
  g_assert_nonnull (window);
  g_assert_cmpstr (issue_get_title (get_issue (window)), ==, "Mine");

  g_signal_handler_disconnect (window, handler);
  gtk_window_close (GTK_WINDOW (window));
  widget_test_wait (300);
  culprit_window_stop_asking (window);
  widget_test_wait (300);
  g_assert_null (find_question ());
  g_assert_nonnull (window);
  gtk_window_close (GTK_WINDOW (window));
  widget_test_wait (300);
  answer ("Discard the Edited Issue?", "pasted text", "Discard");
  g_assert_null (window);
}

static void
test_not_edited (void)
{
  CulpritWindow *window = window_test_new ();

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  paste (window, "Mine");
  issue_set_title (get_issue (window), NULL);
  gtk_window_close (GTK_WINDOW (window));
  widget_test_wait (300);
  g_assert_null (find_question ());
  g_assert_null (window);
}

/* A tab that was closed long ago is still there where nothing else has what was written. */
static void
test_many_closed (void)
{
  CulpritWindow *window = window_test_new ();

  paste (window, "Mine");
  window_test_activate (window, "close-tab", NULL);
  for (guint i = 0; i < 8; i++) {
    window_test_open (window, "buildkite-passed.log");
    window_test_activate (window, "close-tab", NULL);
  }
  g_assert_cmpuint (count_unkept (window), ==, 1);
  for (guint i = 0; i < 5; i++)
    window_test_activate (window, "reopen-tab", NULL);
  g_assert_cmpstr (issue_get_title (get_issue (window)), ==, "Mine");
  g_assert_false (window_test_is_enabled (window, "reopen-tab"));
  window_test_end (window);
}

/* What cannot be written is asked for, too, until it can. */
static void
test_cannot_be_written (void)
{
  CulpritWindow *window = window_test_new ();
  g_autofree char *path = state_file_dup_path ("edits");

  window_test_open (window, "buildkite-pytest.log");
  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  issue_set_title (get_issue (window), "Mine");
  g_assert_cmpuint (count_unkept (window), ==, 1);
  g_assert_cmpuint (count_unkept (window), ==, 1);
  window_test_activate (window, "close-tab", NULL);
  for (guint i = 0; i < 8; i++) {
    window_test_open (window, "buildkite-passed.log");
    window_test_activate (window, "close-tab", NULL);
  }
  g_assert_cmpuint (count_unkept (window), ==, 1);
  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_assert_cmpuint (count_unkept (window), ==, 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  window_test_end (window);
}

/* Nothing is kept where the user wants nothing kept. */
static void
test_without_session (void)
{
  CulpritWindow *window = window_test_new ();
  GSettings *settings = settings_get ();

  window_test_open (window, "buildkite-pytest.log");
  issue_set_title (get_issue (window), "Mine");
  g_settings_set_boolean (settings, "restore-session", FALSE);
  g_assert_cmpuint (count_unkept (window), ==, 1);
  g_assert_null (kept_edits_look_up (culprit_log_page_get_uri (culprit_window_get_page (window))));
  g_settings_reset (settings, "restore-session");
  g_assert_cmpuint (count_unkept (window), ==, 0);
  window_test_end (window);
  kept_edits_forget ();
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    kept_edits_forget ();
    g_test_add_func ("/window-edits/file", test_file);
    g_test_add_func ("/window-edits/two-tabs", test_two_tabs);
    g_test_add_func ("/window-edits/pasted", test_pasted);
    g_test_add_func ("/window-edits/stays-open", test_stays_open);
    g_test_add_func ("/window-edits/not-edited", test_not_edited);
    g_test_add_func ("/window-edits/many-closed", test_many_closed);
    g_test_add_func ("/window-edits/cannot-be-written", test_cannot_be_written);
    g_test_add_func ("/window-edits/without-session", test_without_session);
  }

  return g_test_run ();
}
