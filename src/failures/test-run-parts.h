/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "test-run.h"

/* The tests as they run: where in the log each starts and ends. TRACES may be NULL; the exceptions
 * of a test that passed are forgotten. */

/* TEST starts with line NUMBER. */
void     test_run_start_part   (TestRun    *run,
                                Traces     *traces,
                                const char *test,
                                gint64      number);

/* The test that runs, if any, has ended with line NUMBER. */
void     test_run_end_part     (TestRun    *run,
                                Traces     *traces,
                                Outcome     outcome,
                                gint64      number);

/* Line NUMBER says with WORD what became of TEST, or with "" of the one that runs. */
void     test_run_push_outcome (TestRun    *run,
                                Traces     *traces,
                                const char *word,
                                const char *test,
                                gint64      number);
