/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "claims.h"

#define MAX_NAMES   20000
#define MAX_MISSING 1000000

typedef struct {
  GHashTable  *names;     /* of the failures since the last summary */
  guint        n_others;  /* those without a name, and beyond what NAMES keeps */
  guint        pending;   /* what a summary counts whose list is below; 0: none is open */
  guint        missing;   /* what summaries count that has no name */
  const Block *told;      /* was open at the last summary, which it belongs to; only to be compared */
} Claim;

struct Claims {
  GHashTable   *by_runner;   /* Runner -> Claim */
  PatternMatch *match;
};

static void
claim_free (gpointer data)
{
  Claim *claim = data;

  g_hash_table_unref (claim->names);
  g_free (claim);
}

Claims *
claims_new (void)
{
  Claims *claims = g_new0 (Claims, 1);

  claims->by_runner = g_hash_table_new_full (NULL, NULL, NULL, claim_free);
  claims->match = pattern_match_new ();

  return claims;
}

void
claims_free (Claims *claims)
{
  if (claims == NULL)
    return;

  g_hash_table_unref (claims->by_runner);
  pattern_match_free (claims->match);
  g_free (claims);
}

static Claim *
get_claim (Claims       *claims,
           const Runner *runner)
{
  Claim *claim = g_hash_table_lookup (claims->by_runner, runner);

  if (claim == NULL) {
    claim = g_new0 (Claim, 1);
    claim->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_insert (claims->by_runner, (gpointer) runner, claim);
  }

  return claim;
}

void
claims_name (Claims      *claims,
             const Block *block)
{
  Claim *claim;

  if (block->runner->counts == NULL)
    return;
  claim = get_claim (claims, block->runner);
  if (block == claim->told) {
    claim->told = NULL;
    return;
  }
  if (*block->test == '\0' || block->rule->is_each || g_hash_table_size (claim->names) >= MAX_NAMES)
    claim->n_others = MIN (claim->n_others + 1, MAX_MISSING);
  else
    g_hash_table_add (claim->names, block_dup_key (block->runner, block->place, block->test));
}

/* How many of COUNT have no name, N_OPEN more being named than is known. */
static guint
get_missing (const Claim *claim,
             guint        count,
             guint        n_open)
{
  guint n_named = g_hash_table_size (claim->names) + claim->n_others + n_open;

  return n_named > 0 && count > n_named ? count - n_named : 0;
}

static void
settle (Claim *claim,
        guint  count,
        guint  n_open)
{
  claim->missing = MIN (claim->missing + get_missing (claim, count, n_open), MAX_MISSING);
  g_hash_table_remove_all (claim->names);
  claim->n_others = 0;
}

/* Whether OPEN is a failure of RUNNER that CLAIM does not know yet. */
static gboolean
is_new (const Claim  *claim,
        const Runner *runner,
        const Block  *open)
{
  g_autofree char *key = NULL;

  if (open == NULL || open == claim->told || open->runner != runner || open->weight != WEIGHT_REPORT)
    return FALSE;
  key = block_dup_key (runner, open->place, open->test);

  return open->rule->is_each || !g_hash_table_contains (claim->names, key);
}

void
claims_take (Claims         *claims,
             const LineRule *rule,
             const Block    *open,
             const char     *text,
             gsize           length)
{
  Claim *claim = get_claim (claims, rule->runner);
  guint count = runner_count_failures (rule->runner, claims->match, text, length);
  guint n_open = is_new (claim, rule->runner, open);

  if (open != NULL && open->runner == rule->runner)
    claim->told = open;
  if (rule->count == COUNT_ABOVE) {
    settle (claim, count, n_open);
    return;
  }
  if (claim->pending > 0)
    settle (claim, claim->pending, n_open);
  g_hash_table_remove_all (claim->names);
  claim->n_others = 0;
  claim->pending = count;
}

guint
claims_get_missing (const Claims *claims,
                    const Runner *runner)
{
  const Claim *claim = g_hash_table_lookup (claims->by_runner, runner);

  return claim != NULL ? MIN (claim->missing + get_missing (claim, claim->pending, 0), MAX_MISSING) : 0;
}

/* How many of FAILURES are tests of RUNNER's. */
static guint
count_found (const GPtrArray *failures,
             const Runner    *runner)
{
  guint n = 0;

  for (guint i = 0; i < failures->len; i++) {
    const Failure *failure = g_ptr_array_index (failures, i);

    n += *failure->test != '\0' && g_str_equal (failure->runner, runner->name);
  }

  return n;
}

void
claims_add (const Runner *runner,
            guint         claimed,
            Findings     *findings)
{
  guint n_found = count_found (findings->failures, runner);

  findings->claimed = MAX (findings->claimed, 0) + claimed;
  findings->counted += n_found;
  findings->unnamed += claimed > n_found ? claimed - n_found : 0;
}
