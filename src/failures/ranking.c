/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "block-list.h"
#include "failed-commands.h"
#include "listed-names.h"
#include "name-words.h"

#include "ranking.h"

#define MAX_SHOWN    10       /* that anybody looks at */
#define MAX_WORDS    4
#define MAX_RETRIED  3
#define MAX_STEPS    5        /* that failed and are looked at */
#define MAX_LATER    2        /* errors of each of them but the first */
#define ENOUGH_LINES 50       /* that explain failures without a test; less, and more is looked for */
#define TEST_LINES   16       /* the same of tests */
#define END_LINES    40       /* of a log without a last word: what stands there may be why it ended, … */
#define WORD_LINES   5        /* … and of words: a program that went on after them did not end for them */
#define TOGETHER     60       /* before its step's end: words that stand there together hint at why */
#define EXIT_LINES   40       /* before the last word, where nothing tells more */
#define HINT_LINES   8        /* above a word or an echo, which hint at them */
#define TAIL_LINES   25       /* the same of words, which only hint at what the lines round them tell */

typedef struct {
  GPtrArray       *failures;
  const GPtrArray *reports;
  const GPtrArray *others;
  const JobEnd    *end;
  gint64           n_lines;
  gboolean         may_have_passed;
  gboolean         has_tests; /* of sessions, which tell all themselves */
  const GoodEnds  *good_ends;
  gboolean         is_open;   /* what tools said that it went well may be why it failed all the same */
  gint64           settled_line; /* the last word of a run whose tests passed when they were tried again, or 0 */
  const Block     *echo;      /* stands for the last word of a log that has none, or NULL */
} Ranking;

/* Whether what is shown already has BLOCK's lines, or its test with all that its runner says of it. */
static gboolean
is_covered (const Ranking *ranking,
            const Block   *block)
{
  if (block_list_is_heading (ranking->reports, block))
    return TRUE;
  for (guint i = 0; i < ranking->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (ranking->failures, i);

    if ((failure->lane == block->lane &&
         failure->first_line <= block->first_line && failure->last_line >= block->last_line) ||
        (*block->test != '\0' && *failure->test != '\0' &&
         g_str_equal (failure->runner, block->runner->name) &&
         name_has_words_of (failure->test, block->test)))
      return TRUE;
  }

  return FALSE;
}

/* The number of the failed step that line NUMBER stands in, or that of the steps where it stands
 * in none. In a log without a last word all that stands before its end counts as a step. */
static guint
find_step (const Ranking *ranking,
           gint64         number)
{
  guint n = job_end_get_n_exits (ranking->end);

  for (guint i = 0; i < n; i++)
    if (job_end_is_in_step (ranking->end, i, number))
      return i;

  return n;
}

/* Whether BLOCK was none that counts, by the word of its tool, or of the one that ran it. */
static gboolean
went_well (const Ranking *ranking,
           const Block   *block)
{
  return !ranking->is_open &&
         (good_ends_has (ranking->good_ends, block->runner, block->line) ||
          good_ends_was_tried_again (ranking->good_ends, block) ||
          (block->weight != WEIGHT_REPORT &&
           good_ends_has_all (ranking->good_ends, block->line)));
}

/* What did not count after all is left out, but for tests, which passed when they were tried again. */
static void
add_reports (Ranking *ranking,
             guint    step)
{
  for (guint i = 0; i < ranking->reports->len; i++) {
    const Block *block = g_ptr_array_index (ranking->reports, i);
    gboolean was_well = went_well (ranking, block);
    Failure *failure;

    if (find_step (ranking, block->line) != step || block_is_of_cause (block, ranking->failures) ||
        (was_well && *block->test == '\0'))
      continue;
    failure = block_dup_failure (block);
    failure->flaky |= was_well;
    g_ptr_array_add (ranking->failures, failure);
  }
}

/* Lines that explain what is shown. */
static gint64
count_lines (const Ranking *ranking)
{
  gint64 n = 0;

  for (guint i = 0; i < MIN (ranking->failures->len, MAX_SHOWN); i++) {
    const Failure *failure = g_ptr_array_index (ranking->failures, i);

    n += failure->last_line - failure->first_line + 1;
  }

  return n;
}

/* The first that is shown and did not pass when it was tried again, or NULL. */
static const Failure *
get_first_steady (const Ranking *ranking)
{
  for (guint i = 0; i < ranking->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (ranking->failures, i);

    if (!failure->flaky)
      return failure;
  }

  return NULL;
}

