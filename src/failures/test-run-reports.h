/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "test-run.h"

/* The runner's reports, one on each failure. MATCH is that of RULE's pattern. */

/* Line NUMBER is the heading of a report on TEST. */
void     test_run_start_report  (TestRun        *run,
                                 const char     *test,
                                 gint64          number);

/* The open report, if any, ends with line NUMBER. */
void     test_run_end_report    (TestRun        *run,
                                 gint64          number);

/* Line NUMBER tells what was raised, or where. */
void     test_run_push_detail   (TestRun        *run,
                                 const LineRule *rule,
                                 PatternMatch   *match,
                                 gint64          number);
void     test_run_push_location (TestRun        *run,
                                 const LineRule *rule,
                                 PatternMatch   *match,
                                 gint64          number);
