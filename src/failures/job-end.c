/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "job-end.h"

#define MAX_EXITS   16
#define MAX_ENDINGS 2000
#define ENDING_GAP  3
#define FAULT_GAP   3
#define INNER_GAP   3

static void
job_exit_free (JobExit *exit)
{
  g_free (exit->message);
  g_free (exit);
}

static void
job_exit_destroy (gpointer exit)
{
  job_exit_free (exit);
}

JobEnd *
job_end_new (void)
{
  JobEnd *end = g_new0 (JobEnd, 1);

  end->exits = g_ptr_array_new_with_free_func (job_exit_destroy);
  end->retries = g_array_new (FALSE, FALSE, sizeof (LineRange));
  end->endings = g_array_new (FALSE, FALSE, sizeof (LineRange));

  return end;
}

void
job_end_free (JobEnd *end)
{
  if (end == NULL)
    return;

  g_ptr_array_unref (end->exits);
  g_clear_pointer (&end->failed, job_exit_free);
  g_clear_pointer (&end->fault, job_exit_free);
  g_array_unref (end->retries);
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

/* What fails and is tried again starts with the step, or where it was tried the last time. */
static void
add_retry (JobEnd *end,
           gint64  number)
{
  LineRange range = { MAX (end->step_line, 1), number };

  if (end->retries->len > 0)
    range.first = MAX (range.first, g_array_index (end->retries, LineRange,
                                                   end->retries->len - 1).last + 1);
  if (end->retries->len < MAX_ENDINGS)
    g_array_append_val (end->retries, range);
}

/* What the CI's own words say of the end counts, then what the status does. */
static FailureKind
find_kind (const JobExit  *exit,
           const LineRule *rule)
{
  gpointer kind;

  if (rule->kind == FAILURE_EXIT && exit->has_status &&
      g_hash_table_lookup_extended (rule->runner->statuses, GINT_TO_POINTER (exit->status), NULL,
                                    &kind))
    return GPOINTER_TO_UINT (kind);

  return rule->kind;
}

static JobExit *
job_exit_new (const JobEnd   *end,
              const LineRule *rule,
              PatternMatch   *match,
              gint64          number)
{
  JobExit *exit = g_new0 (JobExit, 1);
  g_autofree char *status = NULL;

  exit->runner = rule->runner;
  exit->status = -1;
  exit->kind = rule->kind;
  exit->is_stop = rule->kind == FAILURE_TIMEOUT || rule->kind == FAILURE_INFRA;
  exit->step_line = end->step_line;
  exit->line = number;
  exit->work_line = end->clean_up_line != 0 ? MAX (end->clean_up_line - 1, 1) : number;
  if (rule->pattern == NULL) {
    exit->message = g_strdup ("");
    return exit;
  }

  status = pattern_match_dup_group (rule->pattern, match, "status", 12);
  exit->has_status = *status != '\0';
  if (exit->has_status)
    exit->status = (int) CLAMP (g_ascii_strtoll (status, NULL, 10), G_MININT, G_MAXINT);
  exit->kind = find_kind (exit, rule);
  exit->message = pattern_match_dup_group (rule->pattern, match, "message", FAILURE_MAX_MESSAGE);

  return exit;
}

/* Takes EXIT. */
static void
add_exit (JobEnd  *end,
          JobExit *exit)
{
  g_clear_pointer (&end->fault, job_exit_free);
  end->step_line = end->clean_up_line = 0;
  if (exit->has_status && exit->status == 0) {
    end->good_line = exit->line;
    job_exit_free (exit);
    return;
  }

  add_ending (end, exit->line);
  if (end->exits->len >= MAX_EXITS)
    g_ptr_array_remove_index (end->exits, MAX_EXITS - 1);
  g_ptr_array_add (end->exits, exit);
}

static void
set_fault (JobEnd         *end,
           const LineRule *rule,
           PatternMatch   *match,
           gint64          number)
{
  g_clear_pointer (&end->fault, job_exit_free);
  end->fault = job_exit_new (end, rule, match, number);
}

/* The CI goes on with line NUMBER, RULE: what stands right above ended the step, whosever word for
 * it fits. */
static void
settle_fault (JobEnd         *end,
              const LineRule *rule,
              gint64          number)
{
  JobExit *fault = g_steal_pointer (&end->fault);

  if (fault != NULL && number - fault->line <= FAULT_GAP) {
    fault->runner = rule->runner;
    add_exit (end, fault);
  } else {
    g_clear_pointer (&fault, job_exit_free);
  }
}

/* A command starts with line NUMBER; of a step, or of a tool in one. */
static void
start_step (JobEnd *end,
            gint64  number)
{
  if (end->inner_line != 0 && number - end->inner_line <= INNER_GAP)
    return;

  g_clear_pointer (&end->fault, job_exit_free);
  end->step_line = number;
  end->clean_up_line = 0;
}

static void
set_failed (JobEnd         *end,
            const LineRule *rule,
            PatternMatch   *match,
            gint64          number)
{
  g_clear_pointer (&end->failed, job_exit_free);
  end->failed = job_exit_new (end, rule, match, number);
  add_ending (end, number);
}

void
job_end_push (JobEnd         *end,
              const LineRule *rule,
              PatternMatch   *match,
              gint64          number)
{
  switch (rule->is) {
    case LINE_IS_EXIT:
      add_exit (end, job_exit_new (end, rule, match, number));
      break;
    case LINE_IS_FAULT:
      set_fault (end, rule, match, number);
      break;
    case LINE_IS_FAILED:
      set_failed (end, rule, match, number);
      break;
    case LINE_IS_ENDING:
      add_ending (end, number);
      break;
    case LINE_IS_SUCCESS:
      end->success_line = number;
      break;
    case LINE_IS_FINISHED:
      settle_fault (end, rule, number);
      end->is_finished = TRUE;
      break;
    case LINE_IS_STEP:
      start_step (end, number);
      break;
    case LINE_IS_INNER:
      end->inner_line = number;
      break;
    case LINE_IS_RETRY:
      add_retry (end, number);
      break;
    case LINE_IS_CLEAN_UP:
      settle_fault (end, rule, number);
      if (end->clean_up_line == 0)
        end->clean_up_line = number;
      break;
    default:
      break;
  }
}

gboolean
job_end_is_success (const JobEnd *end)
{
  guint n = job_end_get_n_exits (end);

  if (n == 0)
    return end->success_line != 0 || end->is_finished;

  return end->success_line > job_end_get_exit (end, n - 1)->line;
}

guint
job_end_get_n_exits (const JobEnd *end)
{
  return end->exits->len > 0 ? end->exits->len : end->failed != NULL;
}

const JobExit *
job_end_get_exit (const JobEnd *end,
                  guint         index)
{
  return end->exits->len > 0 ? g_ptr_array_index (end->exits, index) : end->failed;
}

const JobExit *
job_end_get_stop (const JobEnd *end)
{
  for (guint i = 0; i < end->exits->len; i++) {
    const JobExit *exit = g_ptr_array_index (end->exits, i);

    if (exit->is_stop)
      return exit;
    if (exit->kind == FAILURE_EXIT)
      return NULL;
  }

  return end->failed != NULL && end->failed->is_stop ? end->failed : NULL;
}

gboolean
job_end_is_in_step (const JobEnd *end,
                    guint         index,
                    gint64        number)
{
  const JobExit *exit = job_end_get_exit (end, index);
  gint64 first = exit->step_line;

  if (first == 0)
    first = index > 0 ? job_end_get_exit (end, index - 1)->line + 1 : 1;

  return number >= first && number <= exit->work_line;
}

Failure *
job_exit_dup_failure (const JobExit *exit,
                      guint          n_lines)
{
  Failure *failure = failure_new ();

  g_free (failure->runner);
  failure->runner = g_strdup (exit->runner->name);
  g_free (failure->message);
  failure->message = g_strdup (exit->message);
  failure->kind = exit->kind;
  failure->exit_status = exit->status;
  failure->line = exit->line;
  failure->last_line = exit->work_line;
  failure->first_line = CLAMP (exit->work_line - n_lines, MAX (exit->step_line, 1),
                               exit->work_line);

  return failure;
}
