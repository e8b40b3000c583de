/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "passed-tests.h"
#include "rule-groups.h"
#include "suite-ends.h"
#include "tried-again.h"

#include "blocks.h"

/* A failure whose part may go on. */
typedef struct {
  Block          *block;       /* or NULL: none */
  const LineRule *rule;
  char           *text;        /* of the line that names it, where it has no message */
  gboolean        is_unnamed;  /* that line names no test */
} Part;

struct Blocks {
  Matcher      *matcher;
  guint         lane;
  BlockList    *list;
  Claims       *claims;
  RunningTests *running;
  Places       *places;
  PassedTests  *passed;
  const LineRule *suite_rule;  /* the next line says which suite the tests above are of, or NULL */
  char         *suite;         /* that one */
  const LineRule *runs_rule;   /* the next line says how often the tests above were run, or NULL */
  guint         n_runs;        /* that many times */
  gint64        runs_line;     /* the last line that said so */
  gint64        suite_line;    /* the last line that did */
  Part          offered;       /* the best of those that the next line is */
  gboolean      is_nothing;    /* the next line only looks like a failure */
  gboolean      is_good;       /* the next line says that all went well */
  gboolean      is_of_ci;      /* the next line is the CI's own, or a test session's */
  gint64        ci_line;       /* the last one that was, or that said that all went well */
  gboolean      is_bad_end;    /* the next line says that a step failed */
  gint64        bad_line;      /* the last one that did */
  Part          open;
  GPtrArray    *waiting;       /* of Block: those above the open one that share what follows it */
  gboolean      has_changed;   /* since the last line */
};

static void
part_clear (Part *part)
{
  block_free (part->block);
  g_free (part->text);
  *part = (Part) { NULL };
}

static void
destroy_block (gpointer block)
{
  block_free (block);
}

Blocks *
blocks_new (Matcher *matcher,
            guint    lane)
{
  Blocks *blocks = g_new0 (Blocks, 1);

  blocks->matcher = matcher;
  blocks->lane = lane;
  blocks->list = block_list_new ();
  blocks->claims = claims_new ();
  blocks->running = running_tests_new (matcher);
  blocks->places = places_new ();
  blocks->waiting = g_ptr_array_new_with_free_func (destroy_block);
  blocks->passed = passed_tests_new (blocks->list);

  return blocks;
}

void
blocks_free (Blocks *blocks)
{
  if (blocks == NULL)
    return;

  part_clear (&blocks->offered);
  part_clear (&blocks->open);
  g_ptr_array_unref (blocks->waiting);
  running_tests_free (blocks->running);
  places_free (blocks->places);
  passed_tests_free (blocks->passed);
  g_free (blocks->suite);
  block_list_free (blocks->list);
  claims_free (blocks->claims);
  g_free (blocks);
}

static void
take_ended (Blocks         *blocks,
            const LineRule *rule)
{
  PatternMatch *match = matcher_get_match (blocks->matcher);
  Block *open = blocks->open.block;
  g_autofree char *suite = NULL;
  g_autofree char *test = NULL;

  blocks->has_changed = TRUE;
  if (rule->pattern == NULL)
    return;
  suite = rule_dup_suite (rule, rule->pattern, match);
  test = rule_dup_group (rule, rule->pattern, match, "test", MAX_BLOCK_NAME);
  if (rule->is == LINE_IS_PASSED && open != NULL && open->runner == rule->runner && *test != '\0' &&
      g_str_equal (open->test, test))
    open->flaky = TRUE;
  if (rule->is == LINE_IS_PASSED)
    passed_tests_add (blocks->passed, rule->runner, places_get (blocks->places, rule->runner), suite, test,
                      blocks->bad_line);
  running_tests_end (blocks->running, rule->runner, suite, test);
}

static void
offer_suite (Blocks         *blocks,
             const LineRule *rule)
{
  if (!rule->names_suite || rule->pattern == NULL)
    return;
  g_free (blocks->suite);
  blocks->suite = rule_dup_suite (rule, rule->pattern, matcher_get_match (blocks->matcher));
  blocks->suite_rule = rule;
}

