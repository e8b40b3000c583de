/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the job ended, as the CI or the log's last word tells. */

#include "config.h"

#include "ranking-private.h"

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

gint64
ranking_find_settled_line (const Ranking *ranking)
{
  for (guint i = ranking->others->len; i > 0; i--) {
    const Block *block = g_ptr_array_index (ranking->others, i - 1);

    if (block->weight == WEIGHT_ECHO && is_settled (ranking, block))
      return block->last_line;
  }

  return 0;
}

const Block *
ranking_find_echo (const Ranking *ranking)
{
  for (guint i = ranking->others->len; i > 0; i--) {
    const Block *block = g_ptr_array_index (ranking->others, i - 1);

    if (block->weight == WEIGHT_ECHO && block->kind != FAILURE_LINT &&
        block->line > MAX (ranking->end->good_line, ranking->settled_line) &&
        block->line > ranking->n_lines - END_LINES &&
        !ranking_went_well (ranking, block))
      return block;
  }

  return NULL;
}

void
ranking_add_exit (Ranking *ranking)
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
  listed = ranking_get_listed (ranking, failure->line);
  if (listed != NULL) {
    listed->first_line = MIN (listed->first_line, failure->first_line);
    failure_free (failure);
  } else {
    g_ptr_array_add (ranking->failures, failure);
  }
}

void
ranking_add_stop (Ranking *ranking)
{
  const JobExit *stop = job_end_get_stop (ranking->end);

  if (stop != NULL)
    g_ptr_array_add (ranking->failures, job_exit_dup_failure (stop, EXIT_LINES));
}
