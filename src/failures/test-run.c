/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-run.h"

#define MAX_SESSIONS 1000

void
test_part_free (TestPart *part)
{
  if (part == NULL)
    return;

  g_free (part->test);
  g_free (part);
}

static void
part_free (gpointer data)
{
  test_part_free (data);
}

static void
report_free (gpointer data)
{
  TestReport *report = data;

  g_free (report->heading);
  g_free (report->message);
  g_free (report->exception);
  g_free (report->path);
  g_free (report);
}

static void
item_free (gpointer data)
{
  TestItem *item = data;

  g_free (item->test);
  g_free (item->message);
  g_free (item);
}

static void
session_free (gpointer data)
{
  TestSession *session = data;

  g_free (session->totals);
  g_free (session->file);
  g_free (session->running);
  g_hash_table_unref (session->places);
  g_free (session);
}

static void
stop_free (gpointer data)
{
  TestStop *stop = data;

  g_free (stop->test);
  g_free (stop->message);
  g_free (stop);
}

static void
retry_free (gpointer data)
{
  TestRetry *retry = data;

  g_free (retry->test);
  g_free (retry);
}

void
test_run_add_session (TestRun *run,
                      gint64   number)
{
  TestSession *session;

  if (run->sessions->len >= MAX_SESSIONS)
    return;
  session = g_new0 (TestSession, 1);
  session->first_line = number;
  session->claimed = -1;
  session->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (run->sessions, session);
}

TestRun *
test_run_new (const Runner *runner)
{
  TestRun *run = g_new0 (TestRun, 1);

  run->runner = runner;
  run->lane = "";
  run->sessions = g_ptr_array_new_with_free_func (session_free);
  run->parts = g_ptr_array_new_with_free_func (part_free);
  run->reports = g_ptr_array_new_with_free_func (report_free);
  run->items = g_ptr_array_new_with_free_func (item_free);
  run->stops = g_ptr_array_new_with_free_func (stop_free);
  run->retries = g_ptr_array_new_with_free_func (retry_free);
  run->retries_by_test = g_hash_table_new (g_str_hash, g_str_equal);
  run->passed = g_hash_table_new (g_str_hash, g_str_equal);
  run->passed_names = g_ptr_array_new_with_free_func (g_free);
  test_run_add_session (run, 1);

  return run;
}

void
test_run_free (TestRun *run)
{
  if (run == NULL)
    return;

  g_ptr_array_unref (run->sessions);
  g_ptr_array_unref (run->parts);
  test_part_free (run->part);
  g_ptr_array_unref (run->reports);
  g_ptr_array_unref (run->items);
  g_ptr_array_unref (run->stops);
  g_ptr_array_unref (run->retries);
  g_hash_table_unref (run->retries_by_test);
  g_hash_table_unref (run->passed);
  g_ptr_array_unref (run->passed_names);
  g_free (run->frame_file);
  g_free (run->frame_function);
  g_free (run);
}
