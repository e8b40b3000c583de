/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "test-run-failures.h"

#include "finder.h"

/* Of a longer line the start is looked at. */
#define MAX_LINE      16384

/* A pattern that gave up this often in a log is not tried any more. */
#define MAX_TOO_SLOW  3

typedef struct {
  TestRun *run;
  Traces  *traces;       /* or NULL */
} RunnerState;

struct Finder {
  Rules        *rules;
  PatternMatch *match;
  RunnerState  *states;          /* one a runner */
  GPtrArray    *causes;          /* of Runner: those that gather exceptions */
  guint8       *too_slow;        /* one a line rule: how often it gave up */
  GPtrArray    *warnings;
  GArray       *hits;            /* of guint: the rules whose words the line has, in order */
  Findings     *findings;        /* the last ones, while nothing new was seen */
  gboolean      is_complete;     /* of these */
};

Finder *
finder_new (Rules *rules)
{
  Finder *finder = g_new0 (Finder, 1);

  finder->rules = rules;
  finder->match = pattern_match_new ();
  finder->states = g_new0 (RunnerState, rules->runners->len + 1);
  finder->causes = g_ptr_array_new ();
  finder->too_slow = g_new0 (guint8, rules->lines->len + 1);
  finder->warnings = g_ptr_array_new_with_free_func (g_free);
  finder->hits = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < rules->runners->len; i++) {
    Runner *runner = g_ptr_array_index (rules->runners, i);

    finder->states[i].run = test_run_new (runner);
    if (runner->prefix != NULL) {
      finder->states[i].traces = traces_new (runner);
      g_ptr_array_add (finder->causes, runner);
    }
  }

  return finder;
}

void
finder_free (Finder *finder)
{
  if (finder == NULL)
    return;

  for (guint i = 0; i < finder->rules->runners->len; i++) {
    test_run_free (finder->states[i].run);
    traces_free (finder->states[i].traces);
  }
  g_free (finder->states);
  g_ptr_array_unref (finder->causes);
  g_free (finder->too_slow);
  g_ptr_array_unref (finder->warnings);
  g_array_unref (finder->hits);
  findings_unref (finder->findings);
  pattern_match_free (finder->match);
  g_free (finder);
}

/* Keeps the hits in the order of the rules; a line has few. */
static void
found_literal (guint    id,
               gsize    end,
               gpointer user_data)
{
  GArray *hits = user_data;
  guint at = hits->len;

  while (at > 0 && g_array_index (hits, guint, at - 1) > id)
    at--;
  if (at == 0 || g_array_index (hits, guint, at - 1) != id)
    g_array_insert_val (hits, at, id);
}

static gboolean
matches (Finder         *finder,
         guint           number,
         const LineRule *rule,
         const char     *text,
         gsize           length)
{
  PatternResult result;

  if (rule->pattern == NULL)
    return TRUE;
  if (finder->too_slow[number] >= MAX_TOO_SLOW)
    return FALSE;

  result = pattern_find (rule->pattern, finder->match, text, length);
  if (result == PATTERN_TOO_SLOW && ++finder->too_slow[number] == MAX_TOO_SLOW)
    g_ptr_array_add (finder->warnings,
                     g_strdup_printf (_("%s: too slow for this log, left out"), rule->place));

  return result == PATTERN_MATCH;
}

/* The exceptions that a test's outcome may forget: those of the first runner that has any. */
static Traces *
get_traces (Finder *finder)
{
  const Runner *runner;

  if (finder->causes->len == 0)
    return NULL;
  runner = g_ptr_array_index (finder->causes, 0);

  return finder->states[runner->index].traces;
}

/* Gives the line to a runner: as the first of its rules that fits, or as none. */
static void
push_to_runner (Finder         *finder,
                RunnerState    *state,
                const LineRule *rule,
                const char     *text,
                gsize           length,
                gint64          number)
{
  if (rule != NULL || test_run_is_open (state->run))
    test_run_push (state->run, rule, finder->match, get_traces (finder), text, length, number);
  if (rule != NULL && state->traces == NULL)
    g_clear_pointer (&finder->findings, findings_unref);
  if (state->traces != NULL && (rule != NULL || traces_is_open (state->traces)))
    traces_push (state->traces, finder->match, rule, text, length, number);
}