/* The line says which suite the tests above are of: all of it have ended. */
static void
take_suite (Blocks *blocks,
            gint64  number)
{
  const LineRule *rule = g_steal_pointer (&blocks->suite_rule);

  if (rule == NULL || *blocks->suite == '\0')
    return;
  block_list_name_suite (blocks->list, rule->runner, blocks->suite);
  if (rule->is == LINE_IS_PASSED)
    tried_again_pass_suite (blocks->list, rule->runner, blocks->suite, blocks->bad_line);
  passed_tests_name_suite (blocks->passed, rule->runner, blocks->suite, blocks->bad_line);
  running_tests_end_all (blocks->running, rule->runner);
  blocks->suite_line = number;
  blocks->has_changed = TRUE;
}

/* The line says how often the tests above were run. */
static void
take_runs (Blocks *blocks,
           gint64  number)
{
  const LineRule *rule = g_steal_pointer (&blocks->runs_rule);

  if (rule == NULL)
    return;
  tried_again_settle (blocks->list, rule->runner, blocks->n_runs, blocks->runs_line);
  blocks->runs_line = number;
  blocks->has_changed = TRUE;
}

/* Whether RULE, which has just matched, says that a step failed. What failed in it did so, whatever
 * passes in the next one. */
static gboolean
is_bad_end (Blocks         *blocks,
            const LineRule *rule)
{
  g_autofree char *status = NULL;

  if (rule->is != LINE_IS_EXIT)
    return FALSE;
  if (rule->pattern == NULL)
    return TRUE;
  status = pattern_match_dup_group (rule->pattern, matcher_get_match (blocks->matcher), "status",
                                    12);

  return !g_str_equal (status, "0");
}

/* Whether RULE says more of a line than the one that knows it already. A tool's own last word is no word that may
 * be some tool's. */
static gboolean
is_better (const LineRule *rule,
           const LineRule *known)
{
  if (rule->weight <= WEIGHT_WORD && known->weight <= WEIGHT_WORD &&
      rule->runner->is_general != known->runner->is_general)
    return known->runner->is_general;
  if (rule->weight != known->weight)
    return rule->weight > known->weight;

  return rule->runner->is_own && !known->runner->is_own;
}

static void
offer_failure (Blocks         *blocks,
               const LineRule *rule,
               const char     *text,
               gsize           length)
{
  Part *offered = &blocks->offered;

  if (offered->block != NULL && !is_better (rule, offered->rule))
    return;

  part_clear (offered);
  offered->rule = rule;
  offered->block = block_new (rule);
  offered->block->place = place_ref (places_get (blocks->places, rule->runner));
  offered->block->lane = blocks->lane;
  if (rule->pattern != NULL)
    block_fill_in (offered->block, rule->pattern, matcher_get_match (blocks->matcher));
  if (*offered->block->message == '\0' && !rule->is_json)
    offered->text = g_strstrip (pattern_dup_text (text, length, MAX_BLOCK_MESSAGE));
}

void
blocks_take_place (Blocks         *blocks,
                   const LineRule *rule,
                   gint64          number)
{
  places_take (blocks->places, rule, matcher_get_match (blocks->matcher), number);
}

void
blocks_take_runs (Blocks         *blocks,
                  const LineRule *rule)
{
  g_autofree char *runs = pattern_match_dup_group (rule->pattern, matcher_get_match (blocks->matcher), "runs", 9);

  blocks->runs_rule = rule;
  blocks->n_runs = strtoul (runs, NULL, 10);
}

void
blocks_offer (Blocks         *blocks,
              const LineRule *rule,
              const char     *text,
              gsize           length)
{
  offer_suite (blocks, rule);
  switch (rule->is) {
    case LINE_IS_BEGIN:
      running_tests_offer (blocks->running, rule);
      break;
    case LINE_IS_PASSED:
    case LINE_IS_STOPPED:
      take_ended (blocks, rule);
      break;
    case LINE_IS_FAILURE:
      offer_failure (blocks, rule, text, length);
      break;
    case LINE_IS_GOOD:
      blocks->is_good = blocks->is_nothing = TRUE;
      break;
    case LINE_IS_NOTHING:
      blocks->is_nothing = TRUE;
      break;
    case LINE_IS_COUNT:
    case LINE_IS_PLACE:
    case LINE_IS_LANES:
    case LINE_IS_FAULT:
    case LINE_IS_INNER:
      break;
    default:
      blocks->is_of_ci = TRUE;
      blocks->is_bad_end |= is_bad_end (blocks, rule);
      break;
  }
}

