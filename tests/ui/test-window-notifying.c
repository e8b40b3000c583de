/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "notifications.h"
#include "widget-test.h"
#include "window-private.h"
#include "window-test.h"

#define LOG "buildkite-pytest.log"

/* Thirty-six characters, as GitHub's have. */
#define TOKEN "a1B2c3D4e5F6g7H8i9J0" "k1L2m3N4o5P6q7R8"

/* What stands in for the desktop: its clock, which window it has in front, and what it was told. */
static gint64 later;
static gboolean is_active;
static guint n_sent, n_withdrawn;
static char *last_id;

gint64
g_get_monotonic_time (void)
{
  return g_get_real_time () + later;
}

gboolean
gtk_window_is_active (GtkWindow *window)
{
  return is_active;
}

void
notifications_send (GApplication  *application,
                    const char    *id,
                    GNotification *notification)
{
  g_assert_true (g_uuid_string_is_valid (id));
  g_assert_true (G_IS_NOTIFICATION (notification));
  g_free (last_id);
  last_id = g_strdup (id);
  n_sent++;
}

void
notifications_withdraw (GApplication *application,
                        const char   *id)
{
  g_assert_true (g_uuid_string_is_valid (id));
  n_withdrawn++;
}

/* Opens the log at PATH, which takes as long as that. */
static CulpritWindow *
open_for (const char *path,
          int         seconds)
{
  CulpritWindow *window = window_test_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  n_sent = n_withdrawn = 0;
  culprit_window_open_file (window, file, JOB_LOG_READ_DEFAULT);
  g_assert_true (culprit_log_page_is_loading (culprit_window_get_page (window)));
  later += seconds * G_TIME_SPAN_SECOND;
  window_test_wait_loaded (window);

  return window;
}

static char *
dup_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "logs", LOG, NULL);
}

static void
test_nobody_looks (void)
{
  g_autofree char *path = dup_path ();
  CulpritWindow *window;

  is_active = FALSE;
  window = open_for (path, 11);
  g_assert_cmpuint (n_sent, ==, 1);
  g_assert_cmpuint (n_withdrawn, ==, 0);

  g_object_notify (G_OBJECT (window), "is-active");
  g_assert_cmpuint (n_withdrawn, ==, 0);
  is_active = TRUE;
  g_object_notify (G_OBJECT (window), "is-active");
  g_assert_cmpuint (n_withdrawn, ==, 1);
  g_object_notify (G_OBJECT (window), "is-active");
  g_assert_cmpuint (n_withdrawn, ==, 1);
  window_test_end (window);
}

static void
test_somebody_looks (void)
{
  g_autofree char *path = dup_path ();
  CulpritWindow *window;

  is_active = TRUE;
  window = open_for (path, 11);
  g_assert_cmpuint (n_sent, ==, 0);
  window_test_end (window);
}

static void
test_was_short (void)
{
  g_autofree char *path = dup_path ();
  CulpritWindow *window;

  is_active = FALSE;
  window = open_for (path, 0);
  g_assert_cmpuint (n_sent, ==, 0);
  window_test_end (window);
}

static void
test_failed (void)
{
  CulpritWindow *window;

  is_active = FALSE;
  window = open_for ("/nowhere/gone.log", 11);
  widget_test_wait (200);
  g_assert_cmpuint (n_sent, ==, 1);
  g_assert_cmpuint (n_withdrawn, ==, 0);
  window_test_end (window);
}

/* With the tab goes what tells of it. */
static void
test_tab_closes (void)
{
  g_autofree char *path = dup_path ();
  CulpritWindow *window;

  is_active = FALSE;
  window = open_for (path, 11);
  window_test_end (window);
  g_assert_cmpuint (n_sent, ==, 1);
  g_assert_cmpuint (n_withdrawn, ==, 1);
}

/* What is told, and kept of recent logs, may be seen by others. */
static void
test_secrets_masked (void)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "quill-secret.log", NULL);
  g_autofree char *summary = NULL;
  CulpritWindow *window;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_assert_true (g_file_set_contents (path,
                                      "FAILED tests/test_quill.py::test_login[ghp_" TOKEN "] - assert 1 == 2\n"
                                      "===== 1 failed in 0.03s =====\n", -1, NULL));
  is_active = FALSE;
  window = open_for (path, 0);
  summary = culprit_window_dup_summary (culprit_window_get_page (window));
  g_assert_cmpstr (summary, ==, "test_login[[REDACTED:github-token]]");
  window_test_end (window);
}

/* That of another run is of no page of this one. */
static void
test_is_shown (void)
{
  g_autofree char *path = dup_path ();
  g_autofree char *stale = g_uuid_string_random ();
  g_autofree char *first_id = NULL;
  CulpritWindow *window;
  CulpritLogPage *first, *second;

  is_active = FALSE;
  window = open_for (path, 11);
  first = culprit_window_get_page (window);
  first_id = g_strdup (last_id);
  window_test_open_text (window, "FAILED a\n");
  later += 11 * G_TIME_SPAN_SECOND;
  window_test_wait_loaded (window);
  second = culprit_window_get_page (window);
  g_assert_cmpstr (first_id, !=, last_id);

  g_assert_false (culprit_window_show_notified (window, stale));
  g_assert_false (culprit_window_show_notified (window, "page-1"));
  g_assert_true (culprit_window_get_page (window) == second);
  g_assert_true (culprit_window_show_notified (window, first_id));
  g_assert_true (culprit_window_get_page (window) == first);
  g_assert_true (culprit_window_show_notified (window, last_id));
  g_assert_true (culprit_window_get_page (window) == second);
  window_test_end (window);
}

int
main (int    argc,
      char **argv)
{
  int status;

  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/window-notifying/nobody-looks", test_nobody_looks);
    g_test_add_func ("/window-notifying/somebody-looks", test_somebody_looks);
    g_test_add_func ("/window-notifying/was-short", test_was_short);
    g_test_add_func ("/window-notifying/failed", test_failed);
    g_test_add_func ("/window-notifying/tab-closes", test_tab_closes);
    g_test_add_func ("/window-notifying/secrets-masked", test_secrets_masked);
    g_test_add_func ("/window-notifying/is-shown", test_is_shown);
  }

  status = g_test_run ();
  g_free (last_id);

  return status;
}