void
finder_push (Finder     *finder,
             const char *text,
             gsize       length,
             gint64      number)
{
  guint hit = 0;

  if (length > MAX_LINE) {
    length = MAX_LINE;
    while (length > 0 && ((guchar) text[length] & 0xC0) == 0x80)
      length--;
  }
  g_array_set_size (finder->hits, 0);
  literals_scan (finder->rules->literals, text, length, found_literal, finder->hits);

  for (guint i = 0; i < finder->rules->runners->len; i++) {
    RunnerState *state = &finder->states[i];
    const LineRule *found = NULL;

    for (; hit < finder->hits->len; hit++) {
      guint id = g_array_index (finder->hits, guint, hit);
      const LineRule *rule = g_ptr_array_index (finder->rules->lines, id);

      if (rule->runner->index != i)
        break;
      if (found == NULL &&
          (rule->chapters == 0 || (rule->chapters & (1u << state->run->chapter)) != 0) &&
          matches (finder, id, rule, text, length))
        found = rule;
    }
    push_to_runner (finder, state, found, text, length, number);
  }
}

static void
add_run (Finder   *finder,
         Findings *findings,
         TestRun  *run,
         Traces   *traces,
         gboolean  complete)
{
  int claimed = test_run_get_claimed (run);

  test_run_add_failures (run, complete, finder->causes,
                         traces != NULL ? traces_get (traces) : NULL, finder->match,
                         findings->failures);
  findings->left_out += run->n_left_out;
  if (run->is_seen)
    g_ptr_array_add (findings->runners, g_strdup (run->runner->name));
  if (claimed >= 0)
    findings->claimed = MAX (findings->claimed, 0) + claimed;

  for (guint i = 0; i < run->sessions->len; i++) {
    const TestSession *session = g_ptr_array_index (run->sessions, i);
    LineRange range = { session->summary_line, MAX (session->last_line, session->summary_line) };

    if (session->summary_line != 0)
      g_array_append_val (findings->summaries, range);
  }
  g_array_append_vals (findings->endings, run->endings->data, run->endings->len);
}

/* Names that passed, without those that failed as well. */
static void
add_passed (Findings *findings,
            TestRun  *run)
{
  g_autoptr (GHashTable) failed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < findings->failures->len; i++)
    g_hash_table_add (failed, ((Failure *) g_ptr_array_index (findings->failures, i))->test);
  for (guint i = 0; i < run->passed_names->len; i++) {
    const char *name = g_ptr_array_index (run->passed_names, i);

    if (!g_hash_table_contains (failed, name))
      g_ptr_array_add (findings->passed, g_strdup (name));
  }
}

/* A test that passed when it was tried again is not why the job failed. */
static void
put_flaky_last (GPtrArray *failures)
{
  guint n_steady = 0;

  for (guint i = 0; i < failures->len; i++) {
    Failure *failure = g_ptr_array_index (failures, i);

    if (failure->flaky)
      continue;
    if (i != n_steady) {
      g_ptr_array_steal_index (failures, i);
      g_ptr_array_insert (failures, n_steady, failure);
    }
    n_steady++;
  }
}

static void
add_exit (Finder   *finder,
          Findings *findings)
{
  for (guint i = 0; i < finder->rules->runners->len && findings->failures->len == 0; i++) {
    Failure *failure = test_run_dup_exit (finder->states[i].run);

    if (failure != NULL)
      g_ptr_array_add (findings->failures, failure);
  }
}

Findings *
finder_get_findings (Finder   *finder,
                     gboolean  complete)
{
  Findings *findings;

  if (finder->findings != NULL && finder->is_complete == complete)
    return findings_ref (finder->findings);

  findings = findings_new ();
  for (guint i = 0; i < finder->rules->runners->len; i++)
    add_run (finder, findings, finder->states[i].run, get_traces (finder), complete);
  put_flaky_last (findings->failures);
  for (guint i = 0; i < finder->rules->runners->len; i++)
    add_passed (findings, finder->states[i].run);
  if (complete)
    add_exit (finder, findings);
  for (guint i = 0; i < finder->warnings->len; i++)
    g_ptr_array_add (findings->warnings, g_strdup (g_ptr_array_index (finder->warnings, i)));

  g_clear_pointer (&finder->findings, findings_unref);
  finder->findings = findings_ref (findings);
  finder->is_complete = complete;

  return findings;
}
