/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "job-chooser.h"
#include "job-row.h"
#include "played-service.h"
#include "recent-logs.h"
#include "text-provider.h"
#include "widget-test.h"
#include "window-test.h"

#define FAILING_TEST "test_closes_handle[shared]"

static void
open_address (CulpritWindow *window,
              const char    *name)
{
  culprit_window_open_uri (window, played_service_get (name), JOB_LOG_READ_DEFAULT);
}

static LogStore *
get_store (CulpritWindow *window)
{
  return job_log_get_store (culprit_log_page_get_log (culprit_window_get_page (window)));
}

static void
wait_for_lines (CulpritWindow *window,
                gint64         n_lines)
{
  for (guint i = 0; i < 3000 && log_store_get_n_lines (get_store (window)) < n_lines; i++)
    widget_test_wait (20);
  g_assert_cmpint (log_store_get_n_lines (get_store (window)), >=, n_lines);
}

/* The chooser that WINDOW has open, or NULL. */
static GtkWidget *
find_chooser (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (CULPRIT_IS_JOB_CHOOSER (item->data) && gtk_widget_get_mapped (item->data))
      return item->data;

  return NULL;
}

static GtkWidget *
wait_for_chooser (void)
{
  GtkWidget *chooser = NULL;

  for (guint i = 0; i < 3000 && (chooser = find_chooser ()) == NULL; i++)
    widget_test_wait (20);
  g_assert_nonnull (chooser);

  return chooser;
}

/* The names of what is listed in CHOOSER, those that are checked with a star (transfer full). */
static char *
list_jobs (GtkWidget *chooser)
{
  GtkWidget *list = widget_test_find (chooser, GTK_TYPE_LIST_BOX, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row)) {
    if (!CULPRIT_IS_JOB_ROW (row) || !gtk_widget_get_child_visible (row))
      continue;
    g_string_append_printf (names, "%s%s%s", names->len > 0 ? ", " : "",
                            culprit_job_row_get_job (CULPRIT_JOB_ROW (row))->name,
                            culprit_job_row_is_chosen (CULPRIT_JOB_ROW (row)) ? "*" : "");
  }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static CulpritJobRow *
find_row (GtkWidget  *chooser,
          const char *name)
{
  GtkWidget *list = widget_test_find (chooser, GTK_TYPE_LIST_BOX, NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (CULPRIT_IS_JOB_ROW (row) && g_str_equal (culprit_job_row_get_job (CULPRIT_JOB_ROW (row))->name, name))
      return CULPRIT_JOB_ROW (row);
  g_assert_not_reached ();
}

static guint
count_tabs (CulpritWindow *window)
{
  GtkWidget *view = widget_test_find (GTK_WIDGET (window), ADW_TYPE_TAB_VIEW, NULL);

  return view != NULL ? (guint) adw_tab_view_get_n_pages (ADW_TAB_VIEW (view)) : 0;
}

static void
test_paste (void)
{
  CulpritWindow *window = window_test_new ();
  GdkContentProvider *content = culprit_text_provider_new_text (played_service_get ("JOB"));
  CulpritLogPage *page;
  g_autofree char *subtitle = NULL;
  g_autofree char *commit = g_strndup (played_service_get ("COMMIT"), 9);
  Issue *issue;

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (window)), content);
  g_object_unref (content);
  window_test_activate (window, "paste", NULL);
  for (guint i = 0; i < 1000 && culprit_window_get_page (window) == NULL; i++)
    widget_test_wait (20);
  window_test_wait_loaded (window);

  page = culprit_window_get_page (window);
  g_assert_nonnull (page);
  g_assert_true (job_log_is_complete (culprit_log_page_get_log (page)));
  g_assert_cmpstr (culprit_log_page_get_title (page), ==, "Binding Tests");
  g_assert_cmpstr (culprit_log_page_get_uri (page), ==, played_service_get ("JOB"));
  subtitle = culprit_log_page_dup_subtitle (page, FALSE);
  g_assert_nonnull (strstr (subtitle, "quill/ci #1150 · main · "));
  g_assert_nonnull (strstr (subtitle, commit));
  issue = culprit_log_page_get_issue (page);
  g_assert_nonnull (issue);
  g_assert_cmpstr (issue_get_job (issue), ==, "Binding Tests");
  g_assert_cmpstr (issue_get_commit (issue), ==, played_service_get ("COMMIT"));

  window_test_end (window);
}

