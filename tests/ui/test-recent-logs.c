/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>

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

static void
test_gone_file (void)
{
  g_autoptr (GPtrArray) logs = NULL;

  forget_all ();
  add ("file:///nowhere/gone.log", "Gone");
  add ("file:///dev/null", "Here");
  add ("sftp://host/b.log", "B");
  recent_logs_forget_gone ();
  recent_logs_forget_gone ();
  for (logs = recent_logs_list (4); logs->len == 3; logs = recent_logs_list (4)) {
    g_ptr_array_unref (logs);
    g_main_context_iteration (NULL, TRUE);
  }

  g_assert_cmpuint (logs->len, ==, 2);
  g_assert_cmpstr (((RecentLog *) g_ptr_array_index (logs, 0))->job, ==, "B");
  g_assert_cmpstr (((RecentLog *) g_ptr_array_index (logs, 1))->job, ==, "Here");
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
