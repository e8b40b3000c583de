/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "cause.h"
#include "heading.h"

#include "test-run-failures.h"

#define MAX_RANGES 2

/* What is put together for one call. */
typedef struct {
  TestRun         *run;
  const GPtrArray *causes;
  const GPtrArray *raised;
  PatternMatch    *match;
  GPtrArray       *failures;
  GHashTable      *places;        /* test -> number in FAILURES, plus 1 */
  GHashTable      *said;          /* test -> number of the last session that named it, plus 1 */
  gboolean        *report_used;
  guint            next_report;   /* where the next one is likely to stand */
  const TestPart **item_parts;    /* where each item's test ran, or NULL */
} Gathering;

static void
set_string (char       **string,
            const char  *value)
{
  char *copy = g_strdup (value);

  g_free (*string);
  *string = copy;
}

/* The report on ITEM: of its session, not used yet; one of its own chapter rather than another,
 * and where the log starts within a report, that one. */
static int
find_report (Gathering      *gathering,
             const TestItem *item)
{
  TestRun *run = gathering->run;
  int other = -1, cut = -1;

  for (guint step = 0; step < run->reports->len; step++) {
    guint i = (gathering->next_report + step) % run->reports->len;
    const TestReport *report = g_ptr_array_index (run->reports, i);

    if (report->session != item->session || gathering->report_used[i])
      continue;
    if (*report->heading == '\0') {
      cut = i;
    } else if (heading_is_of (run->runner, report->heading, item->test)) {
      if ((report->chapter == CHAPTER_ERRORS) == (item->kind == FAILURE_ERROR))
        return i;
      if (other < 0)
        other = i;
    }
  }

  return other >= 0 ? other : cut;
}

/* Finds for each item the part of the log in which its test ran and failed. Parts without a name
 * stand in the order of the failures; as a log is cut at its start, the last ones go together. */
static const TestPart **
match_parts (TestRun *run)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  const TestPart **item_parts = g_new0 (const TestPart *, run->items->len + 1);
  guint unnamed = run->parts->len;

  for (guint i = 0; i < run->parts->len; i++) {
    TestPart *part = g_ptr_array_index (run->parts, i);

    if (*part->test != '\0')
      g_hash_table_insert (named, part->test, part);
  }
  for (guint i = run->items->len; i > 0; i--) {
    const TestItem *item = g_ptr_array_index (run->items, i - 1);
    const TestPart *part = g_hash_table_lookup (named, item->test);

    if (part == NULL || part->session != item->session)
      for (part = NULL; unnamed > 0 && part == NULL; unnamed--) {
        const TestPart *other = g_ptr_array_index (run->parts, unnamed - 1);

        if (other->session < item->session)
          break;
        if (other->session == item->session && *other->test == '\0')
          part = other;
      }
    item_parts[i - 1] = part;
  }

  return item_parts;
}

/* Tests that fail one right after the other may do so for the same reason: the part that starts
 * the row. */
static gint64
find_row_start (TestRun        *run,
                const TestPart *part)
{
  gint64 first_line = part->first_line;

  for (guint i = run->parts->len; i > 0; i--) {
    const TestPart *other = g_ptr_array_index (run->parts, i - 1);

    if (other->session == part->session && other->outcome == OUTCOME_FAILED &&
        other->last_line < first_line && other->last_line >= first_line - 2)
      first_line = other->first_line;
  }

  return first_line;
}

static void
find_cause (Gathering        *gathering,
            Failure          *failure,
            const TestPart   *part,
            const TestReport *report)
{
  LineRange ranges[MAX_RANGES];
  guint n = 0;

  if (report != NULL && report->end_line > report->last_line)
    ranges[n++] = (LineRange) { report->last_line + 1, report->end_line };
  if (part != NULL)
    ranges[n++] = (LineRange) { part->first_line, part->last_line != 0 ? part->last_line
                                                                       : G_MAXINT64 };

  for (guint i = 0; i < gathering->causes->len && failure->cause == NULL && n > 0; i++) {
    const Runner *runner = g_ptr_array_index (gathering->causes, i);

    failure->cause = cause_find (runner, gathering->match, gathering->raised, failure->message,
                                 ranges, n);
    if (failure->cause == NULL && part != NULL &&
        cause_is_echo (runner, gathering->match, failure->message)) {
      ranges[n - 1].first = find_row_start (gathering->run, part);
      failure->cause = cause_find (runner, gathering->match, gathering->raised,
                                   failure->message, ranges, n);
    }
  }
}