/* It is among the recent logs, and comes again from there. */
static void
test_recent (void)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (GPtrArray) logs = NULL;
  const RecentLog *recent;
  CulpritLogPage *page;

  open_address (window, "JOB");
  window_test_wait_loaded (window);
  logs = recent_logs_list (1);
  g_assert_cmpuint (logs->len, ==, 1);
  recent = g_ptr_array_index (logs, 0);
  g_assert_cmpstr (recent->uri, ==, played_service_get ("JOB"));
  g_assert_cmpstr (recent->job, ==, "Binding Tests");

  window_test_activate (window, "close-tab", NULL);
  g_assert_cmpuint (count_tabs (window), ==, 0);
  window_test_activate (window, "open-uri", g_variant_new_string (recent->uri));
  window_test_wait_loaded (window);
  g_assert_cmpuint (count_tabs (window), ==, 1);
  page = culprit_window_get_page (window);
  g_assert_true (job_log_is_complete (culprit_log_page_get_log (page)));

  /* Once is enough. */
  window_test_activate (window, "open-uri", g_variant_new_string (recent->uri));
  window_test_wait_loaded (window);
  g_assert_cmpuint (count_tabs (window), ==, 1);
  g_assert_true (culprit_window_get_page (window) == page);
  g_assert_true (job_log_is_complete (culprit_log_page_get_log (culprit_window_get_page (window))));

  window_test_end (window);
}

/* What is named in the address is looked at, not what failed. */
static void
test_lines (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritLogPage *page;
  CulpritLogView *view;
  GtkAdjustment *adjustment;
  gint64 n_selected = 0;

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 480);
  open_address (window, "LINES");
  window_test_wait_loaded (window);
  widget_test_wait (500);
  page = culprit_window_get_page (window);
  g_assert_true (culprit_log_page_has_chosen (page));
  view = culprit_log_page_get_view (page);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, 20 * 30);
  g_object_unref (culprit_log_view_open_selection (view, &n_selected));
  g_assert_cmpint (n_selected, ==, 3);
  g_assert_cmpint (culprit_log_view_get_cursor_line (view), ==, 20);

  window_test_end (window);
}

static void
test_single (void)
{
  CulpritWindow *window = window_test_new ();

  open_address (window, "SINGLE");
  window_test_wait_loaded (window);
  g_assert_cmpstr (culprit_log_page_get_title (culprit_window_get_page (window)), ==, "Nightly Kernels");
  g_assert_null (find_chooser ());

  window_test_end (window);
}

static void
test_several (void)
{
  CulpritWindow *window = window_test_new ();
  GtkWidget *chooser;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  open_address (window, "SEVERAL");
  chooser = wait_for_chooser ();
  g_assert_null (culprit_window_get_page (window));
  before = list_jobs (chooser);
  g_assert_cmpstr (before, ==, "Binding Tests*, Page Layout (2 GPUs)*, Nightly Kernels*, Client Examples*, "
                               ":memo: Spelling");
  g_assert_nonnull (widget_test_label (chooser, "Soft-failed"));
  g_assert_nonnull (widget_test_label (chooser, "Open 4 Logs"));

  gtk_widget_activate_action (chooser, "jobs.select-all", NULL);
  g_assert_nonnull (widget_test_label (chooser, "Open 5 Logs"));
  gtk_widget_activate_action (chooser, "jobs.select-all", NULL);
  g_assert_nonnull (widget_test_label (chooser, "Open 0 Logs"));
  culprit_job_row_set_chosen (find_row (chooser, "Binding Tests"), TRUE);
  culprit_job_row_set_chosen (find_row (chooser, "Client Examples"), TRUE);
  after = list_jobs (chooser);
  g_assert_cmpstr (after, ==, "Binding Tests*, Page Layout (2 GPUs), Nightly Kernels, Client Examples*, "
                              ":memo: Spelling");
  gtk_widget_activate_action (chooser, "jobs.open", NULL);
  widget_test_wait (50);
  g_assert_null (find_chooser ());
  g_assert_cmpuint (count_tabs (window), ==, 2);
  window_test_wait_loaded (window);
  g_assert_cmpstr (culprit_log_page_get_title (culprit_window_get_page (window)), ==, "Binding Tests");

  window_test_end (window);
}

