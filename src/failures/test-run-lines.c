/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "heading.h"
#include "test-run-parts.h"
#include "test-run-reports.h"
#include "test-run-stops.h"

#define MAX_ITEMS     2000
#define ITEM_LINES    40       /* a message that goes on */
#define MAX_PLACES    20000   /* of all sessions */

static void
start_session (TestRun *run,
               Traces  *traces,
               gint64   number)
{
  test_run_end_part (run, traces, OUTCOME_UNKNOWN, number - 1);
  test_run_end_report (run, number - 1);
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
  test_run_end_part (run, traces, OUTCOME_UNKNOWN, number - 1);
  test_run_end_report (run, number - 1);
  run->item = NULL;
  run->chapter = chapter;
  if (chapter == CHAPTER_SUMMARY)
    test_run_get_session (run)->summary_line = number;
}

static void
take_totals (TestRun        *run,
             const LineRule *rule,
             PatternMatch   *match,
             Traces         *traces,
             const char     *text,
             gsize           length,
             gint64          number)
{
  TestSession *session = test_run_get_session (run);

  start_chapter (run, traces, CHAPTER_NONE, number);
  if (session->last_line != 0)
    return;
  session->last_line = number;
  if (rule->pattern != NULL)
    session->totals = pattern_match_dup_group (rule->pattern, match, "message", FAILURE_MAX_MESSAGE);
  session->claimed = runner_count_failures (run->runner, match, text, length);
  session->ran = runner_count_tests (run->runner, match, text, length);
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

  test_run_get_session (run)->n_items++;
  run->item = NULL;
  if (run->items->len >= MAX_ITEMS) {
    run->n_left_out++;
    return;
  }

  item = g_new0 (TestItem, 1);
  item->session = test_run_get_session_number (run);
  item->kind = rule->kind;
  item->line = item->last_line = number;
  item->message = pattern_match_dup_group (rule->pattern, match, "message", FAILURE_MAX_MESSAGE);
  if (name != NULL) {
    gsize rest = text + length - name;
    gsize known = heading_find_name (run->runner, run->parts, run->reports, item->session,
                                     name, rest);

    if (known > name_length) {
      name_length = known;
      g_free (item->message);
      item->message = known + 3 <= rest ? pattern_dup_text (name + known + 3, rest - known - 3,
                                                            FAILURE_MAX_MESSAGE)
                                        : g_strdup ("");
    }
    item->test = pattern_dup_text (name, name_length, FAILURE_MAX_NAME);
  } else {
    item->test = g_strdup ("");
  }
  g_ptr_array_add (run->items, item);
  run->item = item;
}

/* The runner tells where it is: at FILE, or "" where the line tells the root of all, or that what failed runs again. */
static void
set_file (TestRun        *run,
          const LineRule *rule,
          PatternMatch   *match,
          const char     *file)
{
  TestSession *session = test_run_get_session (run);
  g_autofree char *root = pattern_match_dup_group (rule->pattern, match, "root", FAILURE_MAX_NAME);
  g_autofree char *again = pattern_match_dup_group (rule->pattern, match, "again", FAILURE_MAX_NAME);

  session->is_again |= *again != '\0';
  if (*root != '\0')
    g_hash_table_add (session->places, g_steal_pointer (&root));
  if (*file == '\0')
    return;
  g_free (session->file);
  session->file = g_strdup (file);
  /* A session of which not all is known is not compared. */
  if (run->n_places < MAX_PLACES)
    run->n_places += g_hash_table_add (session->places, g_strdup (file));
  else
    session->has_names = TRUE;
}

static void
take_outcome (TestRun        *run,
              const LineRule *rule,
              PatternMatch   *match,
              Traces         *traces,
              const char     *test,
              gint64          number)
{
  g_autofree char *word = pattern_match_dup_group (rule->pattern, match, "outcome", FAILURE_MAX_NAME);
  g_autofree char *worker = pattern_match_dup_group (rule->pattern, match, "worker", FAILURE_MAX_NAME);

  if (*worker != '\0')
    test_run_get_session (run)->is_parallel = TRUE;
  test_run_push_outcome (run, traces, word, test, number);
}

/* A line that its words alone tell. */
static void
take_words (TestRun        *run,
            const LineRule *rule,
            PatternMatch   *match,
            Traces         *traces,
            const char     *text,
            gsize           length,
            gint64          number)
{
  switch (rule->is) {
    case LINE_IS_SESSION:
      start_session (run, traces, number);
      break;
    case LINE_IS_CHAPTER:
      start_chapter (run, traces, rule->chapter, number);
      break;
    case LINE_IS_TOTALS:
      take_totals (run, rule, match, traces, text, length, number);
      break;
    case LINE_IS_REPORT_END:
      if (run->report != NULL)
        run->report->is_explained = TRUE;
      break;
    case LINE_IS_SUMMARY_END:
      run->item = NULL;
      break;
    case LINE_IS_CRASH_FRAME:
    case LINE_IS_TEST_ABOVE:
    case LINE_IS_TEST_BELOW:
      test_run_push_frame (run, rule, match, number);
      break;
    default:
      break;
  }
}

/* A line whose pattern tells more; TEST is its group. */
static void
take_groups (TestRun        *run,
             const LineRule *rule,
             PatternMatch   *match,
             Traces         *traces,
             const char     *test,
             gint64          number)
{
  switch (rule->is) {
    case LINE_IS_START:
      test_run_start_part (run, traces, test, number);
      break;
    case LINE_IS_OUTCOME:
      take_outcome (run, rule, match, traces, test, number);
      break;
    case LINE_IS_FILE:
      set_file (run, rule, match, test);
      break;
    case LINE_IS_REPORT:
      test_run_start_report (run, test, number);
      break;
    case LINE_IS_DETAIL:
      test_run_push_detail (run, rule, match, number);
      break;
    case LINE_IS_LOCATION:
      test_run_push_location (run, rule, match, number);
      break;
    case LINE_IS_CRASH:
      test_run_stop (run, rule, match, test, number);
      break;
    default:
      break;
  }
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
  take_words (run, rule, match, traces, text, length, number);
  if (rule->pattern == NULL)
    return;
  if (rule->is == LINE_IS_ITEM) {
    take_item (run, rule, match, text, length, number);
  } else {
    g_autofree char *test = pattern_match_dup_group (rule->pattern, match, "test", FAILURE_MAX_NAME);

    take_groups (run, rule, match, traces, test, number);
  }
}

gboolean
test_run_is_open (TestRun *run)
{
  return run->report != NULL || run->item != NULL;
}
