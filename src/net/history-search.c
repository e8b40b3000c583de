/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "history-search.h"

/* How far back the first look for a good run goes, in builds, and how many times further each next one. */
#define FIRST_STEP 2
#define STEP_FACTOR 8

/* Looks beside the boundary, and where there are too few runs since the break to tell it from a flake. */
#define CONFIRMING 4
#define CONFIRMING_FEW 8
#define FEW_RUNS 3

/* Builds before the boundary that are looked at, at least. */
#define NEAR 16

/* Bad runs that are taken for "always". */
#define MIN_ALWAYS 5

/* Bad runs in a row that a flake has more often than this are no break. */
#define MAX_LUCK 0.05

/* Of the budget, thirds that are spent while all runs are good. */
#define PASSING_THIRDS 2

typedef struct {
  const HistorySearch *search;
  HistoryResult       *result;
  guint                n_confirmed;
  gboolean             confirm_bad_side;  /* next */
} Searcher;

gboolean
history_outcome_is_run (HistoryOutcome outcome)
{
  return outcome == HISTORY_GOOD || outcome == HISTORY_BAD;
}

/* The newest build before BEFORE with OUTCOME, or -1. */
static int
find_before (const HistoryResult *result,
             int                  before,
             HistoryOutcome       outcome)
{
  for (int i = before - 1; i >= 0; i--)
    if (result->outcomes[i] == outcome)
      return i;

  return -1;
}

/* The oldest build after AFTER with OUTCOME, or -1. */
static int
find_after (const HistoryResult *result,
            int                  after,
            HistoryOutcome       outcome)
{
  for (int i = after + 1; i < (int) result->n_builds; i++)
    if (result->outcomes[i] == outcome)
      return i;

  return -1;
}

static int
find_newest_run (const HistoryResult *result)
{
  return MAX (find_before (result, result->n_builds, HISTORY_GOOD),
              find_before (result, result->n_builds, HISTORY_BAD));
}

/* How often a good run comes after a bad one. */
static guint
count_recoveries (const HistoryResult *result)
{
  HistoryOutcome last = HISTORY_NONE;
  guint n = 0;

  for (guint i = 0; i < result->n_builds; i++) {
    if (!history_outcome_is_run (result->outcomes[i]))
      continue;
    if (last == HISTORY_BAD && result->outcomes[i] == HISTORY_GOOD)
      n++;
    last = result->outcomes[i];
  }

  return n;
}

static guint
count_since (const HistoryResult *result,
             int                  first,
             HistoryOutcome       outcome)
{
  guint n = 0;

  for (guint i = MAX (first, 0); i < result->n_builds; i++)
    n += result->outcomes[i] == outcome;

  return n;
}

/* The build from FIRST to LAST nearest to WANTED that was not asked for yet, or -1. Of two the newer: where a build
 * has no outcome, its neighbours come next. */
static int
choose_near (const HistoryResult *result,
             int                  wanted,
             int                  first,
             int                  last)
{
  int below = find_before (result, MIN (wanted, last) + 1, HISTORY_NOT_ASKED);
  int above = find_after (result, MAX (wanted, first) - 1, HISTORY_NOT_ASKED);

  if (below < first)
    below = -1;
  if (above > last)
    above = -1;
  if (below < 0 || above < 0)
    return MAX (below, above);

  return above - wanted <= wanted - below ? above : below;
}

/* The middle of the longest row of builds from FIRST to LAST that has no run, or -1. Of two the newer. */
static int
choose_in_gap (const HistoryResult *result,
               int                  first,
               int                  last)
{
  int best = -1;
  int best_length = 0;

  for (int end = last; end >= first;) {
    int start = end;
    int index;

    while (start >= first && !history_outcome_is_run (result->outcomes[start]))
      start--;
    index = choose_near (result, (start + 1 + end) / 2, start + 1, end);
    if (index >= 0 && end - start > best_length) {
      best = index;
      best_length = end - start;
    }
    end = start == end ? end - 1 : start;
  }

  return best;
}