/* A job whose log is open already is not opened once more, from a list neither. */
static void
test_open_already (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritLogPage *page = NULL;

  for (guint i = 0; i < 2; i++) {
    GtkWidget *chooser;

    open_address (window, "SEVERAL");
    chooser = wait_for_chooser ();
    gtk_widget_activate_action (chooser, "jobs.select-all", NULL);
    gtk_widget_activate_action (chooser, "jobs.select-all", NULL);
    culprit_job_row_set_chosen (find_row (chooser, "Binding Tests"), TRUE);
    gtk_widget_activate_action (chooser, "jobs.open", NULL);
    widget_test_wait (50);
    window_test_wait_loaded (window);
    g_assert_cmpuint (count_tabs (window), ==, 1);
    g_assert_true (page == NULL || culprit_window_get_page (window) == page);
    page = culprit_window_get_page (window);
  }

  window_test_end (window);
}

static void
test_filter (void)
{
  CulpritWindow *window = window_test_new ();
  GtkWidget *chooser, *entry;
  g_autofree char *names = NULL;

  open_address (window, "SEVERAL");
  chooser = wait_for_chooser ();
  g_assert_null (widget_test_find (chooser, GTK_TYPE_SEARCH_ENTRY, NULL));
  gtk_widget_activate_action (chooser, "jobs.show-all", NULL);
  widget_test_wait (50);
  entry = widget_test_find (chooser, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "SPELL");
  widget_test_wait (400);
  names = list_jobs (chooser);
  g_assert_cmpstr (names, ==, ":memo: Spelling");
  gtk_window_close (GTK_WINDOW (chooser));
  widget_test_wait (50);
  g_assert_cmpuint (count_tabs (window), ==, 0);

  window_test_end (window);
}

static void
test_none (void)
{
  CulpritWindow *window = window_test_new ();
  GtkWidget *chooser;

  open_address (window, "NONE");
  window_test_wait_loaded (window);
  window_test_expect (window, "No job of quill/ci #1149 failed");
  window_test_expect (window, "Show All Jobs");
  window_test_activate (window, "show-jobs", g_variant_new_string (played_service_get ("NONE")));
  chooser = wait_for_chooser ();
  g_assert_nonnull (widget_test_label (chooser, "Open 0 Logs"));
  gtk_window_close (GTK_WINDOW (chooser));

  window_test_end (window);
}

/* A pull request's checks are those of all its builds. */
static void
test_pull (void)
{
  CulpritWindow *window = window_test_new ();

  open_address (window, "PULL");
  gtk_window_close (GTK_WINDOW (wait_for_chooser ()));

  window_test_end (window);
}

static void
test_shows_while_it_arrives (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritLogPage *page;

  open_address (window, "SLOW");
  wait_for_lines (window, 3);
  page = culprit_window_get_page (window);
  widget_test_wait (600);
  g_assert_true (culprit_log_page_is_loading (page));
  g_assert_cmpstr (culprit_log_page_get_title (page), ==, "Binding Tests");
  g_assert_nonnull (widget_test_find (GTK_WIDGET (page), GTK_TYPE_PROGRESS_BAR, NULL));
  window_test_activate (window, "cancel", NULL);
  window_test_wait_loaded (window);
  g_assert_true (culprit_window_get_page (window) == page);
  g_assert_false (job_log_is_complete (culprit_log_page_get_log (page)));

  window_test_end (window);
}

