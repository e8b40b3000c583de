/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "block.h"
#include "claims.h"
#include "running-tests.h"

/* Failures that one line names and the lines round it explain ("is: failure" in the rules), of
 * all runners. Unlike test-run.h, nothing has to be known of how the runner goes about its work.
 */

typedef struct Blocks Blocks;

/* MATCHER is borrowed and must outlive the blocks, which are those of LANE, see lane.h. */
Blocks          *blocks_new        (Matcher *matcher,
                                    guint    lane);
void             blocks_free       (Blocks  *blocks);

/* Says that line NUMBER is RULE, which has just matched and tells where its runner is. */
void             blocks_take_place (Blocks         *blocks,
                                    const LineRule *rule,
                                    gint64          number);

/* Says that the next line is RULE, which has just matched and tells how often the tests above were run. */
void             blocks_take_runs  (Blocks         *blocks,
                                    const LineRule *rule);

/* Says that the next line is RULE, which has just matched; to be called for each runner that knows
 * the line. "nothing" makes that the line is no error and no word, what the CI says that
 * it is no failure at all. */
void             blocks_offer      (Blocks         *blocks,
                                    const LineRule *rule,
                                    const char     *text,
                                    gsize           length);

/* Says that the next line, which is RULE, counts failures, see claims.h. */
void             blocks_count      (Blocks         *blocks,
                                    const LineRule *rule,
                                    const char     *text,
                                    gsize           length);

/* The test that began last and runs, or NULL (borrowed). */
const BegunTest *blocks_get_running (Blocks        *blocks);

/* Whether RULE counts only while a test runs, and none does. */
gboolean         blocks_is_idle    (Blocks         *blocks,
                                    const LineRule *rule);

/* Adds to RANGES (of LineRange) what tests printed that did not fail. */
void             blocks_add_quiet  (Blocks         *blocks,
                                    GArray         *ranges);

/* What the runners' summaries count (borrowed). */
Claims          *blocks_get_claims (Blocks         *blocks);

/* Whether it makes a difference that the next line is "nothing". */
gboolean         blocks_may_be_nothing (Blocks      *blocks);

/* Takes line NUMBER, which is the last one of LOOKBACK. Returns whether what is known changed. */
gboolean         blocks_push       (Blocks         *blocks,
                                    const Lookback *lookback,
                                    const char     *text,
                                    gsize           length,
                                    gint64          number);

/* Whether what RULE, which has just matched, says of a suite is known, see suite-ends.h. */
gboolean         blocks_is_told    (Blocks         *blocks,
                                    const LineRule *rule);

/* Whether the next line has to be pushed though nothing was offered. */
gboolean         blocks_is_open    (Blocks  *blocks);

/* The runners' own reports so far, in the order of their lines: of Block (borrowed). */
const GPtrArray *blocks_get_reports (Blocks *blocks);

/* The same of errors, words and echoes: the first few and the last ones. */
const GPtrArray *blocks_get_others  (Blocks *blocks);

/* No line follows: what is open ends with the last one. */
void             blocks_finish      (Blocks *blocks);

/* Names of the tests that passed (element-type utf8, borrowed). */
const GPtrArray *blocks_get_passed (Blocks  *blocks);

/* How many reports there were beyond those that are kept. */
guint            blocks_get_n_left_out (Blocks *blocks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Blocks, blocks_free)
