/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "settings.h"
#include "widget-test.h"
#include "window-test.h"

/* Lines of which a log's CI is told. */
#define FIRST_LINES "one\ntwo\nthree\nfour\nfive\n"

#define FAILED \
  "=========================== short test summary info ============================\n" \
  "FAILED test_a.py::test_one - assert 1 == 2\n" \
  "============================== 1 failed in 0.03s ===============================\n"

/* Enough for a busy machine with sanitizers. */
#define MAX_WAIT 60     /* seconds */

/* A file that is written while a window shows it. */
typedef struct {
  CulpritWindow *window;
  GFile         *file;
  char          *path;
  int            writer;
} Job;

static void
job_write (Job        *job,
           const char *text)
{
  g_assert_cmpint (write (job->writer, text, strlen (text)), ==, (gssize) strlen (text));
}

static void
job_init (Job        *job,
          const char *text)
{
  g_autoptr (GError) error = NULL;

  job->writer = g_file_open_tmp ("job-XXXXXX.log", &job->path, &error);
  g_assert_no_error (error);
  job->file = g_file_new_for_path (job->path);
  job_write (job, text);
  job->window = window_test_new ();
}

static void
job_clear (Job *job)
{
  window_test_end (job->window);
  g_unlink (job->path);
  close (job->writer);
  g_free (job->path);
  g_object_unref (job->file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static CulpritLogPage *
get_page (Job *job)
{
  return culprit_window_get_page (job->window);
}

static gint64
get_n_lines (Job *job)
{
  return log_store_get_n_lines (job_log_get_store (culprit_log_page_get_log (get_page (job))));
}

static void
wait_for_lines (Job    *job,
                gint64  n_lines)
{
  widget_test_until (get_n_lines (job) == n_lines, MAX_WAIT);
}

static void
wait_for_action (Job        *job,
                 const char *name,
                 gboolean    is_enabled)
{
  widget_test_until (window_test_is_enabled (job->window, name) == is_enabled, MAX_WAIT);
}

static void
change_follow (Job      *job,
               gboolean  follow)
{
  g_action_group_change_action_state (G_ACTION_GROUP (job->window), "follow",
                                      g_variant_new_boolean (follow));
}

static gboolean
get_follow (Job *job)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (job->window),
                                                                "follow");

  return g_variant_get_boolean (state);
}

static void
expect_following (Job *job)
{
  g_assert_true (get_follow (job));
  widget_test_until (!culprit_log_page_is_loading (get_page (job)), MAX_WAIT);
  g_assert_true (window_test_is_enabled (job->window, "cancel"));
}

static void
open_and_follow (Job *job)
{
  window_test_open_file (job->window, job->file);
  change_follow (job, TRUE);
  expect_following (job);
}

static void
test_file_that_grows (void)
{
  g_auto (Job) job = { NULL };
  CulpritLogPage *page;
  g_autofree char *text = NULL;

  job_init (&job, FIRST_LINES);
  open_and_follow (&job);
  page = get_page (&job);
  culprit_log_page_set_tail_lines (page, 1);

  job_write (&job, "six\n");
  wait_for_lines (&job, 6);
  g_assert_true (get_page (&job) == page);
  g_assert_cmpint (culprit_log_page_get_tail_lines (page), ==, 1);
  window_test_activate (job.window, "copy-tail", NULL);
  text = window_test_paste (job.window);
  g_assert_cmpstr (text, ==, "six\n");
}

/* Stopping is no error; a file that goes on is read from its start when it is followed again. */
static void
test_stop_and_go_on (void)
{
  g_auto (Job) job = { NULL };

  job_init (&job, FIRST_LINES);
  open_and_follow (&job);
  window_test_activate (job.window, "cancel", NULL);
  wait_for_action (&job, "cancel", FALSE);
  window_test_wait_loaded (job.window);
  g_assert_false (get_follow (&job));
  widget_test_until (job_log_is_complete (culprit_log_page_get_log (get_page (&job))), MAX_WAIT);

  job_write (&job, "six\n");
  widget_test_wait (500);
  g_assert_cmpint (get_n_lines (&job), ==, 5);

  change_follow (&job, TRUE);
  expect_following (&job);
  wait_for_lines (&job, 6);
  change_follow (&job, FALSE);
  g_assert_false (get_follow (&job));
}

/* The issue is there as soon as something failed, and keeps what is written into it. */
static void
test_issue (void)
{
  g_auto (Job) job = { NULL };
  Issue *issue;

  job_init (&job, FIRST_LINES);
  open_and_follow (&job);
  g_assert_false (window_test_is_enabled (job.window, "copy-issue"));

  job_write (&job, FAILED);
  wait_for_action (&job, "copy-issue", TRUE);
  g_assert_true (window_test_is_enabled (job.window, "copy-failure"));
  g_assert_true (get_follow (&job));
  issue = culprit_log_page_get_issue (get_page (&job));
  issue_set_title (issue, "My title");

  change_follow (&job, FALSE);
  widget_test_until (job_log_is_complete (culprit_log_page_get_log (get_page (&job))), MAX_WAIT);
  widget_test_until (culprit_log_page_get_issue (get_page (&job)) != issue, MAX_WAIT);
  g_assert_cmpstr (issue_get_title (culprit_log_page_get_issue (get_page (&job))), ==, "My title");
}

