/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "failed-commands.h"
#include "listed-names.h"

#include "ranking-private.h"

#define MAX_RETRIED  3

guint
ranking_find_step (const Ranking *ranking,
                   gint64         number)
{
  guint n = job_end_get_n_exits (ranking->end);

  for (guint i = 0; i < n; i++)
    if (job_end_is_in_step (ranking->end, i, number))
      return i;

  return n;
}

gboolean
ranking_went_well (const Ranking *ranking,
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
    gboolean was_well = ranking_went_well (ranking, block);
    Failure *failure;

    if (ranking_find_step (ranking, block->line) != step || block_is_of_cause (block, ranking->failures) ||
        (was_well && *block->test == '\0'))
      continue;
    failure = block_dup_failure (block);
    failure->flaky |= was_well;
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
          block->line <= range.last && !ranking_is_covered (ranking, block)) {
        Failure *failure = block_dup_failure (block);

        failure->flaky = TRUE;
        g_ptr_array_add (ranking->failures, failure);
      }
    }
  }
}

/* The job failed, and for nothing else: what was taken for another try of the tests was a run of others. */
static void
take_back_tries (Ranking *ranking)
{
  for (guint i = 0; i < ranking->reports->len; i++) {
    const Block *block = g_ptr_array_index (ranking->reports, i);
    Failure *failure = ranking_get_listed (ranking, block->line);

    if (failure != NULL && !block->flaky && !good_ends_has (ranking->good_ends, block->runner, block->line))
      failure->flaky = FALSE;
  }
}

static void
add_what_is_known (Ranking *ranking)
{
  gboolean has_failed = job_end_get_n_exits (ranking->end) > 0;

  ranking_add_stop (ranking);
  if (!has_failed) {
    ranking->settled_line = ranking_find_settled_line (ranking);
    ranking->echo = ranking_find_echo (ranking);
  }
  ranking_add_reasons (ranking);
  /* It failed for something: for what a tool thought that went well, where there is nothing else. */
  if (ranking_get_first_steady (ranking) == NULL && (has_failed || ranking->echo != NULL)) {
    ranking->is_open = TRUE;
    ranking_add_reasons (ranking);
  }
  if (ranking_get_first_steady (ranking) == NULL && has_failed)
    take_back_tries (ranking);
  if (!ranking_is_explained (ranking))
    ranking_add_exit (ranking);
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