/* The merge base, or where it has no outcome, the newest build before it that has one. */
static int
choose_at_merge_base (const Searcher *searcher)
{
  const HistoryResult *result = searcher->result;
  int base = MIN (searcher->search->merge_base, (int) result->n_builds - 1);
  int below = MAX (find_before (result, base + 1, HISTORY_GOOD), find_before (result, base + 1, HISTORY_BAD));
  int index = find_before (result, base + 1, HISTORY_NOT_ASKED);

  return base >= 0 && index > below ? index : -1;
}

/* While all runs that were seen are good. */
static int
choose_among_good (const Searcher *searcher,
                   int             newest)
{
  const HistoryResult *result = searcher->result;
  int oldest = find_after (result, -1, HISTORY_GOOD);
  int index;

  if (result->n_asked >= searcher->search->budget * PASSING_THIRDS / 3)
    return -1;
  index = choose_near (result, MAX (newest - 2 * (newest - oldest) - 1, 0), 0, newest);

  return index >= 0 && index < oldest ? index : choose_in_gap (result, 0, newest);
}

/* While all runs that were seen are bad: further and further back. */
static int
choose_among_bad (Searcher *searcher,
                  int       newest)
{
  const HistoryResult *result = searcher->result;
  int oldest = find_after (result, -1, HISTORY_BAD);
  int step = MAX ((newest - oldest) * STEP_FACTOR, FIRST_STEP);
  int index = oldest > 0 ? choose_near (result, MAX (newest - step, 0), 0, oldest - 1) : -1;

  if (index >= 0)
    return index;
  if (searcher->search->goal != HISTORY_SURE || searcher->n_confirmed++ >= CONFIRMING)
    return -1;

  return choose_in_gap (result, oldest, newest);
}

/* Between the newest good run GOOD and the bad one BAD after it, nearest to the middle. */
static int
choose_between (const HistoryResult *result,
                int                  good,
                int                  bad)
{
  return bad - good > 1 ? choose_near (result, (good + bad) / 2, good + 1, bad - 1) : -1;
}

/* On one side of the boundary between GOOD and BAD, then on the other. */
static int
choose_beside (Searcher *searcher,
               int       good,
               int       bad,
               int       newest)
{
  const HistoryResult *result = searcher->result;
  gboolean is_few = count_since (result, bad, HISTORY_BAD) < FEW_RUNS;
  int first = MAX (good - MAX (newest - bad, NEAR), 0);
  int on_bad_side = choose_in_gap (result, bad, newest);
  int on_good_side = choose_in_gap (result, first, good);

  if (searcher->search->goal != HISTORY_SURE || searcher->n_confirmed++ >= (is_few ? CONFIRMING_FEW : CONFIRMING))
    return -1;
  searcher->confirm_bad_side = !searcher->confirm_bad_side;
  if (on_bad_side < 0 || (on_good_side >= 0 && !searcher->confirm_bad_side))
    return on_good_side;

  return on_bad_side;
}

/* The build that tells most, or -1 where all is told that is worth a look. */
static int
choose (Searcher *searcher)
{
  const HistoryResult *result = searcher->result;
  int newest = find_newest_run (result);
  int not_asked = find_before (result, result->n_builds, HISTORY_NOT_ASKED);
  guint n_recoveries = count_recoveries (result);
  int good = find_before (result, newest, HISTORY_GOOD);
  int bad;
  int index;

  if (not_asked > newest)
    return not_asked;
  if (newest < 0)
    return -1;
  index = choose_at_merge_base (searcher);
  if (index >= 0 || searcher->search->goal == HISTORY_NEWEST)
    return index;
  if (n_recoveries > 1 || (n_recoveries > 0 && result->outcomes[newest] == HISTORY_GOOD))
    return choose_in_gap (result, 0, newest);
  if (result->outcomes[newest] == HISTORY_GOOD)
    return choose_among_good (searcher, newest);
  if (searcher->search->goal == HISTORY_FAR && (good >= 0 || newest - find_after (result, -1, HISTORY_BAD) >= HISTORY_FAR_BUILDS))
    return -1;
  if (good < 0)
    return choose_among_bad (searcher, newest);

  bad = find_after (result, good, HISTORY_BAD);
  index = choose_between (result, good, bad);
  if (index >= 0)
    return index;

  return n_recoveries > 0 ? choose_in_gap (result, 0, newest) : choose_beside (searcher, good, bad, newest);
}