static void
test_close_while_loading (void)
{
  CulpritWindow *window = window_test_new ();
  gpointer page;

  open_address (window, "SILENT");
  page = culprit_window_get_page (window);
  g_object_add_weak_pointer (page, &page);
  window_test_expect (window, "Fetching…");
  widget_test_wait (500);
  window_test_activate (window, "close-tab", NULL);
  g_assert_null (culprit_window_get_page (window));

  /* The worker ends, and lets go of the page. */
  for (guint i = 0; i < 500 && page != NULL; i++)
    widget_test_wait (20);
  g_assert_null (page);
  g_assert_false (window_test_is_enabled (window, "reopen-tab"));

  window_test_end (window);
}

static void
test_token (void)
{
  CulpritWindow *window = window_test_new ();

  open_address (window, "TOKEN");
  window_test_wait_loaded (window);
  window_test_expect (window, "Buildkite wants a token for this log");
  window_test_expect (window, "Preferences");
  g_assert_null (culprit_window_get_page (window));

  window_test_end (window);
}

static void
test_waits (void)
{
  CulpritWindow *window = window_test_new ();

  open_address (window, "LIMITED");
  for (guint i = 0; i < 500 && widget_test_find (GTK_WIDGET (window), GTK_TYPE_BOX, "notice") == NULL; i++)
    widget_test_wait (20);
  g_assert_nonnull (widget_test_find (GTK_WIDGET (window), GTK_TYPE_BOX, "notice"));
  window_test_wait_loaded (window);
  g_assert_true (job_log_is_complete (culprit_log_page_get_log (culprit_window_get_page (window))));
  g_assert_null (widget_test_find (GTK_WIDGET (window), GTK_TYPE_BOX, "notice"));

  window_test_end (window);
}

static void
test_gone (void)
{
  CulpritWindow *window = window_test_new ();

  open_address (window, "GONE");
  window_test_wait_loaded (window);
  g_assert_null (culprit_window_get_page (window));
  window_test_expect (window, "Try Again");
  window_test_activate (window, "open-uri", g_variant_new_string (played_service_get ("GONE")));
  window_test_wait_loaded (window);
  g_assert_nonnull (culprit_window_get_page (window));

  window_test_end (window);
}

static void
test_nobody_there (void)
{
  CulpritWindow *window = window_test_new ();

  culprit_window_open_uri (window, "http://127.0.0.1:1/logs/job.log", JOB_LOG_READ_DEFAULT);
  window_test_wait_loaded (window);
  g_assert_null (culprit_window_get_page (window));
  window_test_expect (window, "Try Again");

  window_test_end (window);
}

int
main (int    argc,
      char **argv)
{
  int status;

  played_service_start ();
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/window-fetching/paste", test_paste);
    g_test_add_func ("/window-fetching/recent", test_recent);
    g_test_add_func ("/window-fetching/lines", test_lines);
    g_test_add_func ("/window-fetching/single", test_single);
    g_test_add_func ("/window-fetching/several", test_several);
    g_test_add_func ("/window-fetching/open-already", test_open_already);
    g_test_add_func ("/window-fetching/filter", test_filter);
    g_test_add_func ("/window-fetching/none", test_none);
    g_test_add_func ("/window-fetching/pull", test_pull);
    g_test_add_func ("/window-fetching/shows-while-it-arrives", test_shows_while_it_arrives);
    g_test_add_func ("/window-fetching/close-while-loading", test_close_while_loading);
    g_test_add_func ("/window-fetching/token", test_token);
    g_test_add_func ("/window-fetching/waits", test_waits);
    g_test_add_func ("/window-fetching/gone", test_gone);
    g_test_add_func ("/window-fetching/nobody-there", test_nobody_there);
  }
  status = g_test_run ();
  played_service_stop ();

  return status;
}
