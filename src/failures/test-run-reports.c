/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "test-run-stops.h"

#include "test-run-reports.h"

#define MAX_REPORTS   2000
#define CUT_LINES     20     /* before what a log that starts within a report tells first */

void
test_run_end_report (TestRun *run,
                     gint64   number)
{
  if (run->report == NULL)
    return;

  run->report->end_line = number;
  run->report = NULL;
}

static void
start_report (TestRun    *run,
              const char *heading,
              gint64      number)
{
  TestReport *report;

  test_run_end_report (run, number - 1);
  if (run->reports->len >= MAX_REPORTS)
    return;

  report = g_new0 (TestReport, 1);
  report->session = run->sessions->len - 1;
  report->chapter = run->chapter;
  report->heading = g_strdup (heading);
  report->line = report->last_line = number;
  report->message = g_strdup ("");
  report->exception = g_strdup ("");
  report->path = g_strdup ("");
  g_ptr_array_add (run->reports, report);
  run->report = report;
}

/* Whether the log started within a report, and is there still. */
static gboolean
is_cut (TestRun *run)
{
  return run->chapter == CHAPTER_NONE && run->sessions->len == 1 && run->reports->len > 0 &&
         test_run_get_session (run)->last_line == 0;
}

void
test_run_start_report (TestRun    *run,
                       const char *test,
                       gint64      number)
{
  run->stop = NULL;
  if (run->chapter != CHAPTER_NONE || is_cut (run))
    start_report (run, test, number);
}

/* Where the log starts within a report, the first line that belongs to one opens it. */
static gboolean
has_report (TestRun *run,
            gint64   number)
{
  if (run->report == NULL && run->chapter == CHAPTER_NONE && run->sessions->len == 1 &&
      test_run_get_session (run)->last_line == 0)
    start_report (run, "", MAX (number - CUT_LINES, 1));

  return run->report != NULL && !run->report->is_explained;
}

static gboolean
names_exception (TestRun      *run,
                 PatternMatch *match,
                 const char   *message)
{
  return run->runner->exception != NULL &&
         pattern_find (run->runner->exception, match, message, strlen (message)) == PATTERN_MATCH;
}

static void
set_group (char           **string,
           const LineRule  *rule,
           PatternMatch    *match,
           const char      *group,
           gsize            max)
{
  g_autofree char *value = pattern_match_dup_group (rule->pattern, match, group, max);

  if (*value == '\0')
    return;
  g_free (*string);
  *string = g_steal_pointer (&value);
}

/* What REPORT's message points to goes on with WORDS; a caret stands above what is wrong. */
static void
take_pointed (TestReport *report,
              const char *words)
{
  if (report->has_pointed) {
    char *message = g_strjoin (" ", report->message, words, NULL);

    g_free (report->message);
    report->message = message;
    report->points = FALSE;
  } else if (g_str_equal (words, "^")) {
    report->has_pointed = TRUE;
  }
}

/* The message is the first of the last lines that tell; but a line that names the exception goes
 * before one that does not, as the source of a SyntaxError stands above it. A line may know better
 * than the heading which test it is, and what kind of failure. */
void
test_run_push_detail (TestRun        *run,
                      const LineRule *rule,
                      PatternMatch   *match,
                      gint64          number)
{
  g_autofree char *message = NULL;
  TestReport *report;

  if (run->report == NULL && test_run_push_reason (run, rule, match, number))
    return;
  if (!has_report (run, number))
    return;

  report = run->report;
  set_group (&report->heading, rule, match, "test", FAILURE_MAX_NAME);
  if (rule->kind != FAILURE_FAILED)
    report->kind = rule->kind;
  message = pattern_match_dup_group (rule->pattern, match, "message", FAILURE_MAX_MESSAGE);
  if (report->points && !names_exception (run, match, message)) {
    take_pointed (report, message);
    report->detail_line = report->last_line = number;
    return;
  }
  if (report->detail_line == 0 || report->detail_line < number - 2 ||
      (names_exception (run, match, message) && !names_exception (run, match, report->message))) {
    g_free (report->message);
    report->message = g_steal_pointer (&message);
    report->points = run->runner->points != NULL &&
                     pattern_find (run->runner->points, match, report->message,
                                   strlen (report->message)) == PATTERN_MATCH;
    report->has_pointed = FALSE;
  }
  report->detail_line = report->last_line = number;
}

void
test_run_push_location (TestRun        *run,
                        const LineRule *rule,
                        PatternMatch   *match,
                        gint64          number)
{
  TestReport *report;

  if (run->report == NULL && test_run_push_frame (run, rule, match, number))
    return;
  if (!has_report (run, number))
    return;

  report = run->report;
  set_group (&report->exception, rule, match, "exception", FAILURE_MAX_EXCEPTION);
  if (*report->path == '\0')
    set_group (&report->path, rule, match, "path", FAILURE_MAX_NAME);
  report->last_line = number;
  if (*report->heading == '\0' && *report->exception != '\0')
    test_run_end_report (run, number);
}
