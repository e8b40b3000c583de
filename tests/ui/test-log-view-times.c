/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "log-test.h"
#include "log-view.h"
#include "log-view-times.h"
#include "widget-test.h"

#define NOON_OF_2026 G_GINT64_CONSTANT (1767268800000)   /* 1 January, in UTC */

static void
append (LogStore *store,
        gint64    time)
{
  const Line line = { .text = "line", .length = 4, .time = time };

  g_assert_true (log_store_append (store, &line, NULL));
}

/* Lines with these TIMES after START, or none: -1. */
static LogStore *
store_new (gint64        start,
           const gint64 *times,
           guint         n)
{
  LogStore *store = log_store_new ();

  for (guint i = 0; i < n; i++)
    append (store, times[i] == -1 ? LINE_NO_TIME : start + times[i]);

  return store;
}

static void
check (LogStore     *store,
       LogTimesKind  kind,
       gint64        line,
       const char   *expected,
       gboolean      slow)
{
  LogTimes times;
  g_autofree char *text = NULL;
  gboolean is_slow;

  log_times_init (&times);
  log_times_set_store (&times, store);
  log_times_update (&times);
  text = log_times_dup_text (&times, kind, line, &is_slow);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (is_slow, ==, slow);
  log_times_clear (&times);
}

static void
test_time_of_day (void)
{
  static const gint64 times[] = { -1, 0, 3600 * 1000 + 999 };
  g_autoptr (LogStore) store = store_new (NOON_OF_2026, times, G_N_ELEMENTS (times));
  g_autoptr (LogStore) dateless = store_new (8 * 3600 * 1000, times, G_N_ELEMENTS (times));

  check (store, LOG_TIMES_OF_DAY, 1, NULL, FALSE);
  check (store, LOG_TIMES_OF_DAY, 2, "14:00:00", FALSE);
  check (store, LOG_TIMES_OF_DAY, 3, "15:00:00", FALSE);
  check (store, LOG_TIMES_OF_DAY, 4, NULL, FALSE);
  check (store, LOG_TIMES_NONE, 2, NULL, FALSE);
  /* Whose zone is not known. */
  check (dateless, LOG_TIMES_OF_DAY, 2, "08:00:00", FALSE);
}

static void
test_since_start (void)
{
  static const gint64 times[] = { -1, 0, 999, 61 * 1000, 754 * 1000, 3723 * 1000, -5000 };
  g_autoptr (LogStore) store = store_new (NOON_OF_2026, times, G_N_ELEMENTS (times));

  check (store, LOG_TIMES_SINCE_START, 1, NULL, FALSE);
  check (store, LOG_TIMES_SINCE_START, 2, "0:00", FALSE);
  check (store, LOG_TIMES_SINCE_START, 3, "0:00", FALSE);
  check (store, LOG_TIMES_SINCE_START, 4, "1:01", FALSE);
  check (store, LOG_TIMES_SINCE_START, 5, "12:34", FALSE);
  check (store, LOG_TIMES_SINCE_START, 6, "1:02:03", FALSE);
  check (store, LOG_TIMES_SINCE_START, 7, "−0:05", FALSE);
}

static void
test_since_line (void)
{
  static const gint64 times[] = { 0, 50, 1250, -1, 14250, 13250, 13250 + 754 * 1000 };
  g_autoptr (LogStore) store = store_new (NOON_OF_2026, times, G_N_ELEMENTS (times));

  check (store, LOG_TIMES_SINCE_LINE, 1, NULL, FALSE);
  check (store, LOG_TIMES_SINCE_LINE, 2, NULL, FALSE);
  check (store, LOG_TIMES_SINCE_LINE, 3, "+1.2 s", FALSE);
  check (store, LOG_TIMES_SINCE_LINE, 4, NULL, FALSE);
  check (store, LOG_TIMES_SINCE_LINE, 5, "+13 s", FALSE);
  check (store, LOG_TIMES_SINCE_LINE, 6, "−1.0 s", FALSE);
  check (store, LOG_TIMES_SINCE_LINE, 7, "+12:34", TRUE);
}

/* Far above the others, and those of a log that takes its time. */
static void
test_slow (void)
{
  g_autoptr (LogStore) store = log_store_new ();
  g_autoptr (LogStore) even = log_store_new ();

  for (gint64 i = 0; i < 1000; i++)
    append (store, NOON_OF_2026 + i * 100 + (i > 500 ? 5000 : 0) + (i > 700 ? 900 : 0));
  check (store, LOG_TIMES_SINCE_LINE, 501, "+0.1 s", FALSE);
  check (store, LOG_TIMES_SINCE_LINE, 502, "+5.1 s", TRUE);
  check (store, LOG_TIMES_SINCE_LINE, 702, "+1.0 s", FALSE);

  for (gint64 i = 0; i < 3; i++)
    append (even, NOON_OF_2026 + i * 60000);
  check (even, LOG_TIMES_SINCE_LINE, 2, "+1:00", FALSE);
}

