/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "heading.h"
#include "test-run-again.h"
#include "test-run-ends.h"

#include "test-run-failures.h"

#define MAX_RANGES 2
#define MAX_GAP    30     /* from the last report to the list of all failures that is shown with it */

/* What one call needs besides. */
typedef struct {
  Gathering        base;
  GHashTable      *said;          /* test -> number of the last session that named it, plus 1 */
  gboolean        *report_used;
  guint            next_report;   /* where the next one is likely to stand */
  const TestPart **item_parts;    /* where each item's test ran, or NULL */
} Work;

/* The report on ITEM: of its session, not used yet; one of its own chapter rather than another,
 * and where the log starts within a report, that one. */
static int
find_report (Work           *work,
             const TestItem *item)
{
  TestRun *run = work->base.run;
  int other = -1, cut = -1;

  for (guint step = 0; step < run->reports->len; step++) {
    guint i = (work->next_report + step) % run->reports->len;
    const TestReport *report = g_ptr_array_index (run->reports, i);

    if (report->session != item->session || work->report_used[i])
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

/* The failure nearest above PART in its row of which a cause is known. */
static const Failure *
find_before (Gathering      *gathering,
             const TestPart *part)
{
  gint64 first_line = find_row_start (gathering->run, part);

  for (guint i = gathering->run->parts->len; i > 0; i--) {
    const TestPart *other = g_ptr_array_index (gathering->run->parts, i - 1);
    gpointer place = g_hash_table_lookup (gathering->places, other->test);
    const Failure *failure;

    if (place == NULL || other->session != part->session || other->first_line < first_line ||
        other->first_line >= part->first_line)
      continue;
    failure = g_ptr_array_index (gathering->failures, GPOINTER_TO_UINT (place) - 1);
    if (failure->cause != NULL)
      return failure;
  }

  return NULL;
}

/* Whether FAILURE's test got from a fixture what one before it got, and did nothing itself. */
static gboolean
is_repeated (Gathering        *gathering,
             const Failure    *failure,
             const Failure    *before,
             const TestPart   *part,
             const TestReport *report)
{
  return g_str_equal (failure->message, before->message) &&
         gathering_is_echo (gathering, failure) && part->last_line == part->first_line &&
         (report == NULL || report->end_line <= report->last_line);
}

/* What made a test before it fail may be why FAILURE's did, where it has no cause of its own. */
static void
find_shared_cause (Gathering        *gathering,
                   Failure          *failure,
                   const TestPart   *part,
                   const TestReport *report)
{
  const Failure *before = gathering->has_cause ? find_before (gathering, part) : NULL;
  gboolean lasting = gathering_is_lasting (gathering, failure);

  if (before != NULL && (lasting || is_repeated (gathering, failure, before, part, report))) {
    failure->cause = failure_cause_copy (before->cause);
  } else if (lasting) {
    LineRange row = { find_row_start (gathering->run, part), part->last_line };

    gathering_find_cause (gathering, failure, &row, 1);
  }
}

static void
find_cause (Gathering        *gathering,
            Failure          *failure,
            const TestPart   *part,
            const TestReport *report)
{
  LineRange ranges[MAX_RANGES];
  guint n = 0;

  if (report != NULL)
    ranges[n++] = (LineRange) { report->line, MAX (report->end_line, report->last_line) };
  if (part != NULL)
    ranges[n++] = (LineRange) { part->first_line, part->last_line };
  if (n == 0)
    return;

  gathering_find_cause (gathering, failure, ranges, n);
  if (failure->cause == NULL && part != NULL)
    find_shared_cause (gathering, failure, part, report);
}

/* A message that the summary cut ("Assertion...") is whole in the report. */
static void
complete_message (Failure          *failure,
                  const TestReport *report)
{
  gsize length = strlen (failure->message);

  if (length == 0 || report->has_pointed)
    own_string_set (&failure->message, report->message);
  else if (length > 3 && g_str_has_suffix (failure->message, "...") &&
           strncmp (failure->message, report->message, length - 3) == 0)
    own_string_set (&failure->message, report->message);
}

static void
apply_report (Failure          *failure,
              const TestReport *report)
{
  failure->first_line = report->line;
  failure->last_line = MAX (report->last_line, report->line);
  if (report->kind != FAILURE_FAILED)
    failure->kind = report->kind;
  complete_message (failure, report);
}

/* The last report of a session is shown with the list right below: both together say what failed. */
static void
show_list (TestRun        *run,
           Failure        *failure,
           const TestItem *item,
           guint           at)
{
  const TestReport *next = at + 1 < run->reports->len
    ? g_ptr_array_index (run->reports, at + 1) : NULL;

  if ((next == NULL || next->session != item->session) && item->line > failure->last_line &&
      item->line - failure->last_line <= MAX_GAP)
    failure->last_line = item->line;
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
add_item (Work  *work,
          guint  index)
{
  Gathering *gathering = &work->base;
  TestRun *run = gathering->run;
  const TestItem *item = g_ptr_array_index (run->items, index);
  gpointer place = g_hash_table_lookup (gathering->places, item->test);
  int at = find_report (work, item);
  const TestReport *report = at >= 0 ? g_ptr_array_index (run->reports, at) : NULL;
  Failure *failure = gathering_add (gathering, item->kind, item->test, item->line);

  if (at >= 0) {
    work->report_used[at] = TRUE;
    work->next_report = at + 1;
  }
  failure->flaky = passed_later (run, item) || test_run_was_mended (run, item->session);
  failure->last_line = item->last_line;
  own_string_set (&failure->message, item->message);
  if (report != NULL) {
    apply_report (failure, report);
    show_list (run, failure, item, at);
  }
  gathering_set_exception (gathering, failure, report != NULL ? report->exception : NULL);
  find_cause (gathering, failure, work->item_parts[index], report);
  if (failure->kind == FAILURE_CRASH)
    test_run_find_crash (gathering, failure, item->session);

  if (place == NULL)
    gathering_keep (gathering);
  else
    gathering_replace (gathering, GPOINTER_TO_UINT (place) - 1);
}

/* A later attempt takes an earlier one's place. In one session the first word counts, but what
 * the test itself failed with goes before what went wrong around it. */
static gboolean
is_said (Work  *work,
         guint  index)
{
  Gathering *gathering = &work->base;
  const TestItem *item = g_ptr_array_index (gathering->run->items, index);
  guint session = GPOINTER_TO_UINT (g_hash_table_lookup (work->said, item->test));
  gpointer place = g_hash_table_lookup (gathering->places, item->test);
  const Failure *failure;

  g_hash_table_insert (work->said, item->test, GUINT_TO_POINTER (item->session + 1));
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

/* The name of the test that REPORT is on, in full where the log tells it. */
static char *
dup_reported (TestRun          *run,
              const TestPart   *part,
              const TestReport *report)
{
  if (part != NULL)
    return g_strdup (part->test);
  if (report->chapter == CHAPTER_FAILURES && *report->path != '\0' &&
      run->runner->heading_after != NULL)
    return heading_dup_name (run->runner, report->path, report->heading);

  return g_strdup (report->heading);
}

/* What a session without a summary reports. */
static void
add_report (Work  *work,
            guint  index)
{
  Gathering *gathering = &work->base;
  TestRun *run = gathering->run;
  const TestReport *report = g_ptr_array_index (run->reports, index);
  const TestSession *session = g_ptr_array_index (run->sessions, report->session);
  const TestPart *part;
  g_autofree char *test = NULL;
  Failure *failure;

  if (session->n_items > 0 || work->report_used[index] || *report->heading == '\0' ||
      is_second_report (run, index))
    return;
  part = find_part_of_heading (run, report->session, report->heading);
  test = dup_reported (run, part, report);
  if (g_hash_table_contains (gathering->places, test))
    return;

  failure = gathering_add (gathering,
                           report->chapter == CHAPTER_ERRORS ? FAILURE_ERROR : FAILURE_FAILED, test,
                           report->detail_line != 0 ? report->detail_line : report->line);
  apply_report (failure, report);
  gathering_set_exception (gathering, failure, report->exception);
  find_cause (gathering, failure, part, report);
  gathering_keep (gathering);
}

/* Whether SESSION says at its end, below line NUMBER, that nothing failed. */
static gboolean
says_passed (const TestSession *session,
             gint64             number)
{
  return session->claimed == 0 && number < session->last_line;
}

/* A test that failed as it ran, of which nothing more was said: it may only have printed that word. */
static void
add_part (Gathering      *gathering,
          const TestPart *part)
{
  const TestSession *session = g_ptr_array_index (gathering->run->sessions, part->session);
  Failure *failure;

  if (session->n_items > 0 || *part->test == '\0' || says_passed (session, part->last_line) ||
      g_hash_table_contains (gathering->places, part->test))
    return;

  failure = gathering_add (gathering, FAILURE_FAILED, part->test, part->last_line);
  find_cause (gathering, failure, part, NULL);
  gathering_keep (gathering);
}

static void
add_all (Work     *work,
         gboolean  complete)
{
  Gathering *gathering = &work->base;
  TestRun *run = gathering->run;
  guint first = gathering->failures->len;

  for (guint i = 0; i < run->items->len; i++)
    if (!is_said (work, i))
      add_item (work, i);
  if (!complete)
    return;
  for (guint i = 0; i < run->reports->len; i++)
    add_report (work, i);
  for (guint i = 0; i < run->parts->len; i++)
    add_part (gathering, g_ptr_array_index (run->parts, i));
  test_run_add_stops (gathering);
  test_run_add_silent (gathering, first);
  test_run_add_retries (gathering, first);
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
  Work work = {
    .base = { run, causes, raised, match, failures, places },
    .said = said,
    .report_used = report_used,
    .item_parts = item_parts,
  };

  add_all (&work, complete);
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
