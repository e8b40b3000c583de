/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "character.h"

#include "finder-private.h"

/* Of a longer line the start is looked at. */
#define MAX_LINE 4096

#define MAX_STEPS 10000

Finder *
finder_new (Rules *rules)
{
  Finder *finder = g_new0 (Finder, 1);

  finder->rules = rules;
  finder->matcher = matcher_new (rules);
  finder->prefixes = lane_prefixes_new (rules);
  finder->lanes = lanes_new (rules, finder->matcher);
  finder->lane = lanes_get (finder->lanes, NULL);
  finder->traces = g_new0 (Traces *, rules->runners->len + 1);
  finder->causes = g_ptr_array_new ();
  finder->steps = g_array_new (FALSE, FALSE, sizeof (gint64));
  finder->end = job_end_new ();
  finder->good_ends = good_ends_new ();
  finder->ignored = ignored_commands_new ();
  finder->hits = line_hits_new (rules->lines);
  for (guint i = 0; i < rules->runners->len; i++) {
    Runner *runner = g_ptr_array_index (rules->runners, i);

    if (runner->prefix != NULL) {
      finder->traces[i] = traces_new (runner);
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

  for (guint i = 0; i < finder->rules->runners->len; i++)
    traces_free (finder->traces[i]);
  g_free (finder->traces);
  g_ptr_array_unref (finder->causes);
  g_array_unref (finder->steps);
  lanes_free (finder->lanes);
  lane_prefixes_free (finder->prefixes);
  job_end_free (finder->end);
  good_ends_free (finder->good_ends);
  ignored_commands_free (finder->ignored);
  matcher_free (finder->matcher);
  line_hits_free (finder->hits);
  findings_unref (finder->findings);
  g_free (finder);
}

/* Whether the rule counts in the chapter that its runner is in, and while no test runs. */
static gboolean
counts_now (const Finder   *finder,
            const LineRule *rule)
{
  const TestRun *run = finder->lane->states[rule->runner->index].run;
  Chapter chapter = run != NULL ? run->chapter : CHAPTER_NONE;

  if (blocks_is_idle (finder->lane->blocks, rule))
    return FALSE;

  return rule->chapters == 0 || (rule->chapters & (1u << chapter)) != 0;
}

void
finder_add_literal (Finder *finder,
                    guint   id,
                    gsize   end)
{
  if (end <= MAX_LINE && counts_now (finder, g_ptr_array_index (finder->rules->lines, id)))
    line_hits_add (finder->hits, id);
}

static void
found_literal (guint    id,
               gsize    end,
               gpointer finder)
{
  finder_add_literal (finder, id, end);
}

/* Gives the line to RUNNER: as the first of its rules that fits, or as none. */
static void
push_to_runner (Finder         *finder,
                const Runner   *runner,
                const LineRule *rule,
                const char     *text,
                gsize           length,
                gint64          number)
{
  PatternMatch *match = matcher_get_match (finder->matcher);
  Lane *lane = finder->lane;
  RunnerState *state = &lane->states[runner->index];
  TestRun *run = lane_get_run (lane, runner);
  Traces *traces = finder->traces[runner->index];
  gboolean is_open;

  if (rule != NULL || test_run_is_open (run))
    test_run_push (run, rule, match, finder_get_traces (finder), text, length, number);
  if (rule != NULL && traces == NULL)
    g_clear_pointer (&finder->findings, findings_unref);
  if (traces != NULL && (rule != NULL || traces_is_open (traces))) {
    traces_set_lane (traces, lane->name);
    traces_push (traces, match, rule, &lane->lookback, text, length, number);
  }

  is_open = test_run_is_open (run) || (traces != NULL && traces_is_open (traces));
  lane->n_open += is_open - state->is_open;
  state->is_open = is_open;
}

/* Who takes the line that is RULE: an exception that gathers them, whose rule it may be. */
static const Runner *
get_gatherer (const Finder   *finder,
              const LineRule *rule)
{
  if (rule->is != LINE_IS_EXCEPTION || finder->causes->len == 0 || rule->runner->prefix != NULL)
    return rule->runner;

  return g_ptr_array_index (finder->causes, 0);
}

/* The line is RULE, whose pattern has just matched. What a test session knows is no error of another
 * tool's, and no output that a tool shows among others is the CI's. */
static void
take_rule (Finder         *finder,
           const LineRule *rule,
           const char     *text,
           gsize           length,
           gint64          number)
{
  if (rule->is >= LINE_IS_EXIT && finder->lane->index != 0)
    return;
  if (rule->has_place)
    blocks_take_place (finder->lane->blocks, rule, number);
  if (rule->has_runs)
    blocks_take_runs (finder->lane->blocks, rule);
  if (finder->lane->index == 0) {
    good_ends_push (finder->good_ends, rule, text, length, number);
    good_ends_name (finder->good_ends, rule, matcher_get_match (finder->matcher));
    ignored_commands_push (finder->ignored, rule, number);
  }
  if (rule->has_title)
    return;
  if (rule->count != COUNT_NONE)
    blocks_count (finder->lane->blocks, rule, text, length);
  if (rule->is < LINE_IS_FAILURE) {
    gboolean in_session = lane_get_run (finder->lane, rule->runner)->chapter != CHAPTER_NONE;

    push_to_runner (finder, get_gatherer (finder, rule), rule, text, length, number);
    if (!in_session || rule->is >= LINE_IS_TRACE)
      return;
  }
  if (rule->is >= LINE_IS_EXIT) {
    job_end_push (finder->end, rule, matcher_get_match (finder->matcher), number);
    if (rule->is == LINE_IS_STEP && finder->steps->len < MAX_STEPS)
      g_array_append_val (finder->steps, number);
    g_clear_pointer (&finder->findings, findings_unref);
  }
  blocks_offer (finder->lane->blocks, rule, text, length);
  finder->is_offered = TRUE;
}

/* The line says that RULE's lanes may follow, if it fits; whatever else it is. */
static void
open_lanes (Finder         *finder,
            const LineRule *rule,
            const char     *text,
            gsize           length)
{
  g_autofree char *name = NULL;

  if (!matcher_find (finder->matcher, rule, rule->pattern, text, length))
    return;
  if (rule->pattern != NULL)
    name = pattern_match_dup_group (rule->pattern, matcher_get_match (finder->matcher), "lane",
                                    LANE_MAX_NAME);
  lane_prefixes_open (finder->prefixes, rule->runner, name != NULL ? name : "");
}

/* The first rule of the runner that the hit at RET_HIT belongs to that fits the line, or NULL;
 * RET_HIT goes to the next runner's. */
static const LineRule *
find_rule (Finder     *finder,
           guint      *ret_hit,
           const char *text,
           gsize       length)
{
  const LineRule *found = NULL;
  const Runner *runner = NULL;
  guint n_hits = line_hits_get_n (finder->hits);

  for (; *ret_hit < n_hits; (*ret_hit)++) {
    const LineRule *rule = line_hits_get (finder->hits, *ret_hit);

    if (runner != NULL && rule->runner != runner)
      break;
    runner = rule->runner;
    if (rule->is == LINE_IS_LANES)
      open_lanes (finder, rule, text, length);
    else if (found == NULL &&
             matcher_find (finder->matcher, rule, rule->pattern, text, length) &&
             !blocks_is_told (finder->lane->blocks, rule))
      found = rule;
  }

  return found;
}

/* Asks the rules that were skipped, since the line was offered as an error or a word. */
static void
take_nothing (Finder     *finder,
              const char *text,
              gsize       length,
              gint64      number)
{
  for (guint hit = 0; hit < line_hits_get_n (finder->hits);) {
    guint first = hit;
    const LineRule *rule;

    if (!line_hits_skip_nothing (finder->hits, &hit, &finder->has_command)) {
      hit = line_hits_get_runner_end (finder->hits, first);
      continue;
    }
    rule = find_rule (finder, &first, text, length);
    if (rule != NULL) {
      take_rule (finder, rule, text, length, number);
      return;
    }
  }
}

/* Asks the rules that were skipped for what they tell of commands. */
static void
take_commands (Finder     *finder,
               const char *text,
               gsize       length,
               gint64      number)
{
  for (guint hit = 0; hit < line_hits_get_n (finder->hits);) {
    guint first = hit;
    const LineRule *rule;

    if (!line_hits_skip_nothing (finder->hits, &hit, &finder->has_command)) {
      hit = line_hits_get_runner_end (finder->hits, first);
      continue;
    }
    rule = find_rule (finder, &first, text, length);
    if (rule != NULL)
      ignored_commands_push (finder->ignored, rule, number);
  }
}

/* The runners up to number END, but not those before RET_NEXT, have no rule for the line. */
static void
push_to_open (Finder     *finder,
              guint      *ret_next,
              guint       end,
              const char *text,
              gsize       length,
              gint64      number)
{
  if (finder->lane->n_open == 0) {
    *ret_next = end;
    return;
  }
  for (; *ret_next < end; (*ret_next)++)
    if (finder->lane->states[*ret_next].is_open)
      push_to_runner (finder, g_ptr_array_index (finder->rules->runners, *ret_next), NULL, text,
                      length, number);
}

gsize
finder_start_line (Finder     *finder,
                   const char *text,
                   gsize       length)
{
  const char *lane = NULL;
  gsize n = 0;

  if (lane_prefixes_may_find (finder->prefixes, text, length))
    n = lane_prefixes_find (finder->prefixes, text, length, &lane);
  if (lane != NULL || finder->lane->index != 0)
    finder->lane = lanes_get (finder->lanes, lane);

  return n;
}

gboolean
finder_is_in_lane (Finder *finder)
{
  return finder->lane->index != 0;
}

void
finder_push_line (Finder     *finder,
                  const char *text,
                  gsize       length,
                  gint64      number)
{
  guint n_hits = line_hits_get_n (finder->hits);
  guint hit = 0, next = 0;
  gboolean has_nothing = FALSE;

  if (length > MAX_LINE)
    length = character_find_cut (text, MAX_LINE);
  finder->n_lines = number;
  lookback_push (&finder->lane->lookback, text, length, number);

  while (hit < n_hits) {
    const LineRule *rule;

    if (line_hits_skip_nothing (finder->hits, &hit, &finder->has_command)) {
      has_nothing = TRUE;
      continue;
    }
    rule = find_rule (finder, &hit, text, length);
    if (rule == NULL)
      continue;
    push_to_open (finder, &next, rule->runner->index, text, length, number);
    take_rule (finder, rule, text, length, number);
    if (rule->is < LINE_IS_FAILURE)
      next = rule->runner->index + 1;
  }
  push_to_open (finder, &next, finder->rules->runners->len, text, length, number);
  if (has_nothing && blocks_may_be_nothing (finder->lane->blocks))
    take_nothing (finder, text, length, number);
  if (finder->has_command && finder->lane->index == 0)
    take_commands (finder, text, length, number);
  finder->has_command = FALSE;

  if ((finder->is_offered || blocks_is_open (finder->lane->blocks)) &&
      blocks_push (finder->lane->blocks, &finder->lane->lookback, text, length, number))
    g_clear_pointer (&finder->findings, findings_unref);
  finder->is_offered = FALSE;
  line_hits_clear (finder->hits);
}

void
finder_push (Finder     *finder,
             const char *text,
             gsize       length,
             gint64      number)
{
  gsize start = finder_start_line (finder, text, length);

  text += start;
  length -= start;
  literals_scan (finder->rules->literals, text, MIN (length, MAX_LINE), found_literal, finder);
  finder_push_line (finder, text, length, number);
}

void
finder_set_ci (Finder     *finder,
               const char *ci)
{
  gboolean may_have_passed = FALSE;

  for (guint i = 0; i < finder->rules->runners->len; i++) {
    const Runner *runner = g_ptr_array_index (finder->rules->runners, i);

    if (g_str_equal (runner->name, ci))
      may_have_passed = !runner_tells_success (runner);
  }
  if (may_have_passed != finder->may_have_passed)
    g_clear_pointer (&finder->findings, findings_unref);
  finder->may_have_passed = may_have_passed;
}
