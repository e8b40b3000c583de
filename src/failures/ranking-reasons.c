/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The errors and words that may explain why a step failed, or a log in which none is known to have. */

#include "config.h"

#include "block-list.h"

#include "ranking-private.h"

#define MAX_WORDS    4
#define MAX_STEPS    5        /* that failed and are looked at */
#define MAX_LATER    2        /* errors of each of them but the first */
#define WORD_LINES   5        /* at a log's end: a program that went on after words there did not end for them */
#define HINT_LINES   8        /* above a word or an echo, which hint at them */
#define TAIL_LINES   25       /* the same of words, which only hint at what the lines round them tell */

/* Those of WEIGHT in a step from line FIRST_LINE on that are the nearest to its end, at most MAX,
 * the last one first (element-type Block, transfer container). */
static GPtrArray *
choose_others (const Ranking *ranking,
               Weight         weight,
               guint          step,
               gint64         first_line,
               guint          max)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = ranking->others->len; i > 0 && chosen->len < max; i--) {
    const Block *block = g_ptr_array_index (ranking->others, i - 1);

    if (block->weight == weight && block->last_line >= first_line &&
        ranking_find_step (ranking, block->line) == step && !ranking_went_well (ranking, block) &&
        !ranking_is_covered (ranking, block))
      g_ptr_array_add (chosen, (gpointer) block);
  }

  return chosen;
}

/* Adds errors from line FIRST_LINE on until MAX are shown. Of those that stand together the first is why the others
 * follow; what stands apart, the nearer to the step's end the better. */
static void
add_errors (Ranking *ranking,
            guint    step,
            gint64   first_line,
            guint    max)
{
  guint n_shown = MIN (ranking->failures->len, max);
  g_autoptr (GPtrArray) chosen = choose_others (ranking, WEIGHT_ERROR, step, first_line,
                                                max - n_shown);

  for (guint start = 0, end; start < chosen->len; start = end) {
    end = block_list_get_chain_end (chosen, start);
    for (guint i = end; i > start; i--)
      g_ptr_array_add (ranking->failures, block_dup_failure (g_ptr_array_index (chosen, i - 1)));
  }
}

/* The lines before the end of STEP, or of a log without a last word. */
static LineRange
get_tail (const Ranking *ranking,
          guint          step)
{
  g_autoptr (Failure) exit = NULL;
  gint64 last = ranking->echo != NULL ? ranking->echo->line : ranking->n_lines;

  if (step >= job_end_get_n_exits (ranking->end))
    return (LineRange) { MAX (last - TAIL_LINES, 1), last };

  exit = job_exit_dup_failure (job_end_get_exit (ranking->end, step), TAIL_LINES);

  return (LineRange) { exit->first_line, exit->last_line };
}

/* Where STEP starts, or what may have failed in a log without a last word. */
static gint64
get_start (const Ranking *ranking,
           guint          step)
{
  if (step >= job_end_get_n_exits (ranking->end))
    return ranking->end->good_line + 1;

  return MAX (job_end_get_exit (ranking->end, step)->step_line, 1);
}

/* What only hints at a failure near the end of its step, which started with line START, is shown with
 * all that stands there, and with what it follows from. */
static void
widen_to_tail (Failure         *failure,
               const GPtrArray *chosen,
               guint            n_near,
               gint64           start,
               LineRange        tail)
{
  for (guint i = 0; i < n_near; i++) {
    const Block *block = g_ptr_array_index (chosen, i);

    failure->first_line = MIN (failure->first_line, block->first_line);
  }
  failure->first_line = MIN (failure->first_line, MAX (failure->first_line - HINT_LINES, start));
  failure->first_line = MIN (failure->first_line, tail.first);
  failure->last_line = MAX (failure->last_line, tail.last);
}