/* A log may say anything. */
static void
test_hostile (void)
{
  static const gint64 times[] = { G_MININT64 + 1, G_MAXINT64, 0, G_MAXINT64 - 1 };
  g_autoptr (LogStore) store = log_store_new ();
  LogTimes all;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    append (store, times[i]);
  check (store, LOG_TIMES_OF_DAY, 2, NULL, FALSE);
  check (store, LOG_TIMES_SINCE_START, 2, NULL, FALSE);
  for (gint64 line = 1; line <= 4; line++)
    check (store, LOG_TIMES_SINCE_LINE, line, NULL, FALSE);

  log_times_init (&all);
  log_times_set_store (&all, store);
  log_times_update (&all);
  for (LogTimesKind kind = LOG_TIMES_NONE; kind <= LOG_TIMES_SINCE_LINE; kind++) {
    g_autofree char *widest = log_times_dup_widest (&all, kind);

    g_assert_cmpint (g_utf8_strlen (widest, -1), <=, 12);
  }
  log_times_clear (&all);
}

/* A log without times is given up on, whatever its size. */
static void
test_none (void)
{
  g_autoptr (LogStore) store = log_store_new ();
  LogTimes times;

  log_times_init (&times);
  g_assert_false (log_times_update (&times));
  log_times_set_store (&times, store);
  for (guint i = 0; i < 20000; i++) {
    append (store, LINE_NO_TIME);
    if (i % 100 == 0)
      g_assert_false (log_times_update (&times));
  }
  append (store, NOON_OF_2026);
  g_assert_false (log_times_update (&times));
  g_assert_false (log_times_has_any (&times));
  g_assert_cmpint (times.n_looked, ==, 5000);
  log_times_clear (&times);
}

static void
test_kinds (void)
{
  for (LogTimesKind kind = LOG_TIMES_NONE; kind <= LOG_TIMES_SINCE_LINE; kind++)
    g_assert_cmpint (log_times_kind_from_string (log_times_kind_to_string (kind)), ==, kind);
  g_assert_cmpint (log_times_kind_from_string ("other"), ==, LOG_TIMES_NONE);
  g_assert_cmpint (log_times_kind_from_string (NULL), ==, LOG_TIMES_NONE);
}

/* The text is moved to the end, and copied without times. */
static void
test_view (void)
{
  g_autoptr (JobLog) log =
    log_sample_new ("2026-01-01T12:00:00.0000000Z one\n2026-01-01T12:00:01.5000000Z two\n");
  GtkWidget *view = culprit_log_view_new ();
  GtkWindow *window = widget_test_show (view, 600, 300);
  g_autofree char *selected = NULL;
  g_autofree char *kind = NULL;
  gint64 n_lines;

  g_assert_false (culprit_log_view_has_times (CULPRIT_LOG_VIEW (view)));
  culprit_log_view_set_log (CULPRIT_LOG_VIEW (view), log);
  g_assert_true (culprit_log_view_has_times (CULPRIT_LOG_VIEW (view)));
  for (LogTimesKind i = LOG_TIMES_SINCE_LINE; i > LOG_TIMES_NONE; i--) {
    g_object_set (view, "line-times", log_times_kind_to_string (i), NULL);
    widget_test_wait (50);
  }
  g_object_get (view, "line-times", &kind, NULL);
  g_assert_cmpstr (kind, ==, "time-of-day");

  gtk_widget_activate_action (view, "log.select-all", NULL);
  selected = log_test_read (culprit_log_view_open_selection (CULPRIT_LOG_VIEW (view), &n_lines));
  g_assert_cmpstr (selected, ==, "one\ntwo");

  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  gboolean has_display;

  g_setenv ("TZ", "Africa/Johannesburg", TRUE);
  has_display = widget_test_init (&argc, &argv);
  setlocale (LC_ALL, "C");

  g_test_add_func ("/log-view-times/time-of-day", test_time_of_day);
  g_test_add_func ("/log-view-times/since-start", test_since_start);
  g_test_add_func ("/log-view-times/since-line", test_since_line);
  g_test_add_func ("/log-view-times/slow", test_slow);
  g_test_add_func ("/log-view-times/hostile", test_hostile);
  g_test_add_func ("/log-view-times/none", test_none);
  g_test_add_func ("/log-view-times/kinds", test_kinds);
  if (has_display)
    g_test_add_func ("/log-view-times/view", test_view);

  return g_test_run ();
}
