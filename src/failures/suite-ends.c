/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "rule-groups.h"

#include "suite-ends.h"

/* Whether BLOCK is a failure of a test of SUITE, or of one whose suite is not told yet. */
static gboolean
is_of_suite (const Block  *block,
             const Runner *runner,
             const char   *suite)
{
  return block->runner == runner && *block->test != '\0' &&
         (*block->suite == '\0' || rule_is_same_suite (block->suite, suite));
}

static gboolean
has_failure (const GPtrArray *reports,
             const Runner    *runner,
             const char      *suite)
{
  for (guint i = 0; i < reports->len; i++)
    if (is_of_suite (g_ptr_array_index (reports, i), runner, suite))
      return TRUE;

  return FALSE;
}

/* Whether BLOCK says how a process of RUNNER went down below line NUMBER, and not what ran in it. */
static gboolean
is_unnamed_end (const Block  *block,
                const Runner *runner,
                gint64        number)
{
  return block->runner == runner && *block->test == '\0' && block->line > number && block->weight >= WEIGHT_ERROR &&
         block->kind != FAILURE_COMPILE && block->kind != FAILURE_LINT;
}

/* The index of the first such block, or the length of BLOCKS. */
static guint
find_unnamed_end (const GPtrArray *blocks,
                  const Runner    *runner,
                  gint64           number)
{
  guint i = 0;

  while (i < blocks->len && !is_unnamed_end (g_ptr_array_index (blocks, i), runner, number))
    i++;

  return i;
}

static void
name_block (Block      *block,
            const char *test,
            const char *suite)
{
  g_free (block->test);
  g_free (block->suite);
  block->test = g_strdup (test);
  block->suite = g_strdup (suite);
  block->weight = WEIGHT_REPORT;
}

/* Names the first of BLOCKS that says how the suite went down, and puts it where those are that name a test. */
static gboolean
name_unnamed_end (BlockList    *list,
                  GPtrArray    *blocks,
                  const Runner *runner,
                  gint64        number,
                  const char   *test,
                  const char   *suite)
{
  guint i = find_unnamed_end (blocks, runner, number);
  Block *block;

  if (i == blocks->len)
    return FALSE;
  block = g_ptr_array_steal_index (blocks, i);
  name_block (block, test, suite);
  block_list_add (list, block, 0);

  return TRUE;
}

gboolean
suite_end_is_told (BlockList      *list,
                   Block          *open,
                   const LineRule *rule,
                   PatternMatch   *match,
                   gint64          number)
{
  const Runner *runner = rule->runner;
  g_autofree char *suite = rule_dup_suite (rule, rule->pattern, match);
  g_autofree char *test = rule_dup_group (rule, rule->pattern, match, "test", FAILURE_MAX_NAME);

  if ((open != NULL && is_of_suite (open, runner, suite)) || has_failure (list->reports, runner, suite))
    return TRUE;
  if (rule->is_json)
    return FALSE;
  if (open != NULL && is_unnamed_end (open, runner, number)) {
    name_block (open, test, suite);
    return TRUE;
  }

  return name_unnamed_end (list, list->reports, runner, number, test, suite) ||
         name_unnamed_end (list, list->others, runner, number, test, suite);
}
