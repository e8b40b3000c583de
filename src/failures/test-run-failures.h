/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "test-run.h"

/* Adds to FAILURES (of Failure) what RUN's tests failed with, best first. COMPLETE: the log has
 * ended, so that what a session left without a summary counts. RAISED (of Raised) are the
 * exceptions that processes printed, CAUSES (of Runner) the rules that make a cause of them. */
void test_run_add_failures (TestRun         *run,
                            gboolean         complete,
                            const GPtrArray *causes,
                            const GPtrArray *raised,
                            PatternMatch    *match,
                            GPtrArray       *failures);

/* How many failures the sessions' totals count, each test once; -1 where there are none. */
int      test_run_get_claimed (TestRun         *run);
