/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-run-failures.h"

#include "lanes.h"

#define MAX_LANES 256      /* the lines of those that come later count as the log's own */

static void
lane_destroy (gpointer lane)
{
  lane_free (lane);
}

Lanes *
lanes_new (const Rules *rules,
           Matcher     *matcher)
{
  Lanes *lanes = g_new0 (Lanes, 1);

  lanes->rules = rules;
  lanes->matcher = matcher;
  lanes->all = g_ptr_array_new_with_free_func (lane_destroy);
  lanes->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (lanes->all, lane_new (rules, matcher, 0, ""));

  return lanes;
}

void
lanes_free (Lanes *lanes)
{
  if (lanes == NULL)
    return;

  g_hash_table_unref (lanes->by_name);
  g_ptr_array_unref (lanes->all);
  g_free (lanes);
}

Lane *
lanes_get (Lanes      *lanes,
           const char *name)
{
  Lane *lane;

  if (name == NULL)
    return g_ptr_array_index (lanes->all, 0);
  lane = g_hash_table_lookup (lanes->by_name, name);
  if (lane != NULL)
    return lane;
  if (lanes->all->len >= MAX_LANES)
    return g_ptr_array_index (lanes->all, 0);

  lane = lane_new (lanes->rules, lanes->matcher, lanes->all->len, name);
  g_ptr_array_add (lanes->all, lane);
  g_hash_table_insert (lanes->by_name, lane->name, lane);

  return lane;
}

static int
compare_blocks (gconstpointer a,
                gconstpointer b)
{
  const Block *block = *(const Block * const *) a, *other = *(const Block * const *) b;

  return (block->line > other->line) - (block->line < other->line);
}

GPtrArray *
lanes_collect (const Lanes *lanes,
               LanesFunc    func)
{
  GPtrArray *blocks = g_ptr_array_new ();

  for (guint i = 0; i < lanes->all->len; i++) {
    const GPtrArray *found = func (((Lane *) g_ptr_array_index (lanes->all, i))->blocks);

    for (guint k = 0; k < found->len; k++)
      g_ptr_array_add (blocks, g_ptr_array_index (found, k));
  }
  if (lanes->all->len > 1)
    g_ptr_array_sort (blocks, compare_blocks);

  return blocks;
}

void
lanes_finish (Lanes *lanes)
{
  for (guint i = 0; i < lanes->all->len; i++)
    blocks_finish (((Lane *) g_ptr_array_index (lanes->all, i))->blocks);
}

void
lanes_add_claims (const Lanes *lanes,
                  Findings    *findings)
{
  for (guint i = 0; i < lanes->rules->runners->len; i++) {
    const Runner *runner = g_ptr_array_index (lanes->rules->runners, i);
    int claimed = -1;

    for (guint k = 0; k < lanes->all->len; k++) {
      const Lane *lane = g_ptr_array_index (lanes->all, k);
      int count = lane->states[i].run != NULL ? test_run_get_claimed (lane->states[i].run) : -1;

      findings->unnamed += claims_get_missing (blocks_get_claims (lane->blocks), runner);
      if (count >= 0)
        claimed = MAX (claimed, 0) + count;
    }
    if (claimed >= 0)
      claims_add (runner, claimed, findings);
  }
}

/* Names that passed, without those that are KNOWN: they failed as well, or passed before. */
static void
add_passed (Findings        *findings,
            GHashTable      *known,
            const GPtrArray *names)
{
  for (guint i = 0; i < names->len && findings->passed->len < FINDINGS_MAX_PASSED; i++) {
    char *name = g_ptr_array_index (names, i);

    if (g_hash_table_add (known, name))
      g_ptr_array_add (findings->passed, g_strdup (name));
  }
}

void
lanes_add_passed (const Lanes *lanes,
                  Findings    *findings)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < findings->failures->len; i++)
    g_hash_table_add (known, ((Failure *) g_ptr_array_index (findings->failures, i))->test);
  for (guint i = 0; i < lanes->all->len; i++) {
    const Lane *lane = g_ptr_array_index (lanes->all, i);

    for (guint k = 0; k < lane->n_states; k++)
      if (lane->states[k].run != NULL)
        add_passed (findings, known, lane->states[k].run->passed_names);
    add_passed (findings, known, blocks_get_passed (lane->blocks));
    findings->left_out += blocks_get_n_left_out (lane->blocks);
    findings->unnamed += blocks_get_n_left_out (lane->blocks);
  }
}

void
lanes_add_runners (const GPtrArray *reports,
                   Findings        *findings)
{
  for (guint i = 0; i < reports->len; i++) {
    const Block *block = g_ptr_array_index (reports, i);

    if (!g_ptr_array_find_with_equal_func (findings->runners, block->runner->name, g_str_equal,
                                           NULL))
      g_ptr_array_add (findings->runners, g_strdup (block->runner->name));
  }
}

/* What tells FAILURE from others, its lane aside (transfer full). */
static char *
dup_key (const Failure *failure)
{
  return g_strjoin ("\n", failure->runner, failure->test,
                    *failure->test != '\0' ? "" : failure->message, NULL);
}

void
lanes_drop_repeats (const Lanes *lanes,
                    GPtrArray   *failures)
{
  g_autoptr (GHashTable) known = NULL;

  if (lanes->all->len == 1)
    return;

  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < failures->len; i++) {
    const Failure *failure = g_ptr_array_index (failures, i);

    if (failure->lane != 0 && failure->kind != FAILURE_EXIT)
      g_hash_table_add (known, dup_key (failure));
  }
  for (guint i = failures->len; i > 0; i--) {
    const Failure *failure = g_ptr_array_index (failures, i - 1);
    g_autofree char *key = dup_key (failure);

    if (failure->lane == 0 && g_hash_table_contains (known, key))
      g_ptr_array_remove_index (failures, i - 1);
  }
}