/* Adds the last ones of WEIGHT: the later the likelier to tell. */
static void
add_last (Ranking *ranking,
          Weight   weight,
          guint    step,
          gint64   first_line)
{
  g_autoptr (GPtrArray) chosen = choose_others (ranking, weight, step, first_line,
                                                TOGETHER + MAX_WORDS);
  LineRange tail = get_tail (ranking, step);
  guint n_near = 0;

  for (; n_near < chosen->len; n_near++) {
    const Block *block = g_ptr_array_index (chosen, n_near);

    if (block->first_line < tail.last - TOGETHER)
      break;
  }
  for (guint i = 0; i < MIN (chosen->len, n_near + MAX_WORDS); i += i == 0 ? MAX (n_near, 1) : 1) {
    Failure *failure = block_dup_failure (g_ptr_array_index (chosen, i));

    if (i == 0 && n_near > 0)
      widen_to_tail (failure, chosen, n_near, get_start (ranking, step), tail);
    g_ptr_array_add (ranking->failures, failure);
  }
}

/* Whether something of WEIGHT or more stands from line FIRST_LINE on. */
static gboolean
has_others_from (const Ranking *ranking,
                 Weight         weight,
                 gint64         first_line)
{
  for (guint i = ranking->others->len; i > 0; i--) {
    const Block *block = g_ptr_array_index (ranking->others, i - 1);

    if (block->last_line < first_line)
      break;
    if (block->weight >= weight && !ranking_went_well (ranking, block))
      return TRUE;
  }

  return FALSE;
}

/* What the tool that ran the tests says at last: it may have failed for more than them. Sessions
 * have told all themselves. */
static void
add_last_errors (Ranking *ranking,
                 guint    step,
                 gint64   first_line)
{
  if (ranking->has_tests)
    return;

  for (guint i = 0; i < ranking->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (ranking->failures, i);

    first_line = MAX (first_line, failure->last_line + 1);
  }
  add_errors (ranking, step, first_line, MIN (ranking->failures->len + MAX_LATER, MAX_SHOWN - 1));
}

/* What the job's end says of a log in which no step is known to have failed. */
static void
add_from_end (Ranking *ranking)
{
  gint64 first_line = MAX (ranking->end->good_line, ranking->settled_line) + 1;
  gint64 end_line = MAX (first_line, ranking->n_lines - END_LINES);
  gint64 word_line = MAX (first_line, ranking->n_lines - WORD_LINES);
  gboolean has_end = ranking->echo != NULL ||
                     has_others_from (ranking, WEIGHT_ECHO, end_line);

  if (!ranking_is_explained (ranking) && has_end)
    add_errors (ranking, 0, first_line, MAX_SHOWN - 1);
  if (ranking->failures->len == 0 &&
      (ranking->echo != NULL ||
       (!ranking->may_have_passed && has_others_from (ranking, WEIGHT_WORD, word_line))))
    add_last (ranking, WEIGHT_WORD, 0, first_line);
  if (has_end)
    add_last_errors (ranking, 0, first_line);
}

static gboolean
has_failure_in (const Ranking *ranking,
                guint          step)
{
  for (guint i = 0; i < ranking->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (ranking->failures, i);

    if (ranking_find_step (ranking, failure->line) == step)
      return TRUE;
  }

  return FALSE;
}

/* The steps that failed after the first one may have done so for another reason. */
static void
add_from_later_steps (Ranking *ranking)
{
  guint n = MIN (job_end_get_n_exits (ranking->end), MAX_STEPS);

  for (guint step = 1; step < n && ranking->failures->len < MAX_SHOWN - 1; step++)
    if (!has_failure_in (ranking, step))
      add_errors (ranking, step, 1, MIN (ranking->failures->len + MAX_LATER, MAX_SHOWN - 1));
}

/* Adds what explains the first step that failed; what stands in none where no step's lines do. */
static void
add_from_steps (Ranking *ranking)
{
  guint n = job_end_get_n_exits (ranking->end);

  for (guint step = 0; step <= n && !ranking_is_explained (ranking); step++) {
    if (ranking->failures->len == 0 || step < n)
      add_errors (ranking, step, 1, MAX_SHOWN - 1);
    if (ranking->failures->len == 0 && step < n)
      add_last (ranking, WEIGHT_WORD, step, 1);
    if (ranking->failures->len == 0 && step < n)
      add_last (ranking, WEIGHT_ECHO, step, 1);
    if (ranking->failures->len > 0)
      break;
  }
  add_last_errors (ranking, 0, 1);
  add_from_later_steps (ranking);
}

void
ranking_add_reasons (Ranking *ranking)
{
  if (job_end_get_n_exits (ranking->end) > 0)
    add_from_steps (ranking);
  else
    add_from_end (ranking);
}