static void
set_exception (Gathering        *gathering,
               Failure          *failure,
               const TestReport *report)
{
  const Pattern *pattern = gathering->run->runner->exception;

  if (pattern != NULL && pattern_find (pattern, gathering->match, failure->message,
                                       strlen (failure->message)) == PATTERN_MATCH) {
    g_free (failure->exception);
    failure->exception = pattern_match_dup_group (pattern, gathering->match, "exception", 128);
  } else if (report != NULL) {
    set_string (&failure->exception, report->exception);
  }
}

/* A message that the summary cut ("Assertion...") is whole in the report. */
static void
complete_message (Failure          *failure,
                  const TestReport *report)
{
  gsize length = strlen (failure->message);

  if (length == 0)
    set_string (&failure->message, report->message);
  else if (length > 3 && g_str_has_suffix (failure->message, "...") &&
           strncmp (failure->message, report->message, length - 3) == 0)
    set_string (&failure->message, report->message);
}

static Failure *
new_failure (Gathering  *gathering,
             const char *test)
{
  Failure *failure = failure_new ();

  set_string (&failure->runner, gathering->run->runner->name);
  set_string (&failure->test, test);
  g_ptr_array_add (gathering->failures, failure);

  return failure;
}

static void
apply_report (Failure          *failure,
              const TestReport *report)
{
  failure->first_line = report->line;
  failure->last_line = MAX (report->last_line, report->line);
  complete_message (failure, report);
}

/* Puts the last failure in the place of number INDEX, which is about the same test. */
static void
take_place (Gathering *gathering,
            guint      index)
{
  Failure *failure = g_ptr_array_steal_index (gathering->failures, gathering->failures->len - 1);
  Failure *old = g_ptr_array_index (gathering->failures, index);

  g_hash_table_replace (gathering->places, failure->test, GUINT_TO_POINTER (index + 1));
  g_ptr_array_index (gathering->failures, index) = failure;
  failure_free (old);
}

/* Whether ITEM's test was tried again in a later session and passed. */
static gboolean
passed_later (TestRun        *run,
              const TestItem *item)
{
  gpointer session;

  return g_hash_table_lookup_extended (run->passed, item->test, NULL, &session) &&
         GPOINTER_TO_UINT (session) > item->session;
}

static void
add_item (Gathering *gathering,
          guint      index)
{
  TestRun *run = gathering->run;
  const TestItem *item = g_ptr_array_index (run->items, index);
  gpointer place = g_hash_table_lookup (gathering->places, item->test);
  int at = find_report (gathering, item);
  const TestReport *report = at >= 0 ? g_ptr_array_index (run->reports, at) : NULL;
  Failure *failure = new_failure (gathering, item->test);

  if (at >= 0) {
    gathering->report_used[at] = TRUE;
    gathering->next_report = at + 1;
  }
  failure->kind = item->kind;
  failure->flaky = passed_later (run, item);
  failure->line = failure->first_line = item->line;
  failure->last_line = item->last_line;
  set_string (&failure->message, item->message);
  if (report != NULL)
    apply_report (failure, report);
  set_exception (gathering, failure, report);
  find_cause (gathering, failure, gathering->item_parts[index], report);

  if (place == NULL)
    g_hash_table_insert (gathering->places, failure->test,
                         GUINT_TO_POINTER (gathering->failures->len));
  else
    take_place (gathering, GPOINTER_TO_UINT (place) - 1);
}

/* A later attempt takes an earlier one's place. In one session the first word counts, but what
 * the test itself failed with goes before what went wrong around it. */
static gboolean
is_said (Gathering *gathering,
         guint      index)
{
  const TestItem *item = g_ptr_array_index (gathering->run->items, index);
  guint session = GPOINTER_TO_UINT (g_hash_table_lookup (gathering->said, item->test));
  gpointer place = g_hash_table_lookup (gathering->places, item->test);
  const Failure *failure;

  g_hash_table_insert (gathering->said, item->test, GUINT_TO_POINTER (item->session + 1));
  if (session != item->session + 1 || place == NULL)
    return FALSE;
  failure = g_ptr_array_index (gathering->failures, GPOINTER_TO_UINT (place) - 1);

  return failure->kind != FAILURE_ERROR || item->kind == FAILURE_ERROR;
}

/* The full name of the test that HEADING is about, from the tests that ran. */
static const TestPart *
find_part_of_heading (TestRun    *run,
                      guint       session,
                      const char *heading)
{
  for (guint i = 0; i < run->parts->len; i++) {
    const TestPart *part = g_ptr_array_index (run->parts, i);

    if (part->session == session && heading_is_of (run->runner, heading, part->test))
      return part;
  }

  return NULL;
}

/* Whether report number INDEX is on what went wrong around a test that has one on its own
 * failure, too. */
