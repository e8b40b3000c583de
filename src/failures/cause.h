/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rule.h"

/* Whether MESSAGE only says that something went wrong elsewhere. */
gboolean      cause_is_echo (const Runner     *runner,
                             PatternMatch     *match,
                             const char       *message);

/* Whether MESSAGE says that something that tests share is gone: what made one of them fail may be
 * why the next ones do. */
gboolean      cause_is_lasting (const Runner     *runner,
                                PatternMatch     *match,
                                const char       *message);

/* How far from its test's own lines the cause of a failure may stand. */
typedef enum {
  REACH_OWN,
  REACH_ABOVE,     /* above them, … */
  REACH_BELOW,     /* … and below them, where logs of other processes are printed at last */
} CauseReach;

/* The exception among RAISED (of Raised) that a failure with MESSAGE follows from; it stands in
 * one of RANGES. An echo may follow from any of them, a vague message from those that another
 * process did not get over, and a message of its own only from one that ended another process. What
 * ended a process goes before what did not, that of a process with a name before one without, and
 * what its process got over comes last. Of the same sort the earliest counts, and of several in a row that quote each other or follow from each other
 * the one at their root.
 *
 * Of several processes that ended, the one that an echo names goes before all others (named-server.h).
 *
 * Where REACH says that RANGES are not those of the failure's own test, only an echo follows from any, and only from what
 * ended a process: above, the nearest that no test printed that passed; below, the first of another process. What a process
 * raised that runs tests itself is never why those elsewhere fail. LANE is the name of the output that the test's own lines
 * are in, or "". NULL where nothing points to one (transfer full). */
FailureCause *cause_find    (const Runner     *runner,
                             PatternMatch     *match,
                             const GPtrArray  *raised,
                             const char       *lane,
                             const char       *message,
                             CauseReach        reach,
                             const LineRange  *ranges,
                             guint             n_ranges);
