/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "job-end.h"

#define MAX_EXITS   16
#define MAX_ENDINGS 2000
#define MAX_MESSAGE 4096
#define ENDING_GAP  3

static void
job_exit_free (gpointer data)
{
  JobExit *exit = data;

  g_free (exit->message);
  g_free (exit);
}

JobEnd *
job_end_new (void)
{
  JobEnd *end = g_new0 (JobEnd, 1);

  end->exits = g_ptr_array_new_with_free_func (job_exit_free);
  end->endings = g_array_new (FALSE, FALSE, sizeof (LineRange));

  return end;
}

void
job_end_free (JobEnd *end)
{
  if (end == NULL)
    return;

  g_ptr_array_unref (end->exits);
  g_array_unref (end->endings);
  g_free (end);
}

static void
add_ending (JobEnd *end,
            gint64  number)
{
  LineRange range = { number, number };
  LineRange *last = end->endings->len > 0
    ? &g_array_index (end->endings, LineRange, end->endings->len - 1) : NULL;

  if (last != NULL && number - last->last <= ENDING_GAP)
    last->last = number;
  else if (end->endings->len < MAX_ENDINGS)
    g_array_append_val (end->endings, range);
}

static void
add_exit (JobEnd         *end,
          const LineRule *rule,
          PatternMatch   *match,
          gint64          number)
{
  g_autofree char *status = NULL;
  gint64 step_line = end->step_line;
  JobExit *exit;

  if (rule->pattern != NULL)
    status = pattern_match_dup_group (rule->pattern, match, "status", 12);
  end->step_line = 0;
  if (g_strcmp0 (status, "0") == 0)
    return;

  add_ending (end, number);
  if (end->exits->len >= MAX_EXITS)
    g_ptr_array_remove_index (end->exits, MAX_EXITS - 1);
  exit = g_new0 (JobExit, 1);
  exit->runner = rule->runner;
  exit->message = rule->pattern != NULL
    ? pattern_match_dup_group (rule->pattern, match, "message", MAX_MESSAGE) : g_strdup ("");
  exit->status = status != NULL && *status != '\0' ? atoi (status) : -1;
  exit->step_line = step_line;
  exit->line = number;
  g_ptr_array_add (end->exits, exit);
}

void
job_end_push (JobEnd         *end,
              const LineRule *rule,
              PatternMatch   *match,
              gint64          number)
{
  switch (rule->is) {
    case LINE_IS_EXIT:
      add_exit (end, rule, match, number);
      break;
    case LINE_IS_ENDING:
      add_ending (end, number);
      break;
    case LINE_IS_SUCCESS:
      end->success_line = number;
      break;
    case LINE_IS_STEP:
      end->step_line = number;
      break;
    default:
      break;
  }
}

gboolean
job_end_is_success (const JobEnd *end)
{
  const JobExit *last;

  if (end->success_line == 0)
    return FALSE;
  if (end->exits->len == 0)
    return TRUE;
  last = g_ptr_array_index (end->exits, end->exits->len - 1);

  return last->line < end->success_line;
}

const JobExit *
job_end_find_exit (const JobEnd *end,
                   gint64        number)
{
  gint64 previous = 0;

  for (guint i = 0; i < end->exits->len; i++) {
    const JobExit *exit = g_ptr_array_index (end->exits, i);
    gint64 first = exit->step_line != 0 ? exit->step_line : previous + 1;

    if (number >= first && number <= exit->line)
      return exit;
    previous = exit->line;
  }

  return NULL;
}

Failure *
job_exit_dup_failure (const JobExit *exit,
                      guint          n_lines)
{
  Failure *failure = failure_new ();
  gpointer kind;

  g_free (failure->runner);
  failure->runner = g_strdup (exit->runner->name);
  g_free (failure->message);
  failure->message = g_strdup (exit->message);
  failure->kind = FAILURE_EXIT;
  if (g_hash_table_lookup_extended (exit->runner->statuses, GINT_TO_POINTER (exit->status), NULL,
                                    &kind))
    failure->kind = GPOINTER_TO_UINT (kind);
  failure->exit_status = exit->status;
  failure->line = failure->last_line = exit->line;
  failure->first_line = MAX (exit->line - n_lines, MAX (exit->step_line, 1));

  return failure;
}
