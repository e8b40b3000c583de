/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "good-ends.h"

/* What a runner said the last time. */
typedef struct {
  gint64   bad_line;     /* where something had failed, or 0 */
  gint64   end_line;     /* the same where that was its last word, not its count */
  gint64   good_line;    /* where all had gone well since, or 0 */
  gboolean is_bad;       /* what it says next belongs to what failed: a list may follow */
  gboolean covers_all;
} Told;

struct GoodEnds {
  GHashTable   *by_runner;   /* Runner -> Told */
  PatternMatch *match;
};

GoodEnds *
good_ends_new (void)
{
  GoodEnds *ends = g_new0 (GoodEnds, 1);

  ends->by_runner = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  ends->match = pattern_match_new ();

  return ends;
}

void
good_ends_free (GoodEnds *ends)
{
  if (ends == NULL)
    return;

  g_hash_table_unref (ends->by_runner);
  pattern_match_free (ends->match);
  g_free (ends);
}

static Told *
get_told (GoodEnds     *ends,
          const Runner *runner)
{
  Told *told = g_hash_table_lookup (ends->by_runner, runner);

  if (told == NULL) {
    told = g_new0 (Told, 1);
    g_hash_table_insert (ends->by_runner, (gpointer) runner, told);
  }

  return told;
}

/* Whether RULE's line is the last word of a runner of which something failed. */
static gboolean
is_bad_end (const LineRule *rule)
{
  return rule->is == LINE_IS_FAILURE && rule->weight == WEIGHT_ECHO && rule->kind != FAILURE_LINT;
}

/* Whether RULE's line says that something of its runner failed: its last word or its count, not what names one. */
static gboolean
is_bad (GoodEnds       *ends,
        const LineRule *rule,
        const char     *text,
        gsize           length)
{
  if (is_bad_end (rule))
    return TRUE;

  return rule->count != COUNT_NONE &&
         runner_count_failures (rule->runner, ends->match, text, length) > 0;
}

void
good_ends_push (GoodEnds       *ends,
                const LineRule *rule,
                const char     *text,
                gsize           length,
                gint64          number)
{
  if (rule->is_good) {
    Told *told = get_told (ends, rule->runner);

    if (rule->covers_run)
      told->bad_line = told->end_line;
    else if (told->is_bad)
      told->bad_line = number;
    told->is_bad = FALSE;
    told->good_line = number;
    told->covers_all |= rule->covers_all;
  } else if (is_bad (ends, rule, text, length)) {
    Told *told = get_told (ends, rule->runner);

    *told = (Told) { .bad_line = number, .end_line = is_bad_end (rule) ? number : told->end_line, .is_bad = TRUE };
  }
}

static gboolean
told_has (const Told *told,
          gint64      number)
{
  return number > told->bad_line && number < told->good_line;
}

gboolean
good_ends_has (const GoodEnds *ends,
               const Runner   *runner,
               gint64          number)
{
  const Told *told = g_hash_table_lookup (ends->by_runner, runner);

  return told != NULL && told_has (told, number);
}

gboolean
good_ends_has_all (const GoodEnds *ends,
                   gint64          number)
{
  GHashTableIter iter;
  gpointer told;

  g_hash_table_iter_init (&iter, ends->by_runner);
  while (g_hash_table_iter_next (&iter, NULL, &told))
    if (((const Told *) told)->covers_all && told_has (told, number))
      return TRUE;

  return FALSE;
}
