/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "running-tests.h"

#define MAX_BEGUN 10000

struct RunningTests {
  Matcher    *matcher;
  GHashTable *begun;           /* runner and test -> BegunTest */
  GHashTable *last;            /* Runner -> the test that began last and is not known to have passed */
  Block      *offered;         /* names the test whose output starts with the next line, or NULL */
};

RunningTests *
running_tests_new (Matcher *matcher)
{
  RunningTests *running = g_new0 (RunningTests, 1);

  running->matcher = matcher;
  running->begun = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  running->last = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  return running;
}

void
running_tests_free (RunningTests *running)
{
  block_free (running->offered);
  g_hash_table_unref (running->begun);
  g_hash_table_unref (running->last);
  g_free (running);
}

void
running_tests_offer (RunningTests   *running,
                     const LineRule *rule)
{
  block_free (running->offered);
  running->offered = block_new (rule);
  if (rule->pattern != NULL)
    block_fill_in (running->offered, rule->pattern, matcher_get_match (running->matcher));
}

void
running_tests_push (RunningTests   *running,
                    const Lookback *lookback,
                    gint64          number)
{
  g_autoptr (Block) began = g_steal_pointer (&running->offered);
  BegunTest *begun;
  guint n = 0;

  if (began == NULL)
    return;
  if (began->rule->above != NULL)
    for (const LookbackLine *line; (line = lookback_get (lookback, n + 1)) != NULL; n++) {
      if (!matcher_find (running->matcher, began->rule, began->rule->above, line->text,
                         line->length))
        break;
      if (block_take_heading (began, running->matcher, line->text, line->length)) {
        n++;
        break;
      }
    }

  if (g_hash_table_size (running->begun) < MAX_BEGUN) {
    begun = g_new (BegunTest, 1);
    *begun = (BegunTest) { number - n, number };
    g_hash_table_insert (running->begun, block_dup_key (began->runner, NULL, began->test), begun);
  }
  g_hash_table_insert (running->last, (gpointer) began->runner, g_strdup (began->test));
}

void
running_tests_end (RunningTests *running,
                   const Runner *runner,
                   const char   *test)
{
  g_autofree char *key = block_dup_key (runner, NULL, test);

  g_hash_table_remove (running->begun, key);
  if (g_strcmp0 (g_hash_table_lookup (running->last, runner), test) == 0)
    g_hash_table_remove (running->last, runner);
}

const BegunTest *
running_tests_find (RunningTests *running,
                    Block        *block)
{
  const char *last = g_hash_table_lookup (running->last, block->runner);
  g_autofree char *key = NULL;

  if (!block->rule->since_begin)
    return NULL;
  if (*block->test == '\0' && last != NULL) {
    g_free (block->test);
    block->test = g_strdup (last);
  }
  key = block_dup_key (block->runner, NULL, block->test);

  return g_hash_table_lookup (running->begun, key);
}
