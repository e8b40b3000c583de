/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "heading.h"

#include "test-run-stops.h"

#define MAX_STOPS   100
#define MAX_GAP     2        /* lines between two that belong to it */
#define MAX_LINES   2000     /* a traceback of each of many threads */
#define MAX_SHOWN   100

static void
belongs (TestStop *stop,
         gint64    number)
{
  if (number - stop->line < MAX_LINES)
    stop->end_line = number;
  if (!stop->is_explained && number - stop->first_line < MAX_SHOWN)
    stop->last_line = number;
}

/* The stop that line NUMBER belongs to, or NULL. What a test printed may stand within what is said of a
 * time-out. */
static TestStop *
take_line (TestRun *run,
           gint64   number)
{
  TestStop *stop = run->stop;

  if (stop != NULL && number - stop->end_line > (stop->kind == FAILURE_TIMEOUT ? MAX_LINES : MAX_GAP))
    run->stop = NULL;
  if (run->stop != NULL)
    belongs (run->stop, number);

  return run->stop;
}

/* The one that the session has already, or NULL. */
static TestStop *
find_same (TestRun     *run,
           FailureKind  kind)
{
  TestStop *stop = run->stops->len > 0
    ? g_ptr_array_index (run->stops, run->stops->len - 1) : NULL;

  return stop != NULL && stop->session == run->sessions->len - 1 && stop->kind == kind &&
         !stop->is_over ? stop : NULL;
}

/* The test that the line names, the one that runs, or at least the file. */
static char *
dup_test (TestRun    *run,
          const char *test)
{
  const TestSession *session = test_run_get_session (run);

  if (*test != '\0')
    return g_strdup (test);
  if (run->part != NULL && *run->part->test != '\0' && !session->is_parallel)
    return g_strdup (run->part->test);
  if (session->running != NULL && !session->is_parallel)
    return g_strdup (session->running);

  return g_strdup (session->file != NULL ? session->file : "");
}

void
test_run_stop (TestRun        *run,
               const LineRule *rule,
               PatternMatch   *match,
               const char     *test,
               gint64          number)
{
  FailureKind kind = rule->kind != FAILURE_FAILED ? rule->kind : FAILURE_CRASH;
  TestStop *stop = find_same (run, kind);

  run->item = NULL;
  if (stop != NULL && stop->is_below)
    stop->line = stop->last_line = number;
  if (stop != NULL || run->stops->len >= MAX_STOPS)
    return;

  stop = g_new0 (TestStop, 1);
  stop->session = run->sessions->len - 1;
  stop->chapter = run->chapter;
  stop->kind = kind;
  stop->test = dup_test (run, test);
  stop->message = pattern_match_dup_group (rule->pattern, match, "message", FAILURE_MAX_MESSAGE);
  stop->line = stop->first_line = stop->last_line = stop->end_line = number;
  g_ptr_array_add (run->stops, stop);
  run->stop = stop;
}

/* Whether TEST is a run of FUNCTION, with the parameters that no frame knows. */
static gboolean
is_run_of (const char *test,
           const char *heading_after,
           const char *function)
{
  g_autofree char *name = g_strndup (test, strcspn (test, "["));
  const char *last = g_strrstr (name, heading_after);

  return last != NULL && g_str_equal (last + strlen (heading_after), function);
}

/* Names the test by the frame that is its own, unless it is known already: tests may run side by
 * side, so that the last one to start is another. */
static void
name_by_frame (TestRun  *run,
               TestStop *stop)
{
  const char *heading_after = run->runner->heading_after;
  const char *file = run->frame_file;
  g_autofree char *name = NULL;

  if (file == NULL || *file == '\0' || heading_after == NULL ||
      is_run_of (stop->test, heading_after, run->frame_function))
    return;
  if (*stop->test != '\0' && strstr (stop->test, heading_after) == NULL) {
    if (!heading_is_of (run->runner, stop->test, file))
      return;
    file = stop->test;
  }

  name = g_strconcat (file, heading_after, run->frame_function, NULL);
  g_free (stop->test);
  stop->test = g_steal_pointer (&name);
}

static void
remember_frame (TestRun        *run,
                const LineRule *rule,
                PatternMatch   *match)
{
  g_free (run->frame_file);
  g_free (run->frame_function);
  run->frame_file = pattern_match_dup_group (rule->pattern, match, "file", FAILURE_MAX_NAME);
  run->frame_function = pattern_match_dup_group (rule->pattern, match, "test", FAILURE_MAX_NAME);
}

gboolean
test_run_push_frame (TestRun        *run,
                     const LineRule *rule,
                     PatternMatch   *match,
                     gint64          number)
{
  TestStop *stop = take_line (run, number);

  if (stop == NULL)
    return FALSE;

  if (rule->is == LINE_IS_TEST_ABOVE && !stop->is_explained) {
    name_by_frame (run, stop);
    stop->is_explained = TRUE;
  } else if (rule->is == LINE_IS_TEST_BELOW) {
    stop->expects_test = TRUE;
  } else if (rule->is == LINE_IS_CRASH_FRAME && rule->pattern != NULL) {
    remember_frame (run, rule, match);
    if (stop->expects_test && *run->frame_file != '\0') {
      name_by_frame (run, stop);
      stop->expects_test = FALSE;
      stop->is_below = TRUE;
      stop->first_line = number;
    }
  }

  return TRUE;
}

gboolean
test_run_push_reason (TestRun        *run,
                      const LineRule *rule,
                      PatternMatch   *match,
                      gint64          number)
{
  TestStop *stop = take_line (run, number);

  if (stop == NULL)
    return FALSE;

  g_free (stop->message);
  stop->message = pattern_match_dup_group (rule->pattern, match, "message", FAILURE_MAX_MESSAGE);
  stop->line = number;

  return TRUE;
}

void
test_run_goes_on (TestRun *run)
{
  for (guint i = run->stops->len; i > 0; i--) {
    TestStop *stop = g_ptr_array_index (run->stops, i - 1);

    if (stop->session != run->sessions->len - 1 || stop->is_over)
      break;
    stop->is_over = stop->kind == FAILURE_CRASH || stop->kind == FAILURE_TIMEOUT;
  }
  run->stop = NULL;
}

gboolean
test_run_is_stopped (TestRun        *run,
                     const TestStop *stop)
{
  const TestSession *session = g_ptr_array_index (run->sessions, stop->session);

  if (stop->kind != FAILURE_CRASH && stop->kind != FAILURE_TIMEOUT)
    return TRUE;

  return !stop->is_over && session->last_line == 0;
}
