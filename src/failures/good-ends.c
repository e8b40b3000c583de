/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "run-names.h"

#include "good-ends.h"

/* More are not compared. */
#define MAX_RUNS  1024

/* Of all runs; what passes after them is taken for not named. */
#define MAX_NAMES 40000

/* Between the lines that say how a run ended, at most. */
#define MAX_APART 3

/* With one test, two runs are too easily of the same size. */
#define MIN_TOTAL 2

/* How a run of all tests ended. */
typedef struct {
  gint64   line;
  int      total;
  gboolean is_bad;
  RunNames *names;       /* of what passed, or NULL: it named none */
} Run;

/* What a runner said the last time. */
typedef struct {
  GArray  *runs;         /* of Run, in the order of the log */
  RunNames *names;       /* of what passed since the last one, or NULL */
  gint64   early_line;   /* where it said that something failed before it counted the tests, or 0 */
  gint64   bad_line;     /* where something had failed, or 0 */
  gint64   end_line;     /* the same where that was its last word, not its count */
  gint64   good_line;    /* where all had gone well since, or 0 */
  gboolean is_bad;       /* what it says next belongs to what failed: a list may follow */
  gboolean covers_all;
} Told;

struct GoodEnds {
  GHashTable   *by_runner;   /* Runner -> Told */
  PatternMatch *match;
  guint         n_names;     /* of all runs */
};

static void
run_clear (gpointer data)
{
  run_names_free (((Run *) data)->names);
}

static Told *
told_new (void)
{
  Told *told = g_new0 (Told, 1);

  told->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (told->runs, run_clear);

  return told;
}

static void
told_destroy (gpointer data)
{
  Told *told = data;

  g_array_unref (told->runs);
  run_names_free (told->names);
  g_free (told);
}

GoodEnds *
good_ends_new (void)
{
  GoodEnds *ends = g_new0 (GoodEnds, 1);

  ends->by_runner = g_hash_table_new_full (NULL, NULL, NULL, told_destroy);
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
    told = told_new ();
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

/* The run that line NUMBER belongs to, or NULL. */
static Run *
get_last_run (const Told *told,
              gint64      number)
{
  Run *run = told->runs->len > 0 ? &g_array_index (told->runs, Run, told->runs->len - 1) : NULL;

  return run != NULL && number - run->line <= MAX_APART ? run : NULL;
}

/* Line NUMBER says that TOTAL tests ran, or some of the tests of which the line above it has told others. */
static void
add_total (Told  *told,
           int    total,
           gint64 number)
{
  Run *last = get_last_run (told, number);
  Run run = { number, total, told->early_line > 0 && number - told->early_line <= MAX_APART, NULL };

  told->early_line = 0;
  if (last != NULL) {
    last->total += total;
    last->line = number;
  } else if (told->runs->len < MAX_RUNS) {
    run.names = g_steal_pointer (&told->names);
    g_array_append_val (told->runs, run);
  }
}

static void
add_bad (Told  *told,
         gint64 number)
{
  Run *last = get_last_run (told, number);

  if (last != NULL)
    last->is_bad = TRUE;
  else
    told->early_line = number;
}

static void
count_run (GoodEnds       *ends,
           const LineRule *rule,
           const char     *text,
           gsize           length,
           gint64          number)
{
  int total;

  if (rule->runner->ran == NULL || (!rule->is_good && rule->count == COUNT_NONE && !is_bad_end (rule)))
    return;

  total = runner_count_tests (rule->runner, ends->match, text, length);
  if (total > 0)
    add_total (get_told (ends, rule->runner), total, number);
  if (is_bad (ends, rule, text, length))
    add_bad (get_told (ends, rule->runner), number);
}

void
good_ends_name (GoodEnds       *ends,
                const LineRule *rule,
                PatternMatch   *match)
{
  Told *told;

  if (rule->runner->ran == NULL || rule->pattern == NULL ||
      (!rule->has_title && rule->is != LINE_IS_PASSED && rule->is != LINE_IS_BEGIN))
    return;
  told = get_told (ends, rule->runner);
  if (told->names == NULL)
    told->names = run_names_new ();
  if (ends->n_names < MAX_NAMES)
    ends->n_names += run_names_take (told->names, rule, match);
}

void
good_ends_push (GoodEnds       *ends,
                const LineRule *rule,
                const char     *text,
                gsize           length,
                gint64          number)
{
  count_run (ends, rule, text, length, number);
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

    told->bad_line = number;
    told->end_line = is_bad_end (rule) ? number : told->end_line;
    told->good_line = 0;
    told->is_bad = TRUE;
    told->covers_all = FALSE;
  }
}

/* The first of the runs one right after the other that are as long as the one before run END. */
static guint
find_first_try (const Told *told,
                guint       end)
{
  const Run *runs = (const Run *) (gpointer) told->runs->data;
  guint first = end - 1;

  while (first > 0 && runs[first - 1].total == runs[end - 1].total)
    first--;

  return first;
}

/* Where those of the runs from FIRST to before END end that come to a good end, or FIRST: none does. */
static guint
find_good_end (const Told *told,
               guint       first,
               guint       end)
{
  while (end > first && g_array_index (told->runs, Run, end - 1).is_bad)
    end--;

  return end;
}

/* Whether the runs from FIRST to before END, of which the last one went well, are of the tests that BLOCK tells of one of. */
static gboolean
are_of_block (const Told  *told,
              guint        first,
              guint        end,
              const Block *block)
{
  const Run *runs = (const Run *) (gpointer) told->runs->data;

  if (block == NULL || *block->test == '\0')
    return TRUE;
  if (runs[end - 1].names != NULL)
    return run_names_has (runs[end - 1].names, block);
  for (guint i = first; i < end; i++)
    if (runs[i].names != NULL)
      return FALSE;

  return TRUE;
}

/* Whether line NUMBER is of a run in which something failed, and that was tried again until nothing did. What stands
 * between two runs may be of either. BLOCK is what stands there, or NULL. */
static gboolean
was_tried_again (const Told  *told,
                 gint64       number,
                 const Block *block)
{
  const Run *runs = (const Run *) (gpointer) told->runs->data;
  guint first;

  for (guint end = told->runs->len; end > 0; end = first) {
    guint good;

    first = find_first_try (told, end);
    good = find_good_end (told, first, end);
    if (good > first && number < runs[good - 1].line && number > (first > 0 ? runs[first - 1].line : 0))
      return runs[first].total >= MIN_TOTAL && (first == 0 || !runs[first - 1].is_bad) &&
             are_of_block (told, first, good, block);
  }

  return FALSE;
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
good_ends_was_tried_again (const GoodEnds *ends,
                           const Block    *block)
{
  const Told *told = g_hash_table_lookup (ends->by_runner, block->runner);

  return told != NULL && was_tried_again (told, block->line, block);
}

gboolean
good_ends_has_all (const GoodEnds *ends,
                   gint64          number)
{
  GHashTableIter iter;
  gpointer told;

  g_hash_table_iter_init (&iter, ends->by_runner);
  while (g_hash_table_iter_next (&iter, NULL, &told))
    if (((const Told *) told)->covers_all && (told_has (told, number) || was_tried_again (told, number, NULL)))
      return TRUE;

  return FALSE;
}
