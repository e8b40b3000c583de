/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ranking.h"

#define MAX_ERRORS  8        /* that are shown */
#define MAX_WORDS   4
#define EXIT_LINES  25       /* before the CI's last word, where nothing tells more */

static void
set_string (char       **string,
            const char  *value)
{
  g_free (*string);
  *string = g_strdup (value);
}

static Failure *
dup_failure (const Block *block)
{
  Failure *failure = failure_new ();

  set_string (&failure->runner, block->runner->name);
  set_string (&failure->test, block->test);
  set_string (&failure->message, block->message);
  set_string (&failure->exception, block->exception);
  failure->kind = block->kind;
  failure->line = block->line;
  failure->first_line = block->first_line;
  failure->last_line = block->last_line;
  failure->flaky = block->flaky;

  return failure;
}

/* Whether FAILURES cover the lines of BLOCK already. */
static gboolean
is_covered (const GPtrArray *failures,
            gint64           first_line,
            gint64           last_line)
{
  for (guint i = 0; i < failures->len; i++) {
    const Failure *failure = g_ptr_array_index (failures, i);

    if (failure->first_line <= first_line && failure->last_line >= last_line)
      return TRUE;
  }

  return FALSE;
}

static void
add_reports (GPtrArray       *failures,
             const GPtrArray *reports,
             const JobEnd    *end,
             gboolean         in_failed_step)
{
  for (guint i = 0; i < reports->len; i++) {
    const Block *block = g_ptr_array_index (reports, i);

    if ((job_end_find_exit (end, block->line) != NULL) == in_failed_step)
      g_ptr_array_add (failures, dup_failure (block));
  }
}

/* Adds up to MAX of WEIGHT, the last ones, in the order of the log. */
static void
add_others (GPtrArray       *failures,
            const GPtrArray *others,
            const JobEnd    *end,
            Weight           weight,
            gboolean         in_failed_step,
            guint            max)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = others->len; i > 0 && chosen->len < max; i--) {
    const Block *block = g_ptr_array_index (others, i - 1);

    if (block->weight == weight &&
        (job_end_find_exit (end, block->line) != NULL) == in_failed_step &&
        !is_covered (failures, block->first_line, block->last_line))
      g_ptr_array_add (chosen, (gpointer) block);
  }
  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (failures, dup_failure (g_ptr_array_index (chosen, i)));
}

static void
add_exit (GPtrArray    *failures,
          const JobEnd *end)
{
  Failure *failure;

  if (end->exits->len == 0)
    return;
  failure = job_exit_dup_failure (g_ptr_array_index (end->exits, 0), EXIT_LINES);
  g_ptr_array_add (failures, failure);
}

void
ranking_apply (GPtrArray    *failures,
               Blocks       *blocks,
               const JobEnd *end,
               gboolean      complete)
{
  const GPtrArray *reports = blocks_get_reports (blocks);
  const GPtrArray *others = blocks_get_others (blocks);
  gboolean is_failed = end->exits->len > 0;

  if (job_end_is_success (end)) {
    g_ptr_array_set_size (failures, 0);
    return;
  }

  add_reports (failures, reports, end, TRUE);
  if (!complete || failures->len > 0) {
    add_reports (failures, reports, end, FALSE);
    return;
  }

  add_others (failures, others, end, WEIGHT_ERROR, TRUE, MAX_ERRORS);
  add_reports (failures, reports, end, FALSE);
  if (failures->len == 0)
    add_others (failures, others, end, WEIGHT_ERROR, FALSE, MAX_ERRORS);
  if (failures->len == 0 && is_failed)
    add_others (failures, others, end, WEIGHT_WORD, TRUE, MAX_WORDS);
  if (failures->len == 0 && is_failed)
    add_others (failures, others, end, WEIGHT_ECHO, TRUE, 1);
  add_exit (failures, end);
}
