/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "block-list.h"

/* Tests that failed, and passed when they were tried again, where no line names them for it: what ran them says that
 * all of a suite passed, or how often it ran them. What failed up to line BAD_LINE did so in a step that
 * has failed for it. */

/* All tests of RUNNER that are of SUITE passed. */
void     tried_again_pass_suite (BlockList    *list,
                                 const Runner *runner,
                                 const char   *suite,
                                 gint64        bad_line);

/* The tests of RUNNER that are listed after line FIRST_LINE were run N_RUNS times as long as they failed: those that
 * did not in the last run passed. */
void     tried_again_settle     (BlockList    *list,
                                 const Runner *runner,
                                 guint         n_runs,
                                 gint64        first_line);
