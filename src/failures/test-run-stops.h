/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "test-run.h"

/* Why a session ended before its time: it went down (a crash, a time-out), or said that it cannot
 * go on (an internal error, wrong arguments, an interrupt). */

/* Line NUMBER is RULE, a crash, and names TEST or "". */
void     test_run_stop        (TestRun        *run,
                               const LineRule *rule,
                               PatternMatch   *match,
                               const char     *test,
                               gint64          number);

/* Where it went down: a frame, or what belongs to one; MATCH is that of RULE's pattern. Returns
 * whether it belongs to a stop. */
gboolean test_run_push_frame  (TestRun        *run,
                               const LineRule *rule,
                               PatternMatch   *match,
                               gint64          number);

/* What was raised; returns whether it belongs to a stop. */
gboolean test_run_push_reason (TestRun        *run,
                               const LineRule *rule,
                               PatternMatch   *match,
                               gint64          number);

/* A test ended: what went down was not the session. */
void     test_run_goes_on     (TestRun        *run);

/* Whether STOP is what ended its session. */
gboolean test_run_is_stopped  (TestRun        *run,
                               const TestStop *stop);
