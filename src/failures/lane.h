/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "blocks.h"
#include "test-run.h"

/* What is known of one output among those that a log shows side by side, see lane-prefixes.h. Lane 0 are the
 * log's own lines. */

typedef struct {
  TestRun  *run;          /* or NULL: nothing was seen of the runner */
  gboolean  is_open;      /* every line has to be pushed */
} RunnerState;

typedef struct {
  guint        index;
  char        *name;      /* "" for lane 0 */
  guint        n_states;
  RunnerState *states;    /* one a runner */
  guint        n_open;    /* of these */
  Lookback     lookback;
  Blocks      *blocks;
} Lane;

/* RULES and MATCHER are borrowed and must outlive the lane. */
Lane    *lane_new     (const Rules *rules,
                       Matcher     *matcher,
                       guint        index,
                       const char  *name);
void     lane_free    (Lane        *lane);

/* The lane's tests of RUNNER. */
TestRun *lane_get_run (Lane         *lane,
                       const Runner *runner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lane, lane_free)
