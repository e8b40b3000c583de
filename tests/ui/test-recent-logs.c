/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "recent-logs.h"
#include "settings.h"

static void
add (const char *uri,
     const char *job)
{
  RecentLog log = { (char *) uri, (char *) job, (char *) "test_x", (char *) "failed", 1778140840 };

  recent_logs_add (&log);
}

static void
forget_all (void)
{
  g_settings_reset (settings_get (), "recent");
}

static void
test_newest_first (void)
{
  g_autoptr (GPtrArray) logs = NULL;
  const RecentLog *log;

  forget_all ();
  add ("sftp://host/a.log", "A");
  add ("sftp://host/b.log", "B");
  logs = recent_logs_list (4);

  g_assert_cmpuint (logs->len, ==, 2);
  log = g_ptr_array_index (logs, 0);
  g_assert_cmpstr (log->uri, ==, "sftp://host/b.log");
  g_assert_cmpstr (log->job, ==, "B");
  g_assert_cmpstr (log->summary, ==, "test_x");
  g_assert_cmpstr (log->kind, ==, "failed");
  g_assert_cmpint (log->time, ==, 1778140840);
}

static void
test_same_log_once (void)
{
  g_autoptr (GPtrArray) logs = NULL;

  forget_all ();
  add ("sftp://host/a.log", "A");
  add ("sftp://host/b.log", "B");
  add ("sftp://host/a.log", "A again");
  logs = recent_logs_list (4);

  g_assert_cmpuint (logs->len, ==, 2);
  g_assert_cmpstr (((RecentLog *) g_ptr_array_index (logs, 0))->job, ==, "A again");
  g_assert_cmpstr (((RecentLog *) g_ptr_array_index (logs, 1))->job, ==, "B");
}

static void
test_limits (void)
{
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) all = NULL;

  forget_all ();
  for (guint i = 0; i < 30; i++) {
    g_autofree char *uri = g_strdup_printf ("sftp://host/%u.log", i);

    add (uri, "job");
  }
  some = recent_logs_list (4);
  all = recent_logs_list (100);

  g_assert_cmpuint (some->len, ==, 4);
  g_assert_cmpuint (all->len, ==, 10);
  g_assert_cmpstr (((RecentLog *) g_ptr_array_index (all, 0))->uri, ==, "sftp://host/29.log");
}

static gboolean
time_is_up (gpointer data)
{
  g_error ("nothing was told of");

  return G_SOURCE_REMOVE;
}

static void
changed (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* Until the list is told to be another. */
static void
wait_for_change (void)
{
  gboolean has_changed = FALSE;
  gulong handler = g_signal_connect_swapped (settings_get (), "changed::recent", G_CALLBACK (changed), &has_changed);
  guint timeout = g_timeout_add_seconds (20, time_is_up, NULL);

  while (!has_changed)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  g_signal_handler_disconnect (settings_get (), handler);
}

static void
test_gone_file (void)
{
  g_autoptr (GPtrArray) logs = NULL;
  g_autoptr (GPtrArray) again = NULL;

  forget_all ();
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "quill-recent.log", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_remove (path);
  add (uri, "Gone");
  add ("file:///dev/null", "Here");
  add ("sftp://host/b.log", "B");
  recent_logs_look_for_gone ();
  wait_for_change ();
  logs = recent_logs_list (4);

  g_assert_cmpuint (logs->len, ==, 2);
  g_assert_cmpstr (((RecentLog *) g_ptr_array_index (logs, 0))->job, ==, "B");
  g_assert_cmpstr (((RecentLog *) g_ptr_array_index (logs, 1))->job, ==, "Here");

  /* The disk is there again. */
  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
  recent_logs_look_for_gone ();
  wait_for_change ();
  again = recent_logs_list (4);
  g_assert_cmpuint (again->len, ==, 3);
  g_assert_cmpstr (((RecentLog *) g_ptr_array_index (again, 2))->job, ==, "Gone");
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  if (settings_get () == NULL)
    g_error ("the settings' schema is not there");

  g_test_add_func ("/recent-logs/newest-first", test_newest_first);
  g_test_add_func ("/recent-logs/same-log-once", test_same_log_once);
  g_test_add_func ("/recent-logs/limits", test_limits);
  g_test_add_func ("/recent-logs/gone-file", test_gone_file);

  return g_test_run ();
}
