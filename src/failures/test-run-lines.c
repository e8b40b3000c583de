/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "heading.h"

#include "test-run.h"

#define MAX_NAME      2048
#define MAX_MESSAGE   4096
#define MAX_EXCEPTION 128
#define MAX_KEPT      2000     /* items; reports and parts may be as many */
#define MAX_PASSED    20000
#define ITEM_LINES    40       /* a message that goes on */
#define CUT_LINES     20       /* before what a log that starts within a report tells first */
#define CRASH_GAP     2        /* between what it says of its threads */
#define CRASH_LINES   100

static TestSession *
get_session (TestRun *run)
{
  return g_ptr_array_index (run->sessions, run->sessions->len - 1);
}

static guint
get_session_number (TestRun *run)
{
  return run->sessions->len - 1;
}

static void
end_report (TestRun *run,
            gint64   number)
{
  if (run->report == NULL)
    return;

  run->report->end_line = number;
  run->report = NULL;
}

static void
note_passed (TestRun    *run,
             const char *test)
{
  gpointer name;
  char *copy;

  if (g_hash_table_lookup_extended (run->passed, test, &name, NULL)) {
    g_hash_table_insert (run->passed, name, GUINT_TO_POINTER (get_session_number (run)));
    return;
  }
  if (run->passed_names->len >= MAX_PASSED)
    return;
  copy = g_strdup (test);
  g_ptr_array_add (run->passed_names, copy);
  g_hash_table_insert (run->passed, copy, GUINT_TO_POINTER (get_session_number (run)));
}

/* The test that runs has ended before line NUMBER, or with it. */
static void
end_part (TestRun *run,
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
  if (outcome == OUTCOME_PASSED && *part->test != '\0')
    note_passed (run, part->test);
  if (outcome == OUTCOME_FAILED)
    return;
  if (outcome == OUTCOME_PASSED && traces != NULL)
    traces_forget (traces, run->part_raised);
  g_ptr_array_remove (run->parts, part);
}

static void
start_part (TestRun    *run,
            Traces     *traces,
            const char *test,
            gint64      number)
{
  TestPart *part;

  if (run->part != NULL)
    end_part (run, traces, OUTCOME_UNKNOWN, number - 1);
  if (run->parts->len >= MAX_KEPT)
    return;

  part = g_new0 (TestPart, 1);
  part->session = get_session_number (run);
  part->test = g_strdup (test);
  part->first_line = number;
  g_ptr_array_add (run->parts, part);
  run->part = part;
  run->part_raised = traces != NULL ? traces_get (traces)->len : 0;
}

static void
start_session (TestRun *run,
               Traces  *traces,
               gint64   number)
{
  end_part (run, traces, OUTCOME_UNKNOWN, number - 1);
  end_report (run, number - 1);
  run->item = NULL;
  run->chapter = CHAPTER_PROGRESS;
  test_run_add_session (run, number);
}

static void
start_chapter (TestRun *run,
               Traces  *traces,
               Chapter  chapter,
               gint64   number)
{
  end_part (run, traces, OUTCOME_UNKNOWN, number - 1);
  end_report (run, number - 1);
  run->item = NULL;
  run->chapter = chapter;
  if (chapter == CHAPTER_SUMMARY)
    get_session (run)->summary_line = number;
}

/* Adds up the failures that the line TEXT counts. */
static int
count_failures (const Runner *runner,
                PatternMatch *match,
                const char   *text,
                gsize         length)
{
  int count = 0;

  while (runner->counts != NULL && length > 0 &&
         pattern_find (runner->counts, match, text, length) == PATTERN_MATCH) {
    g_autofree char *number = pattern_match_dup_group (runner->counts, match, "count", 9);
    gsize start, end;

    count += atoi (number);
    pattern_match_get_range (match, &start, &end);
    text += MAX (end, 1);
    length -= MAX (end, 1);
  }

  return count;
}

static void
take_totals (TestRun      *run,
             PatternMatch *match,
             Traces       *traces,
             const char   *text,
             gsize         length,
             gint64        number)
{
  TestSession *session = get_session (run);

  start_chapter (run, traces, CHAPTER_NONE, number);
  if (session->last_line != 0)
    return;
  session->last_line = number;
  session->claimed = count_failures (run->runner, match, text, length);
}

