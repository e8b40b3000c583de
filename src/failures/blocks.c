/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "rule-groups.h"
#include "suite-ends.h"
#include "tried-again.h"

#include "block-parts.h"

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

  block_part_clear (&blocks->offered);
  block_part_clear (&blocks->open);
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
  test = rule_dup_group (rule, rule->pattern, match, "test", FAILURE_MAX_NAME);
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

  block_part_clear (offered);
  offered->rule = rule;
  offered->block = block_new (rule);
  offered->block->place = place_ref (places_get (blocks->places, rule->runner));
  offered->block->lane = blocks->lane;
  if (rule->pattern != NULL)
    block_fill_in (offered->block, rule->pattern, matcher_get_match (blocks->matcher));
  if (*offered->block->message == '\0' && !rule->is_json)
    offered->text = g_strstrip (pattern_dup_text (text, length, FAILURE_MAX_MESSAGE));
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
    block_part_clear (&blocks->offered);
  if (blocks->is_of_ci || blocks->is_good) {
    block_parts_close (blocks);
    blocks->ci_line = number;
  }
  blocks->has_changed |= blocks->is_good;
  if (blocks->is_bad_end)
    blocks->bad_line = number;
  blocks->is_nothing = blocks->is_good = blocks->is_of_ci = blocks->is_bad_end = FALSE;
  running_tests_push (blocks->running, lookback, number);

  if (!block_parts_extend (blocks, text, length, number) && blocks->offered.block != NULL)
    block_parts_open (blocks, lookback, number);
  take_suite (blocks, number);
  take_runs (blocks, number);
  has_changed = blocks->has_changed;
  blocks->has_changed = FALSE;

  return has_changed;
}

void
blocks_finish (Blocks *blocks)
{
  block_parts_close (blocks);
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
