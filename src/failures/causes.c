/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cause.h"

#include "causes.h"

static const Lane *
get_lane (const Causes *causes,
          guint         index)
{
  return g_ptr_array_index (causes->lanes->all, MIN (index, causes->lanes->all->len - 1));
}

/* Whether a runner told of tests in LANE. */
static gboolean
has_tests (const Lane *lane)
{
  const GPtrArray *reports = blocks_get_reports (lane->blocks);

  for (guint i = 0; i < lane->n_states; i++)
    if (lane->states[i].run != NULL && lane->states[i].run->is_seen)
      return TRUE;
  for (guint i = 0; i < reports->len; i++)
    if (*((const Block *) g_ptr_array_index (reports, i))->test != '\0')
      return TRUE;

  return blocks_get_passed (lane->blocks)->len > 0;
}

static gboolean
is_in_any (const GArray *ranges,
           gint64        number)
{
  for (guint i = 0; i < ranges->len; i++) {
    LineRange range = g_array_index (ranges, LineRange, i);

    if (number >= range.first && number <= range.last)
      return TRUE;
  }

  return FALSE;
}

static void
add_range (GArray *ranges,
           gint64  first,
           gint64  last)
{
  LineRange range = { first, last };

  g_array_append_val (ranges, range);
}

/* What tests of LANE's sessions printed that failed: those that follow from the same are known. */
static void
add_parts (const Lane *lane,
           GArray     *ranges)
{
  for (guint i = 0; i < lane->n_states; i++) {
    const TestRun *run = lane->states[i].run;

    for (guint k = 0; run != NULL && k < run->parts->len; k++) {
      const TestPart *part = g_ptr_array_index (run->parts, k);

      if (*part->test != '\0')
        add_range (ranges, part->first_line, part->last_line);
    }
  }
}

/* What other tests of LANE printed that failed. */
static void
add_failed (const Lane *lane,
            GArray     *ranges)
{
  const GPtrArray *reports = blocks_get_reports (lane->blocks);

  for (guint i = 0; i < reports->len; i++) {
    const Block *block = g_ptr_array_index (reports, i);

    if (block->since_line > 0)
      add_range (ranges, block->since_line,
                 block->until_line > 0 ? block->until_line - 1 : block->first_line);
  }
}

/* Tells of what was raised in LANE. */
static void
mark_lane (const Causes *causes,
           const Lane   *lane)
{
  g_autoptr (GArray) quiet = g_array_new (FALSE, FALSE, sizeof (LineRange));
  g_autoptr (GArray) failed = g_array_new (FALSE, FALSE, sizeof (LineRange));
  gboolean is_testing = lane->index != 0 && has_tests (lane);

  blocks_add_quiet (lane->blocks, quiet);
  add_parts (lane, quiet);
  add_failed (lane, failed);
  for (guint i = 0; i < causes->raised->len; i++) {
    Raised *raised = g_ptr_array_index (causes->raised, i);

    if (!g_str_equal (raised->lane, lane->name))
      continue;
    raised->is_testing = is_testing;
    raised->is_quiet = is_in_any (quiet, raised->line);
    raised->is_failed = is_in_any (failed, raised->line);
  }
}

void
causes_mark (const Causes *causes)
{
  for (guint i = 0; causes->raised != NULL && i < causes->lanes->all->len; i++)
    mark_lane (causes, g_ptr_array_index (causes->lanes->all, i));
}

static void
look_for (const Causes    *causes,
          Failure         *failure,
          CauseReach       reach,
          const LineRange *ranges,
          guint            n_ranges)
{
  for (guint i = 0; i < causes->runners->len && failure->cause == NULL; i++)
    failure->cause = cause_find (g_ptr_array_index (causes->runners, i), causes->match, causes->raised,
                                 get_lane (causes, failure->lane)->name, failure->message, reach,
                                 ranges, n_ranges);
}

/* Whether FAILURE is of a runner with sessions, which reports at their ends. */
static gboolean
is_of_session (const Causes  *causes,
               const Failure *failure)
{
  const Lane *lane = get_lane (causes, failure->lane);

  for (guint i = 0; i < lane->n_states; i++) {
    const TestRun *run = lane->states[i].run;

    if (run != NULL && run->is_seen && g_str_equal (run->runner->name, failure->runner))
      return TRUE;
  }

  return FALSE;
}

/* Where what tests printed ends above FAILURE: not in the reports on others, which have what those printed. */
static gint64
get_end (const Causes   *causes,
         const Findings *findings,
         const Failure  *failure,
         gint64          bound)
{
  gint64 end = failure->first_line;

  if (!is_of_session (causes, failure))
    return end;
  for (guint i = 0; i < findings->failures->len; i++) {
    const Failure *other = g_ptr_array_index (findings->failures, i);

    if (other->lane == failure->lane && g_str_equal (other->runner, failure->runner) && other->first_line > bound)
      end = MIN (end, other->first_line);
  }

  return end;
}

/* The last line before NUMBER of what cannot be why a test there fails: another step, and the runner's tests before. */
static gint64
get_bound (const Causes   *causes,
           const Findings *findings,
           gint64          number)
{
  gint64 bound = 0;

  for (guint i = 0; i < causes->steps->len; i++) {
    gint64 line = g_array_index (causes->steps, gint64, i);

    if (line >= number)
      break;
    bound = line;
  }
  for (guint i = 0; i < findings->summaries->len; i++) {
    LineRange range = g_array_index (findings->summaries, LineRange, i);

    if (range.last < number)
      bound = MAX (bound, range.last);
  }

  return bound;
}

/* The last line of all that tests say: what stands below was printed when they were over. */
static gint64
get_last_line (const Findings *findings)
{
  gint64 last = 0;

  for (guint i = 0; i < findings->summaries->len; i++)
    last = MAX (last, g_array_index (findings->summaries, LineRange, i).last);
  for (guint i = 0; i < findings->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (findings->failures, i);

    if (*failure->test != '\0')
      last = MAX (last, MAX (failure->line, failure->last_line));
  }

  return last;
}

static void
look_around (const Causes   *causes,
             const Findings *findings,
             Failure        *failure,
             gint64          last_line)
{
  LineRange own[] = { { failure->first_line, failure->last_line },
                      { failure->since_line, failure->until_line > 0 ? failure->until_line - 1
                                                                     : failure->first_line } };
  gint64 bound = get_bound (causes, findings, failure->first_line);
  LineRange above = { bound + 1, get_end (causes, findings, failure, bound) - 1 };
  LineRange below = { last_line + 1, G_MAXINT64 };

  look_for (causes, failure, REACH_OWN, own, failure->since_line > 0 ? 2 : 1);
  look_for (causes, failure, REACH_ABOVE, &above, 1);
  if (failure->lane == 0)
    look_for (causes, failure, REACH_BELOW, &below, 1);
}

void
causes_apply (const Causes *causes,
              Findings     *findings)
{
  gint64 last_line = get_last_line (findings);

  for (guint i = 0; causes->raised != NULL && i < findings->failures->len; i++) {
    Failure *failure = g_ptr_array_index (findings->failures, i);

    if (failure->cause == NULL && *failure->test != '\0')
      look_around (causes, findings, failure, last_line);
  }
}