static void
take_outcome (TestRun      *run,
              Traces       *traces,
              const char   *word,
              const char   *test,
              gint64        number)
{
  Outcome outcome = GPOINTER_TO_UINT (g_hash_table_lookup (run->runner->outcomes, word));
  gint64 first_line = run->part_end + 1;

  if (run->chapter == CHAPTER_SUMMARY) {
    if (outcome == OUTCOME_PASSED)
      note_passed (run, test);
    return;
  }
  if (*test == '\0' && run->chapter == CHAPTER_NONE && run->sessions->len > 1)
    return;

  if (*test != '\0' && (run->part == NULL || !g_str_equal (run->part->test, test)))
    start_part (run, traces, test, number);
  else if (run->part == NULL)
    start_part (run, traces, "", MAX (first_line, get_session (run)->first_line));
  end_part (run, traces, outcome, number);
}

static void
start_report (TestRun    *run,
              const char *heading,
              gint64      number)
{
  TestReport *report;

  end_report (run, number - 1);
  if (run->reports->len >= MAX_KEPT)
    return;

  report = g_new0 (TestReport, 1);
  report->session = get_session_number (run);
  report->chapter = run->chapter;
  report->heading = g_strdup (heading);
  report->line = report->last_line = number;
  report->message = g_strdup ("");
  report->exception = g_strdup ("");
  g_ptr_array_add (run->reports, report);
  run->report = report;
}

/* Whether the log started within a report, and is there still. */
static gboolean
is_cut (TestRun *run)
{
  return run->chapter == CHAPTER_NONE && run->sessions->len == 1 && run->reports->len > 0 &&
         get_session (run)->last_line == 0;
}

