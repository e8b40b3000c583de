/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "verdict.h"

static const char * const names[] = {
  [VERDICT_UNKNOWN] = "unknown",
  [VERDICT_BROKEN_ON_MAIN] = "broken-on-main",
  [VERDICT_FLAKY_ON_MAIN] = "flaky-on-main",
  [VERDICT_PASSES_ON_MAIN] = "passes-on-main",
};

const char *
verdict_to_string (Verdict verdict)
{
  return names[verdict];
}

/* The outcome of the run nearest to INDEX in steps of STEP, or HISTORY_NONE. */
static HistoryOutcome
find_outcome (const HistoryResult *history,
              int                  index,
              int                  step)
{
  for (; index >= 0 && index < (int) history->n_builds; index += step)
    if (history_outcome_is_run (history->outcomes[index]))
      return history->outcomes[index];

  return HISTORY_NONE;
}

/* Whether a build that was not looked at lies between MERGE_BASE and the newest run before it. */
static gboolean
is_passed_over (const HistoryResult *history,
                int                  merge_base)
{
  int index = merge_base;

  while (index >= 0 && history->outcomes[index] == HISTORY_NONE)
    index--;

  return index >= 0 && history->outcomes[index] == HISTORY_NOT_ASKED;
}

static HistoryOutcome
get_outcome_at (const HistoryResult *history,
                int                  merge_base)
{
  HistoryOutcome before = find_outcome (history, merge_base, -1);
  HistoryOutcome after = find_outcome (history, merge_base, 1);

  if (after == HISTORY_NONE)
    return is_passed_over (history, merge_base) ? HISTORY_NONE : before;

  return after == before ? before : HISTORY_NONE;
}

/* Whether it had failed before the bad runs that go on, which are too few for a break. */
static gboolean
has_failed_before (const HistoryResult *history)
{
  return history->kind == HISTORY_UNKNOWN && history->n_failed > history->n_failed_since;
}

Verdict
verdict_judge (const HistoryResult *history,
               int                  merge_base,
               gboolean             is_changed)
{
  Verdict verdict = VERDICT_UNKNOWN;

  if (merge_base >= 0) {
    HistoryOutcome outcome = get_outcome_at (history, MIN (merge_base, (int) history->n_builds - 1));

    if (history->is_flaky || (outcome == HISTORY_BAD && has_failed_before (history)))
      verdict = VERDICT_FLAKY_ON_MAIN;
    else if (outcome == HISTORY_BAD)
      verdict = VERDICT_BROKEN_ON_MAIN;
    else if (outcome == HISTORY_GOOD)
      verdict = VERDICT_PASSES_ON_MAIN;
  }

  return is_changed && verdict != VERDICT_PASSES_ON_MAIN ? VERDICT_UNKNOWN : verdict;
}