static gboolean
has_part (const LineRule *rule)
{
  return rule->below != NULL || rule->until != NULL || rule->through != NULL;
}

static void
add_block (Blocks *blocks,
           Block  *block)
{
  if (block->weight == WEIGHT_REPORT)
    claims_name (blocks->claims, block);
  if (*block->test != '\0')
    running_tests_fail (blocks->running, block);
  block_list_add (blocks->list, block, blocks->ci_line);
  blocks->has_changed = TRUE;
}

/* Adds the blocks that share what follows LAST, which is complete. */
static void
add_waiting (Blocks      *blocks,
             const Block *last)
{
  while (blocks->waiting->len > 0) {
    Block *block = g_ptr_array_steal_index (blocks->waiting, 0);

    block_take_words (block, last);
    block->kind = last->kind;
    block->last_line = last->last_line;
    add_block (blocks, block);
  }
}

/* Whether the open part shares what follows the failure in line NUMBER, which the line offers. */
static gboolean
is_shared (Blocks *blocks,
           gint64  number)
{
  const Part *open = &blocks->open;

  return open->rule->is_shared && blocks->offered.rule == open->rule && open->block->line == number - 1;
}

/* Lets the open part wait for the end of the one that the line offers. */
static void
share_part (Blocks *blocks)
{
  g_ptr_array_add (blocks->waiting, g_steal_pointer (&blocks->open.block));
  part_clear (&blocks->open);
}

static void
close_part (Blocks *blocks)
{
  Part *open = &blocks->open;
  Block *block = g_steal_pointer (&open->block);

  if (block == NULL)
    return;
  if (*block->message == '\0' && open->text != NULL) {
    g_free (block->message);
    block->message = g_steal_pointer (&open->text);
    block->is_quoted = TRUE;
  }
  /* A crash whose trace names the test is the runner's word on it. */
  if (open->is_unnamed && block->weight == WEIGHT_ERROR && *block->test != '\0')
    block->weight = WEIGHT_REPORT;
  block->is_quoted |= *block->message == '\0';
  part_clear (open);
  add_waiting (blocks, block);
  add_block (blocks, block);
}

/* Whether line NUMBER above a failure is its test's own: another one may have begun since. */
static gboolean
is_own_line (const LineRule  *rule,
             const BegunTest *begun,
             gint64           number)
{
  return begun == NULL || begun->end_line == 0 || rule->is_json || number < begun->end_line;
}

/* Where the lines of BEGUN's test start that are shown with the failure that line NUMBER tells: not those of tests
 * within it alone. */
static gint64
get_begin (const LineRule  *rule,
           const BegunTest *begun,
           gint64           number)
{
  return is_own_line (rule, begun, begun->line + 1) ? begun->first_line : number;
}

/* The first of the lines above line FIRST that are as the rule of the open part says, or FIRST. */
static gint64
get_first_above (Blocks         *blocks,
                 const Lookback *lookback,
                 gint64          first)
{
  const LineRule *rule = blocks->open.rule;
  const LookbackLine *line;
  guint n = 0;
  guint n_above = 0;

  if (rule->above == NULL)
    return first;
  while ((line = lookback_get (lookback, n)) != NULL && line->number >= first)
    n++;
  for (; n_above < rule->n_above && (line = lookback_get (lookback, n)) != NULL; n++, n_above++) {
    if (!matcher_find (blocks->matcher, rule, rule->above, line->text, line->length))
      break;
    first = line->number;
  }

  return first;
}

