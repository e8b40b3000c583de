/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "lane.h"

Lane *
lane_new (const Rules *rules,
          Matcher     *matcher,
          guint        index,
          const char  *name)
{
  Lane *lane = g_new0 (Lane, 1);

  lane->index = index;
  lane->name = g_strdup (name);
  lane->n_states = rules->runners->len;
  lane->states = g_new0 (RunnerState, lane->n_states + 1);
  lane->blocks = blocks_new (matcher, index);

  return lane;
}

void
lane_free (Lane *lane)
{
  if (lane == NULL)
    return;

  for (guint i = 0; i < lane->n_states; i++)
    test_run_free (lane->states[i].run);
  g_free (lane->states);
  g_free (lane->name);
  blocks_free (lane->blocks);
  g_free (lane);
}

TestRun *
lane_get_run (Lane         *lane,
              const Runner *runner)
{
  RunnerState *state = &lane->states[runner->index];

  if (state->run == NULL) {
    state->run = test_run_new (runner);
    state->run->lane = lane->name;
  }

  return state->run;
}