/* Where the log starts within a report, the first line that belongs to one opens it. */
static gboolean
has_report (TestRun *run,
            gint64   number)
{
  if (run->report == NULL && run->chapter == CHAPTER_NONE && run->sessions->len == 1 &&
      get_session (run)->last_line == 0)
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

/* The message is the first of the last lines that tell; but a line that names the exception goes
 * before one that does not, as the source of a SyntaxError stands above it. */
static void
take_detail (TestRun        *run,
             const LineRule *rule,
             PatternMatch   *match,
             gint64          number)
{
  TestReport *report;
  g_autofree char *message = NULL;

  if (!has_report (run, number))
    return;

  report = run->report;
  message = pattern_match_dup_group (rule->pattern, match, "message", MAX_MESSAGE);
  if (report->detail_line == 0 || report->detail_line < number - 2 ||
      (names_exception (run, match, message) && !names_exception (run, match, report->message))) {
    g_free (report->message);
    report->message = g_steal_pointer (&message);
  }
  report->detail_line = report->last_line = number;
}

static void
take_location (TestRun        *run,
               const LineRule *rule,
               PatternMatch   *match,
               gint64          number)
{
  if (!has_report (run, number))
    return;

  g_free (run->report->exception);
  run->report->exception = pattern_match_dup_group (rule->pattern, match, "exception",
                                                    MAX_EXCEPTION);
  run->report->last_line = number;
  if (*run->report->heading == '\0')
    end_report (run, number);
}

static void
take_item (TestRun        *run,
           const LineRule *rule,
           PatternMatch   *match,
           const char     *text,
           gsize           length,
           gint64          number)
{
  TestItem *item;
  gsize name_length;
  const char *name = pattern_match_get_group (rule->pattern, match, "test", &name_length);

  get_session (run)->n_items++;
  run->item = NULL;
  if (run->items->len >= MAX_KEPT) {
    run->n_left_out++;
    return;
  }

  item = g_new0 (TestItem, 1);
  item->session = get_session_number (run);
  item->kind = rule->kind;
  item->line = item->last_line = number;
  item->message = pattern_match_dup_group (rule->pattern, match, "message", MAX_MESSAGE);
  if (name != NULL) {
    gsize rest = text + length - name;
    gsize known = heading_find_name (run->runner, run->parts, run->reports, item->session,
                                     name, rest);

    if (known > name_length) {
      name_length = known;
      g_free (item->message);
      item->message = known + 3 <= rest ? pattern_dup_text (name + known + 3, rest - known - 3,
                                                            MAX_MESSAGE)
                                        : g_strdup ("");
    }
    item->test = pattern_dup_text (name, name_length, MAX_NAME);
  } else {
    item->test = g_strdup ("");
  }
  g_ptr_array_add (run->items, item);
  run->item = item;
}

static void
take_crash (TestRun        *run,
            const LineRule *rule,
            PatternMatch   *match,
            Traces         *traces,
            const char     *test,
            gint64          number)
{
  TestSession *session = get_session (run);

  if (session->crash != NULL)
    return;
  session->crash = pattern_match_dup_group (rule->pattern, match, "message", MAX_MESSAGE);
  session->crash_line = session->crash_last_line = number;
  if (*test != '\0')
    start_part (run, traces, test, number);
}

static void
take_crash_frame (TestRun *run,
                  gint64   number)
{
  TestSession *session = get_session (run);

  if (session->crash != NULL && number - session->crash_last_line <= CRASH_GAP &&
      number - session->crash_line < CRASH_LINES)
    session->crash_last_line = number;
}

static void
take_rule (TestRun        *run,
           const LineRule *rule,
           PatternMatch   *match,
           Traces         *traces,
           const char     *text,
           gsize           length,
           gint64          number)
{
  g_autofree char *test = NULL;
  g_autofree char *outcome = NULL;

  if (rule->pattern != NULL) {
    test = pattern_match_dup_group (rule->pattern, match, "test", MAX_NAME);
    outcome = pattern_match_dup_group (rule->pattern, match, "outcome", MAX_NAME);
  }
  switch (rule->is) {
    case LINE_IS_SESSION:
      start_session (run, traces, number);
      break;
    case LINE_IS_CHAPTER:
      start_chapter (run, traces, rule->chapter, number);
      break;
    case LINE_IS_TOTALS:
      take_totals (run, match, traces, text, length, number);
      break;
    case LINE_IS_START:
      start_part (run, traces, test != NULL ? test : "", number);
      break;
    case LINE_IS_OUTCOME:
      take_outcome (run, traces, outcome != NULL ? outcome : "", test != NULL ? test : "", number);
      break;
    case LINE_IS_REPORT:
      if (run->chapter != CHAPTER_NONE || is_cut (run))
        start_report (run, test != NULL ? test : "", number);
      break;
    case LINE_IS_REPORT_END:
      if (run->report != NULL)
        run->report->is_explained = TRUE;
      break;
    case LINE_IS_SUMMARY_END:
      run->item = NULL;
      break;
    case LINE_IS_CRASH_FRAME:
      take_crash_frame (run, number);
      break;
    default:
      break;
  }
  if (rule->pattern == NULL)
    return;

  if (rule->is == LINE_IS_DETAIL)
    take_detail (run, rule, match, number);
  else if (rule->is == LINE_IS_LOCATION)
    take_location (run, rule, match, number);
  else if (rule->is == LINE_IS_ITEM)
    take_item (run, rule, match, text, length, number);
  else if (rule->is == LINE_IS_CRASH)
    take_crash (run, rule, match, traces, test != NULL ? test : "", number);
}

/* A line that no rule knows belongs to what is open. */
static void
take_other (TestRun    *run,
            const char *text,
            gsize       length,
            gint64      number)
{
  gboolean blank = TRUE;

  for (gsize i = 0; i < length && blank; i++)
    blank = g_ascii_isspace (text[i]);
  if (blank)
    return;
  if (run->report != NULL && !run->report->is_explained)
    run->report->last_line = number;
  if (run->item != NULL && run->chapter == CHAPTER_SUMMARY &&
      number - run->item->line <= ITEM_LINES)
    run->item->last_line = number;
}

void
test_run_push (TestRun        *run,
               const LineRule *rule,
               PatternMatch   *match,
               Traces         *traces,
               const char     *text,
               gsize           length,
               gint64          number)
{
  if (rule == NULL) {
    take_other (run, text, length, number);
    return;
  }

  run->is_seen |= rule->is == LINE_IS_SESSION || rule->is == LINE_IS_ITEM ||
                  rule->is == LINE_IS_TOTALS || rule->is == LINE_IS_REPORT;
  take_rule (run, rule, match, traces, text, length, number);
}

gboolean
test_run_is_open (TestRun *run)
{
  return run->report != NULL || run->item != NULL;
}