/* Whether so many bad runs in a row are hardly the luck of a flake: its rate is taken from the runs before, as if there
 * had been one more of each outcome. */
static gboolean
is_break (const HistoryResult *result)
{
  double n_runs_before = result->n_runs - result->n_runs_since;
  double n_failed_before = result->n_failed - result->n_failed_since;
  double luck = 1;

  for (guint i = 0; i < result->n_failed_since; i++)
    luck *= (n_failed_before + 1) / (n_runs_before + 2);

  return luck < MAX_LUCK;
}

static HistoryKind
judge (const HistoryResult *result,
       int                  newest)
{
  if (newest < find_before (result, result->n_builds, HISTORY_NOT_ASKED))
    return HISTORY_UNKNOWN;
  if (newest < 0)
    return HISTORY_UNKNOWN;
  if (result->is_flaky)
    return HISTORY_FLAKE;
  if (result->outcomes[newest] == HISTORY_GOOD)
    return HISTORY_PASSES;
  if (result->last_good < 0)
    return result->n_failed >= MIN_ALWAYS ? HISTORY_ALWAYS : HISTORY_UNKNOWN;

  return is_break (result) ? HISTORY_BREAK : HISTORY_UNKNOWN;
}

static void
conclude (HistoryResult *result)
{
  int newest = find_newest_run (result);

  result->n_failed = count_since (result, 0, HISTORY_BAD);
  result->n_runs = result->n_failed + count_since (result, 0, HISTORY_GOOD);
  result->is_flaky = count_recoveries (result) > 1;
  result->last_good = find_before (result, result->n_builds, HISTORY_GOOD);
  result->first_bad = -1;
  if (result->is_flaky) {
    result->first_bad = find_after (result, -1, HISTORY_BAD);
    result->last_good = find_before (result, result->first_bad, HISTORY_GOOD);
  } else if (newest >= 0 && result->outcomes[newest] == HISTORY_BAD) {
    result->first_bad = find_after (result, result->last_good, HISTORY_BAD);
  }
  if (result->first_bad >= 0) {
    result->n_failed_since = count_since (result, result->first_bad, HISTORY_BAD);
    result->n_runs_since = result->n_failed_since + count_since (result, result->first_bad, HISTORY_GOOD);
  }
  for (int i = result->last_good + 1; result->last_good >= 0 && i < result->first_bad; i++)
    result->n_between += result->outcomes[i] == HISTORY_NOT_ASKED;
  result->kind = judge (result, newest);
}

static void
take_known (const HistorySearch *search,
            HistoryResult       *result)
{
  for (guint i = 0; search->known != NULL && i < search->n_builds; i++)
    if (result->outcomes[i] == HISTORY_NOT_ASKED)
      result->outcomes[i] = search->known[i];
}

HistoryResult *
history_search (const HistorySearch *search)
{
  HistoryResult *result = g_new0 (HistoryResult, 1);
  Searcher searcher = { search, result, 0, FALSE };
  int index;

  result->n_builds = search->n_builds;
  result->outcomes = g_new0 (HistoryOutcome, MAX (search->n_builds, 1));
  take_known (search, result);
  while (result->n_asked < search->budget && (index = choose (&searcher)) >= 0) {
    HistoryOutcome outcome = search->probe (index, search->user_data, &result->error);

    result->n_asked++;
    if (result->error != NULL)
      break;
    if (outcome == HISTORY_NOT_ASKED)
      break;
    result->outcomes[index] = outcome;
    take_known (search, result);
  }
  conclude (result);

  return result;
}

void
history_result_free (HistoryResult *result)
{
  if (result == NULL)
    return;

  g_free (result->outcomes);
  g_clear_error (&result->error);
  g_free (result);
}