/* What is selected stays when the file is read again. */
static void
test_selection_stays (void)
{
  g_auto (Job) job = { NULL };
  gboolean has_selection;
  CulpritLogView *view;

  job_init (&job, FIRST_LINES);
  window_test_open_file (job.window, job.file);
  view = culprit_log_page_get_view (get_page (&job));
  gtk_widget_activate_action (GTK_WIDGET (view), "log.select-all", NULL);
  change_follow (&job, TRUE);
  expect_following (&job);
  job_write (&job, "six\n");
  wait_for_lines (&job, 6);

  g_object_get (view, "has-selection", &has_selection, NULL);
  g_assert_true (has_selection);
}

static void
test_file_that_is_gone (void)
{
  g_auto (Job) job = { NULL };

  job_init (&job, FIRST_LINES);
  window_test_open_file (job.window, job.file);
  g_unlink (job.path);
  change_follow (&job, TRUE);
  window_test_wait_loaded (job.window);

  g_assert_cmpint (get_n_lines (&job), ==, 5);
  g_assert_false (get_follow (&job));
  g_assert_true (job_log_is_complete (culprit_log_page_get_log (get_page (&job))));
}

static void
test_close_while_following (void)
{
  g_auto (Job) job = { NULL };
  g_autoptr (GObject) page = NULL;

  job_init (&job, FIRST_LINES);
  open_and_follow (&job);
  page = g_object_ref (G_OBJECT (get_page (&job)));
  window_test_activate (job.window, "close-tab", NULL);
  g_assert_null (get_page (&job));
  while (!job_log_is_complete (culprit_log_page_get_log (CULPRIT_LOG_PAGE (page))))
    widget_test_wait (20);

  window_test_activate (job.window, "reopen-tab", NULL);
  g_assert_true (G_OBJECT (get_page (&job)) == page);
  g_assert_false (get_follow (&job));

  /* And with the window. */
  change_follow (&job, TRUE);
  expect_following (&job);
}

static guint
count_labels (GtkWidget  *root,
              const char *text)
{
  guint n = GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_labels (child, text);

  return n;
}

/* A tracker that cannot be asked is not asked again with each line that comes. */
static void
test_tracker_is_asked_once (void)
{
  const char *told = "Offline: known issues could not be looked up";
  g_auto (Job) job = { NULL };

  g_setenv ("CULPRIT_GITHUB_API_URL", "http://127.0.0.1:9", TRUE);
  job_init (&job, FIRST_LINES);
  g_settings_set_boolean (settings_get (), "known-issues", TRUE);
  open_and_follow (&job);
  job_write (&job, FAILED);
  window_test_expect (job.window, told);
  for (int i = 0; i < 5; i++) {
    job_write (&job, "one more\n");
    widget_test_wait (300);
  }
  g_assert_cmpuint (count_labels (GTK_WIDGET (job.window), told), ==, 1);
  g_settings_set_boolean (settings_get (), "known-issues", FALSE);
}

/* A pipe is followed from the start, without being asked for; where it ends, so does that. */
static void
test_pipe (void)
{
  g_auto (Job) job = { NULL };
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  int fds[2];

  job_init (&job, "");
  g_assert_true (g_unix_open_pipe (fds, FD_CLOEXEC, NULL));
  g_assert_cmpint (write (fds[1], FIRST_LINES, strlen (FIRST_LINES)), ==, strlen (FIRST_LINES));
  culprit_window_open_source (job.window, log_source_follow_fd (fds[0], "a pipe", stop));
  wait_for_lines (&job, 5);
  expect_following (&job);
  g_assert_true (window_test_is_enabled (job.window, "follow"));

  g_assert_cmpint (write (fds[1], FAILED, strlen (FAILED)), ==, strlen (FAILED));
  wait_for_lines (&job, 8);
  close (fds[1]);
  wait_for_action (&job, "cancel", FALSE);
  g_assert_false (window_test_is_enabled (job.window, "follow"));
  g_assert_true (window_test_is_enabled (job.window, "copy-issue"));
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/log-page-following/file-that-grows", test_file_that_grows);
    g_test_add_func ("/log-page-following/stop-and-go-on", test_stop_and_go_on);
    g_test_add_func ("/log-page-following/issue", test_issue);
    g_test_add_func ("/log-page-following/selection-stays", test_selection_stays);
    g_test_add_func ("/log-page-following/file-that-is-gone", test_file_that_is_gone);
    g_test_add_func ("/log-page-following/close-while-following", test_close_while_following);
    g_test_add_func ("/log-page-following/pipe", test_pipe);
    g_test_add_func ("/log-page-following/tracker-is-asked-once", test_tracker_is_asked_once);
  }

  return g_test_run ();
}
