/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "block-parts.h"

void
block_part_clear (Part *part)
{
  block_free (part->block);
  g_free (part->text);
  *part = (Part) { NULL };
}

static gboolean
has_part (const LineRule *rule)
{
  return rule->below != NULL || rule->until != NULL || rule->through != NULL;
}

/* Tells of BLOCK all that ask who failed. */
static void
tell_of (Blocks *blocks,
         Block  *block)
{
  if (block->weight == WEIGHT_REPORT)
    claims_name (blocks->claims, block);
  if (*block->test != '\0')
    running_tests_fail (blocks->running, block);
  blocks->has_changed = TRUE;
}

static void
add_block (Blocks *blocks,
           Block  *block)
{
  tell_of (blocks, block);
  block_list_add (blocks->list, block, blocks->ci_line);
}

/* Adds the blocks that share what follows LAST, which is complete. */
static void
add_waiting (Blocks      *blocks,
             const Block *last)
{
  gsize n_waiting;
  g_autofree gpointer *waiting = g_ptr_array_steal (blocks->waiting, &n_waiting);

  for (gsize i = 0; i < n_waiting; i++) {
    Block *block = waiting[i];

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

/* Lets the open part wait for the end of the one that the line offers; not where more wait than are kept. */
static void
share_part (Blocks *blocks)
{
  Block *block = g_steal_pointer (&blocks->open.block);

  block_part_clear (&blocks->open);
  if (blocks->waiting->len < BLOCK_LIST_MAX_REPORTS) {
    g_ptr_array_add (blocks->waiting, block);
    return;
  }
  tell_of (blocks, block);
  block_list_leave_out (blocks->list, block);
}

void
block_parts_close (Blocks *blocks)
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
  block_part_clear (open);
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

void
block_parts_open (Blocks         *blocks,
                  const Lookback *lookback,
                  gint64          number)
{
  blocks->open = blocks->offered;
  blocks->offered = (Part) { NULL };
  blocks->open.block->line = blocks->open.block->last_line = number;
  blocks->open.is_unnamed = *blocks->open.block->test == '\0';
  look_back (blocks, lookback, number);
  if (blocks->open.rule->since == SINCE_RUNNING && *blocks->open.block->test == '\0') {
    block_part_clear (&blocks->open);
    return;
  }
  if (!has_part (blocks->open.rule) && blocks->open.rule->unless == NULL)
    block_parts_close (blocks);
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
  block_part_clear (&blocks->open);
  block_part_clear (&blocks->offered);
  blocks->has_changed = TRUE;

  return TRUE;
}

gboolean
block_parts_extend (Blocks     *blocks,
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
    block_parts_close (blocks);
    return FALSE;
  }

  if (!block_is_blank (text, length))
    blocks->open.block->last_line = number;
  block_take_line (blocks->open.block, blocks->matcher, text, length);
  block_part_clear (&blocks->offered);
  if (ends)
    block_parts_close (blocks);

  return TRUE;
}
