/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "heading.h"
#include "test-run-stops.h"

#include "test-run-ends.h"

#define MAX_ABOVE 40    /* lines of a traceback whose end counts */

/* Where the test called TEST started, of those that SESSION left behind; or 0. */
static gint64
find_start (TestRun           *run,
            const TestSession *session,
            const char        *test)
{
  if (run->part != NULL && g_str_equal (run->part->test, test))
    return run->part->first_line;
  if (session->running != NULL && g_str_equal (session->running, test))
    return session->running_line;

  return 0;
}

static void
add_stop (Gathering      *gathering,
          const TestStop *stop)
{
  TestRun *run = gathering->run;
  const TestSession *session = g_ptr_array_index (run->sessions, stop->session);
  LineRange range = { find_start (run, session, stop->test), stop->line };
  Failure *failure;

  /* Before any session, only what names a test is known to be the runner's. */
  if (!test_run_is_stopped (run, stop) ||
      (*stop->test == '\0' && stop->kind == FAILURE_CRASH && stop->chapter == CHAPTER_NONE) ||
      (*stop->test != '\0' && g_hash_table_contains (gathering->places, stop->test)))
    return;

  failure = gathering_add (gathering, stop->kind, stop->test, stop->line);
  failure->first_line = MAX (stop->first_line, stop->line - MAX_ABOVE + 1);
  failure->last_line = stop->last_line;
  own_string_set (&failure->message, stop->message);
  if (stop->kind == FAILURE_ERROR)
    gathering_set_exception (gathering, failure, NULL);
  if (range.first != 0)
    gathering_find_cause (gathering, failure, &range, 1);
  if (*failure->test != '\0')
    gathering_keep (gathering);
}

/* Whether frames gave STOP the name of TEST: they know neither its class nor its parameters. */
static gboolean
is_named_by_frame (TestRun        *run,
                   const TestStop *stop,
                   const char     *test)
{
  const char *after = run->runner->heading_after;
  const char *function = after != NULL ? g_strrstr (stop->test, after) : NULL;
  const char *parameters = strchr (test, '[');
  g_autofree char *file = NULL, *name = NULL, *stop_file = NULL;
  const char *rest = after != NULL ? strstr (test, after) : NULL;

  if (function == NULL || rest == NULL)
    return FALSE;
  name = parameters != NULL ? g_strndup (test, parameters - test) : g_strdup (test);
  file = g_strndup (test, rest - test);
  stop_file = g_strndup (stop->test, function - stop->test);

  return g_str_has_suffix (name, function) &&
         (g_str_equal (file, stop_file) || heading_is_of (run->runner, file, stop_file));
}

void
test_run_find_crash (Gathering *gathering,
                     Failure   *failure,
                     guint      session)
{
  for (guint i = 0; i < gathering->run->stops->len && failure->cause == NULL; i++) {
    const TestStop *stop = g_ptr_array_index (gathering->run->stops, i);

    if (stop->session != session || stop->kind == FAILURE_ERROR ||
        !is_named_by_frame (gathering->run, stop, failure->test))
      continue;
    gathering->has_cause = TRUE;
    failure->cause = g_new0 (FailureCause, 1);
    failure->cause->exception = g_strdup ("");
    failure->cause->message = g_strdup (stop->message);
    failure->cause->process = g_strdup ("");
    failure->cause->line = stop->line;
    failure->cause->first_line = stop->first_line;
    failure->cause->last_line = stop->last_line;
  }
}

void
test_run_add_stops (Gathering *gathering)
{
  for (guint i = 0; i < gathering->run->stops->len; i++)
    add_stop (gathering, g_ptr_array_index (gathering->run->stops, i));
}

static gboolean
has_stop (TestRun *run,
          guint    session)
{
  for (guint i = 0; i < run->stops->len; i++) {
    const TestStop *stop = g_ptr_array_index (run->stops, i);

    if (stop->session == session && test_run_is_stopped (run, stop))
      return TRUE;
  }

  return FALSE;
}

/* The runner was killed, or something in a test ended it. */
static void
add_running (Gathering *gathering)
{
  TestRun *run = gathering->run;
  guint number = run->sessions->len - 1;
  const TestSession *session = g_ptr_array_index (run->sessions, number);
  const TestPart *part = run->part;
  LineRange range = { 0, G_MAXINT64 };
  Failure *failure;

  if (number == 0 || part == NULL || *part->test == '\0' || session->last_line != 0 ||
      session->is_parallel || run->chapter != CHAPTER_PROGRESS || has_stop (run, number) ||
      g_hash_table_contains (run->passed, part->test) ||
      g_hash_table_contains (gathering->places, part->test))
    return;

  failure = gathering_add (gathering, FAILURE_CRASH, part->test, part->first_line);
  range.first = part->first_line;
  gathering_find_cause (gathering, failure, &range, 1);
  gathering_keep (gathering);
}

/* Whether a failure from number FIRST on stands within SESSION. */
static gboolean
has_failure (Gathering         *gathering,
             guint              first,
             const TestSession *session)
{
  for (guint i = first; i < gathering->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (gathering->failures, i);

    if (failure->line >= session->first_line && failure->line <= session->last_line)
      return TRUE;
  }

  return FALSE;
}

void
test_run_add_silent (Gathering *gathering,
                     guint      first)
{
  TestRun *run = gathering->run;

  for (guint i = 0; i < run->sessions->len; i++) {
    const TestSession *session = g_ptr_array_index (run->sessions, i);
    Failure *failure;

    if (session->claimed <= 0 || session->n_items > 0 || has_failure (gathering, first, session))
      continue;
    failure = gathering_add (gathering, FAILURE_FAILED, "", session->last_line);
    own_string_set (&failure->message, session->totals);
  }
  add_running (gathering);
}

void
test_run_add_retries (Gathering *gathering,
                      guint      first)
{
  TestRun *run = gathering->run;

  if (gathering->failures->len == first)
    return;
  for (guint i = 0; i < run->retries->len; i++) {
    const TestRetry *retry = g_ptr_array_index (run->retries, i);
    LineRange range = { retry->first_line, retry->line };
    Failure *failure;

    if (!retry->passed || g_hash_table_contains (gathering->places, retry->test))
      continue;
    failure = gathering_add (gathering, FAILURE_FAILED, retry->test, retry->line);
    failure->flaky = TRUE;
    gathering_find_cause (gathering, failure, &range, 1);
    gathering_keep (gathering);
  }
}
