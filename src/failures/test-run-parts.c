/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-run-stops.h"

#include "test-run-parts.h"

#define MAX_PARTS   2000
#define MAX_RETRIES 2000

/* A test that was tried again at once, and passed. */
static void
note_retry_passed (TestRun    *run,
                   const char *test)
{
  TestRetry *retry = g_hash_table_lookup (run->retries_by_test, test);

  if (retry != NULL && retry->session == test_run_get_session_number (run))
    retry->passed = TRUE;
}

static void
note_retry (TestRun        *run,
            const TestPart *part,
            gint64          number)
{
  TestRetry *retry;

  if (*part->test == '\0' || run->retries->len >= MAX_RETRIES)
    return;

  retry = g_new0 (TestRetry, 1);
  retry->session = part->session;
  retry->test = g_strdup (part->test);
  retry->first_line = part->first_line;
  retry->line = number;
  g_ptr_array_add (run->retries, retry);
  g_hash_table_replace (run->retries_by_test, retry->test, retry);
}

static void
note_passed (TestRun    *run,
             const char *test)
{
  gpointer name, session;
  char *copy;

  if (run->retries->len > 0)
    note_retry_passed (run, test);
  if (g_hash_table_lookup_extended (run->passed, test, &name, &session)) {
    if (GPOINTER_TO_UINT (session) != test_run_get_session_number (run))
      g_hash_table_insert (run->passed, name, GUINT_TO_POINTER (test_run_get_session_number (run)));
    return;
  }
  if (run->passed_names->len >= FINDINGS_MAX_PASSED)
    return;
  copy = g_strdup (test);
  g_ptr_array_add (run->passed_names, copy);
  g_hash_table_insert (run->passed, copy, GUINT_TO_POINTER (test_run_get_session_number (run)));
}

/* The session leaves a test behind that did not end. */
static void
note_running (TestRun        *run,
              const TestPart *part)
{
  TestSession *session = test_run_get_session (run);

  if (*part->test == '\0')
    return;
  g_free (session->running);
  session->running = g_strdup (part->test);
  session->running_line = part->first_line;
}

void
test_run_end_part (TestRun *run,
                   Traces  *traces,
                   Outcome  outcome,
                   gint64   number)
{
  TestPart *part = run->part;

  run->part_end = number;
  run->part = NULL;
  if (part == NULL)
    return;

  part->last_line = number;
  part->outcome = outcome;
  if (outcome == OUTCOME_UNKNOWN)
    note_running (run, part);
  if (outcome == OUTCOME_RETRIED)
    note_retry (run, part, number);
  if (outcome == OUTCOME_PASSED && *part->test != '\0')
    note_passed (run, part->test);
  if (outcome == OUTCOME_PASSED && traces != NULL)
    traces_forget (traces, run->part_raised);

  if (outcome == OUTCOME_FAILED && run->parts->len < MAX_PARTS)
    g_ptr_array_add (run->parts, part);
  else
    test_part_free (part);
}

void
test_run_start_part (TestRun    *run,
                     Traces     *traces,
                     const char *test,
                     gint64      number)
{
  TestPart *part;

  if (run->part != NULL)
    test_run_end_part (run, traces, OUTCOME_UNKNOWN, number - 1);
  g_clear_pointer (&test_run_get_session (run)->running, g_free);

  part = g_new0 (TestPart, 1);
  part->session = test_run_get_session_number (run);
  part->test = g_strdup (test);
  part->first_line = number;
  run->part = part;
  run->part_raised = traces != NULL ? traces_get (traces)->len : 0;
}

/* A test passed of which nothing was known but this line: most lines of many logs. */
static void
pass_at_once (TestRun    *run,
              Traces     *traces,
              const char *test,
              gint64      number)
{
  g_clear_pointer (&test_run_get_session (run)->running, g_free);
  test_run_goes_on (run);
  run->part_end = number;
  run->part_raised = traces != NULL ? traces_get (traces)->len : 0;
  note_passed (run, test);
}

void
test_run_push_outcome (TestRun    *run,
                       Traces     *traces,
                       const char *word,
                       const char *test,
                       gint64      number)
{
  Outcome outcome = GPOINTER_TO_UINT (g_hash_table_lookup (run->runner->outcomes, word));
  gint64 first_line = run->part_end + 1;

  test_run_get_session (run)->has_names |= *test != '\0';
  if (run->chapter == CHAPTER_SUMMARY) {
    if (outcome == OUTCOME_PASSED)
      note_passed (run, test);
    return;
  }
  if (*test == '\0' && run->chapter == CHAPTER_NONE && run->sessions->len > 1)
    return;

  if (outcome == OUTCOME_PASSED && *test != '\0' && run->part == NULL) {
    pass_at_once (run, traces, test, number);
    return;
  }

  if (*test != '\0' && (run->part == NULL || !g_str_equal (run->part->test, test)))
    test_run_start_part (run, traces, test, number);
  else if (run->part == NULL)
    test_run_start_part (run, traces, "", MAX (first_line, test_run_get_session (run)->first_line));
  test_run_goes_on (run);
  test_run_end_part (run, traces, outcome, number);
}