/* Takes the lines above that belong to the part, which starts with the last one of LOOKBACK. */
static void
look_back (Blocks         *blocks,
           const Lookback *lookback,
           gint64          number)
{
  Part *open = &blocks->open;
  const BegunTest *begun = running_tests_find (blocks->running, open->block);
  const BegunTest *own = begun != NULL ? begun : running_tests_find_own (blocks->running, open->block);
  gint64 farthest = number - open->rule->n_lines;
  gint64 first = begun != NULL ? MAX (get_begin (open->rule, begun, number), farthest) : number;
  gint64 told;

  open->block->first_line = get_first_above (blocks, lookback, first);
  /* Of what stands below a heading, its earlier failures tell. */
  if (begun != NULL)
    told = begun->is_heading ? number : MAX (begun->line, farthest);
  else
    told = open->block->first_line;
  for (guint back = LOOKBACK_LINES - 1; back > 0; back--) {
    const LookbackLine *line = lookback_get (lookback, back);

    if (line != NULL && line->number >= told && is_own_line (open->rule, begun, line->number))
      block_take_line (open->block, blocks->matcher, line->text, line->length);
  }
  if (own != NULL) {
    open->block->since_line = own->line;
    open->block->until_line = own->end_line;
  }
}

static void
open_part (Blocks         *blocks,
           const Lookback *lookback,
           gint64          number)
{
  blocks->open = blocks->offered;
  blocks->offered = (Part) { NULL };
  blocks->open.block->line = blocks->open.block->last_line = number;
  blocks->open.is_unnamed = *blocks->open.block->test == '\0';
  look_back (blocks, lookback, number);
  if (blocks->open.rule->since == SINCE_RUNNING && *blocks->open.block->test == '\0') {
    part_clear (&blocks->open);
    return;
  }
  if (!has_part (blocks->open.rule) && blocks->open.rule->unless == NULL)
    close_part (blocks);
}

/* Whether the line goes on with the open part, and whether it is its last. */
static gboolean
goes_on (Blocks     *blocks,
         const char *text,
         gsize       length,
         gint64      number,
         gboolean   *ret_ends)
{
  const LineRule *rule = blocks->open.rule;
  Matcher *matcher = blocks->matcher;

  *ret_ends = FALSE;
  if (!has_part (rule) || number - blocks->open.block->line > rule->n_lines ||
      (rule->until != NULL && matcher_find (matcher, rule, rule->until, text, length)))
    return FALSE;
  if (rule->through != NULL && matcher_find (matcher, rule, rule->through, text, length)) {
    *ret_ends = TRUE;
    return TRUE;
  }

  return rule->below == NULL || matcher_find (matcher, rule, rule->below, text, length);
}

/* Whether what the line offers starts a part of its own within the open one; not where it names the same test once
 * more. */
static gboolean
takes_over (Blocks *blocks)
{
  const Block *offered = blocks->offered.block;
  const Block *open = blocks->open.block;

  if (offered != NULL && *open->suite != '\0' && *offered->suite == '\0' && *open->test != '\0' &&
      offered->runner == open->runner && g_str_equal (offered->test, open->test))
    return FALSE;

  return offered != NULL && (offered->weight > open->weight ||
                             (offered->runner == open->runner &&
                              offered->weight == open->weight));
}

/* Whether the line says that the open part, and what stands right above it, is no failure. */
static gboolean
takes_back (Blocks     *blocks,
            const char *text,
            gsize       length)
{
  const LineRule *rule = blocks->open.rule;

  if (rule->unless == NULL ||
      !matcher_find (blocks->matcher, rule, rule->unless, text, length))
    return FALSE;

  block_list_take_back (blocks->list, rule, blocks->open.block->first_line);
  g_ptr_array_set_size (blocks->waiting, 0);
  part_clear (&blocks->open);
  part_clear (&blocks->offered);
  blocks->has_changed = TRUE;

  return TRUE;
}