/* Whether what is shown explains the job's end. */
static gboolean
is_explained (const Ranking *ranking)
{
  const Failure *first = get_first_steady (ranking);
  gint64 enough = ENOUGH_LINES;

  if (first == NULL)
    return FALSE;
  if (ranking->has_tests)
    return TRUE;

  if (*first->test != '\0')
    enough = TEST_LINES;
  else if (job_end_get_stop (ranking->end) != NULL)
    enough = EXIT_LINES;

  return count_lines (ranking) >= enough;
}

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
        find_step (ranking, block->line) == step && !went_well (ranking, block) &&
        !is_covered (ranking, block))
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

/* Errors of steps that went well when they were tried again. */
static void
add_retried (Ranking *ranking)
{
  guint max = ranking->failures->len + MAX_RETRIED;

  for (guint i = 0; i < ranking->others->len && ranking->failures->len < max; i++) {
    const Block *block = g_ptr_array_index (ranking->others, i);

    for (guint k = 0; k < ranking->end->retries->len; k++) {
      LineRange range = g_array_index (ranking->end->retries, LineRange, k);

      if (block->weight == WEIGHT_ERROR && block->line >= range.first &&
          block->line <= range.last && !is_covered (ranking, block)) {
        Failure *failure = block_dup_failure (block);

        failure->flaky = TRUE;
        g_ptr_array_add (ranking->failures, failure);
      }
    }
  }
}

/* Whether what BLOCK, an echo, may be of passed when it was tried again: the tests of its runner that are shown, or
 * those right above it. */
static gboolean
is_settled (const Ranking *ranking,
            const Block   *block)
{
  gboolean is_settled = FALSE;

  for (guint i = 0; i < ranking->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (ranking->failures, i);
    gboolean is_own = g_str_equal (failure->runner, block->runner->name);

    if (!failure->flaky)
      return FALSE;
    is_settled |= is_own || (failure->last_line < block->line && block->line - failure->last_line <= TOGETHER);
  }

  return is_settled;
}

/* Where the last run ended whose tests passed when they were tried again. */
static gint64
find_settled_line (const Ranking *ranking)
{
  for (guint i = ranking->others->len; i > 0; i--) {
    const Block *block = g_ptr_array_index (ranking->others, i - 1);

    if (block->weight == WEIGHT_ECHO && is_settled (ranking, block))
      return block->last_line;
  }

  return 0;
}

/* The last line that says that something failed, in a log that the CI did not end. What a linter warns of
 * is no end. */
static const Block *
find_echo (const Ranking *ranking)
{
  for (guint i = ranking->others->len; i > 0; i--) {
    const Block *block = g_ptr_array_index (ranking->others, i - 1);

    if (block->weight == WEIGHT_ECHO && block->kind != FAILURE_LINT &&
        block->line > MAX (ranking->end->good_line, ranking->settled_line) &&
        block->line > ranking->n_lines - END_LINES &&
        !went_well (ranking, block))
      return block;
  }

  return NULL;
}

static Failure *
get_listed (const Ranking *ranking,
            gint64         line)
{
  for (guint i = 0; i < ranking->failures->len; i++) {
    Failure *failure = g_ptr_array_index (ranking->failures, i);

    if (failure->line == line)
      return failure;
  }

  return NULL;
}