static gboolean
is_second_report (TestRun *run,
                  guint    index)
{
  const TestReport *report = g_ptr_array_index (run->reports, index);

  if (report->chapter != CHAPTER_ERRORS)
    return FALSE;
  for (guint i = index + 1; i < run->reports->len; i++) {
    const TestReport *other = g_ptr_array_index (run->reports, i);

    if (other->session == report->session && other->chapter == CHAPTER_FAILURES &&
        g_str_equal (other->heading, report->heading))
      return TRUE;
  }

  return FALSE;
}

/* What a session without a summary reports. */
static void
add_report (Gathering *gathering,
            guint      index)
{
  TestRun *run = gathering->run;
  const TestReport *report = g_ptr_array_index (run->reports, index);
  const TestSession *session = g_ptr_array_index (run->sessions, report->session);
  const TestPart *part;
  const char *test;
  Failure *failure;

  if (session->n_items > 0 || gathering->report_used[index] || *report->heading == '\0' ||
      is_second_report (run, index))
    return;
  part = find_part_of_heading (run, report->session, report->heading);
  test = part != NULL ? part->test : report->heading;
  if (g_hash_table_contains (gathering->places, test))
    return;

  failure = new_failure (gathering, test);
  failure->kind = report->chapter == CHAPTER_ERRORS ? FAILURE_ERROR : FAILURE_FAILED;
  failure->line = report->detail_line != 0 ? report->detail_line : report->line;
  apply_report (failure, report);
  set_exception (gathering, failure, report);
  find_cause (gathering, failure, part, report);
  g_hash_table_insert (gathering->places, failure->test,
                       GUINT_TO_POINTER (gathering->failures->len));
}

/* A test that failed as it ran, of which nothing more was said. */
static void
add_part (Gathering      *gathering,
          const TestPart *part)
{
  const TestSession *session = g_ptr_array_index (gathering->run->sessions, part->session);
  gboolean crashed = part->outcome == OUTCOME_UNKNOWN && session->crash != NULL;
  Failure *failure;

  if (session->n_items > 0 || *part->test == '\0' ||
      (part->outcome != OUTCOME_FAILED && !crashed) ||
      g_hash_table_contains (gathering->places, part->test))
    return;

  failure = new_failure (gathering, part->test);
  failure->kind = crashed ? FAILURE_CRASH : FAILURE_FAILED;
  failure->line = crashed ? session->crash_line : part->last_line;
  failure->first_line = failure->last_line = failure->line;
  if (crashed) {
    failure->last_line = session->crash_last_line;
    set_string (&failure->message, session->crash);
  }
  find_cause (gathering, failure, part, NULL);
  g_hash_table_insert (gathering->places, failure->test,
                       GUINT_TO_POINTER (gathering->failures->len));
}

void
test_run_add_failures (TestRun         *run,
                       gboolean         complete,
                       const GPtrArray *causes,
                       const GPtrArray *raised,
                       PatternMatch    *match,
                       GPtrArray       *failures)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree gboolean *report_used = g_new0 (gboolean, run->reports->len + 1);
  g_autofree const TestPart **item_parts = match_parts (run);
  Gathering gathering = {
    .run = run,
    .causes = causes,
    .raised = raised,
    .match = match,
    .failures = failures,
    .places = places,
    .said = said,
    .report_used = report_used,
    .item_parts = item_parts,
  };

  for (guint i = 0; i < run->items->len; i++)
    if (!is_said (&gathering, i))
      add_item (&gathering, i);
  if (!complete)
    return;
  for (guint i = 0; i < run->reports->len; i++)
    add_report (&gathering, i);
  for (guint i = 0; i < run->parts->len; i++)
    add_part (&gathering, g_ptr_array_index (run->parts, i));
}

int
test_run_get_claimed (TestRun *run)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  int claimed = -1;

  for (guint i = 0; i < run->sessions->len; i++) {
    const TestSession *session = g_ptr_array_index (run->sessions, i);

    if (session->claimed >= 0)
      claimed = MAX (claimed, 0) + session->claimed;
  }
  for (guint i = 0; i < run->items->len; i++) {
    const TestItem *item = g_ptr_array_index (run->items, i);

    if (!g_hash_table_add (seen, item->test) && claimed > 0)
      claimed--;
  }
  for (guint i = 0; i < run->reports->len && claimed > 0; i++) {
    const TestReport *report = g_ptr_array_index (run->reports, i);
    const TestSession *session = g_ptr_array_index (run->sessions, report->session);

    if (session->n_items == 0 && is_second_report (run, i))
      claimed--;
  }

  return claimed;
}