/* Takes the line into the open part, where it belongs there. */
static gboolean
extend_part (Blocks     *blocks,
             const char *text,
             gsize       length,
             gint64      number)
{
  gboolean ends;

  if (blocks->open.block == NULL)
    return FALSE;
  if (takes_back (blocks, text, length))
    return TRUE;
  if (takes_over (blocks) && is_shared (blocks, number)) {
    share_part (blocks);
    return FALSE;
  }
  if (takes_over (blocks) || !goes_on (blocks, text, length, number, &ends)) {
    close_part (blocks);
    return FALSE;
  }

  if (!block_is_blank (text, length))
    blocks->open.block->last_line = number;
  block_take_line (blocks->open.block, blocks->matcher, text, length);
  part_clear (&blocks->offered);
  if (ends)
    close_part (blocks);

  return TRUE;
}

void
blocks_count (Blocks         *blocks,
              const LineRule *rule,
              const char     *text,
              gsize           length)
{
  claims_take (blocks->claims, rule, blocks->open.block, text, length);
  blocks->has_changed = TRUE;
}

const BegunTest *
blocks_get_running (Blocks *blocks)
{
  return running_tests_get_last (blocks->running);
}

gboolean
blocks_is_idle (Blocks         *blocks,
                const LineRule *rule)
{
  return rule->since == SINCE_RUNNING && !running_tests_has (blocks->running, rule->runner);
}

void
blocks_add_quiet (Blocks *blocks,
                  GArray *ranges)
{
  running_tests_add_quiet (blocks->running, ranges);
}

gboolean
blocks_is_told (Blocks         *blocks,
                const LineRule *rule)
{
  return rule->is_alone && rule->pattern != NULL &&
         suite_end_is_told (blocks->list, blocks->open.block, rule, matcher_get_match (blocks->matcher),
                            blocks->suite_line);
}

Claims *
blocks_get_claims (Blocks *blocks)
{
  return blocks->claims;
}

gboolean
blocks_may_be_nothing (Blocks *blocks)
{
  const Block *offered = blocks->offered.block;

  return offered != NULL && (offered->weight == WEIGHT_ERROR || offered->weight == WEIGHT_WORD);
}

/* Whether what the line offers counts: a line of the CI's own may tell that time was up or something
 * broke that is not the job's; one that only looks like a failure has neither errors nor words. */
static gboolean
is_meant (Blocks *blocks)
{
  const Block *offered = blocks->offered.block;

  if (offered == NULL)
    return TRUE;
  if (blocks->is_of_ci)
    return offered->weight == WEIGHT_REPORT &&
           (offered->kind == FAILURE_INFRA || offered->kind == FAILURE_TIMEOUT);

  return !blocks->is_nothing || !blocks_may_be_nothing (blocks);
}

gboolean
blocks_push (Blocks         *blocks,
             const Lookback *lookback,
             const char     *text,
             gsize           length,
             gint64          number)
{
  gboolean has_changed;

  if (!is_meant (blocks))
    part_clear (&blocks->offered);
  if (blocks->is_of_ci || blocks->is_good) {
    close_part (blocks);
    blocks->ci_line = number;
  }
  blocks->has_changed |= blocks->is_good;
  if (blocks->is_bad_end)
    blocks->bad_line = number;
  blocks->is_nothing = blocks->is_good = blocks->is_of_ci = blocks->is_bad_end = FALSE;
  running_tests_push (blocks->running, lookback, number);

  if (!extend_part (blocks, text, length, number) && blocks->offered.block != NULL)
    open_part (blocks, lookback, number);
  take_suite (blocks, number);
  take_runs (blocks, number);
  has_changed = blocks->has_changed;
  blocks->has_changed = FALSE;

  return has_changed;
}

void
blocks_finish (Blocks *blocks)
{
  close_part (blocks);
}

gboolean
blocks_is_open (Blocks *blocks)
{
  return blocks->open.block != NULL || running_tests_is_open (blocks->running);
}

const GPtrArray *
blocks_get_reports (Blocks *blocks)
{
  return blocks->list->reports;
}

const GPtrArray *
blocks_get_others (Blocks *blocks)
{
  return blocks->list->others;
}

const GPtrArray *
blocks_get_passed (Blocks *blocks)
{
  return passed_tests_get_names (blocks->passed);
}

guint
blocks_get_n_left_out (Blocks *blocks)
{
  return blocks->list->n_left_out;
}