/* How the step that failed ended, with the lines before: an error in the same line gets these. */
static void
add_exit (Ranking *ranking)
{
  Failure *failure, *listed;

  if (job_end_get_stop (ranking->end) != NULL)
    return;
  if (job_end_get_n_exits (ranking->end) > 0) {
    failure = job_exit_dup_failure (job_end_get_exit (ranking->end, 0), EXIT_LINES);
  } else if (ranking->echo != NULL) {
    failure = block_dup_failure (ranking->echo);
    failure->kind = FAILURE_EXIT;
    failure->first_line = MAX (ranking->echo->line - EXIT_LINES, 1);
  } else {
    return;
  }
  listed = get_listed (ranking, failure->line);
  if (listed != NULL) {
    listed->first_line = MIN (listed->first_line, failure->first_line);
    failure_free (failure);
  } else {
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
    if (block->weight >= weight && !went_well (ranking, block))
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

  if (!is_explained (ranking) && has_end)
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

    if (find_step (ranking, failure->line) == step)
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

  for (guint step = 0; step <= n && !is_explained (ranking); step++) {
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

/* That the CI stopped the job is why it ended, whatever else its lines say. */
static void
add_stop (Ranking *ranking)
{
  const JobExit *stop = job_end_get_stop (ranking->end);

  if (stop != NULL)
    g_ptr_array_add (ranking->failures, job_exit_dup_failure (stop, EXIT_LINES));
}

static void
add_reasons (Ranking *ranking)
{
  if (job_end_get_n_exits (ranking->end) > 0)
    add_from_steps (ranking);
  else
    add_from_end (ranking);
}

/* The job failed, and for nothing else: what was taken for another try of the tests was a run of others. */
static void
take_back_tries (Ranking *ranking)
{
  for (guint i = 0; i < ranking->reports->len; i++) {
    const Block *block = g_ptr_array_index (ranking->reports, i);
    Failure *failure = get_listed (ranking, block->line);

    if (failure != NULL && !block->flaky && !good_ends_has (ranking->good_ends, block->runner, block->line))
      failure->flaky = FALSE;
  }
}

static void
add_what_is_known (Ranking *ranking)
{
  gboolean has_failed = job_end_get_n_exits (ranking->end) > 0;

  add_stop (ranking);
  if (!has_failed) {
    ranking->settled_line = find_settled_line (ranking);
    ranking->echo = find_echo (ranking);
  }
  add_reasons (ranking);
  /* It failed for something: for what a tool thought that went well, where there is nothing else. */
  if (get_first_steady (ranking) == NULL && (has_failed || ranking->echo != NULL)) {
    ranking->is_open = TRUE;
    add_reasons (ranking);
  }
  if (get_first_steady (ranking) == NULL && has_failed)
    take_back_tries (ranking);
  if (!is_explained (ranking))
    add_exit (ranking);
  add_retried (ranking);
}

static void
rank (GPtrArray       *failures,
      const GPtrArray *reports,
      const GPtrArray *others,
      const Evidence  *evidence,
      gboolean         complete)
{
  Ranking ranking = { failures, reports, others, evidence->end, evidence->n_lines, evidence->may_have_passed,
                      failures->len > 0, evidence->good_ends, FALSE, 0, NULL };

  for (guint step = 0; step <= job_end_get_n_exits (evidence->end); step++)
    add_reports (&ranking, step);
  if (!complete)
    return;

  unended_apply (failures, others, evidence->begun, evidence->end);
  failed_commands_apply (failures, others);
  listed_names_apply (failures, others);
  add_what_is_known (&ranking);
}

/* Whether what is shown of a job that failed is only that it did. */
static gboolean
is_end_alone (const GPtrArray *failures,
              const JobEnd    *end)
{
  gboolean has_end = job_end_get_n_exits (end) > 0;

  for (guint i = 0; i < failures->len; i++) {
    const Failure *failure = g_ptr_array_index (failures, i);

    if (!failure->flaky && failure->kind != FAILURE_EXIT)
      return FALSE;
    has_end |= !failure->flaky;
  }

  return has_end;
}

static gpointer
copy_failure (gconstpointer failure,
              gpointer      user_data G_GNUC_UNUSED)
{
  return failure_copy (failure);
}

static void
rank_without_ignored (GPtrArray      *failures,
                      const Evidence *evidence,
                      gboolean        complete)
{
  g_autoptr (GPtrArray) all = g_ptr_array_copy (failures, copy_failure, NULL);
  g_autoptr (GPtrArray) reports = g_ptr_array_copy ((GPtrArray *) evidence->reports, NULL, NULL);
  g_autoptr (GPtrArray) others = g_ptr_array_copy ((GPtrArray *) evidence->others, NULL, NULL);

  ignored_commands_leave_out (evidence->ignored, failures, reports, others);
  rank (failures, reports, others, evidence, complete);
  if (!is_end_alone (failures, evidence->end))
    return;
  g_ptr_array_set_size (failures, 0);
  g_ptr_array_extend_and_steal (failures, g_steal_pointer (&all));
  rank (failures, evidence->reports, evidence->others, evidence, complete);
}

void
ranking_apply (GPtrArray      *failures,
               const Evidence *evidence,
               gboolean        complete)
{
  if (job_end_is_success (evidence->end))
    g_ptr_array_set_size (failures, 0);
  else if (ignored_commands_has_any (evidence->ignored))
    rank_without_ignored (failures, evidence, complete);
  else
    rank (failures, evidence->reports, evidence->others, evidence, complete);
}
