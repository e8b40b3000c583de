/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "block.h"
#include "lookback.h"

/* The tests whose own output began ("is: begin" in the rules), of all runners, for the failures that are
 * told at its end. */
typedef struct RunningTests RunningTests;

/* Where a test's own output starts. */
typedef struct {
  const Runner *runner;
  char         *suite;
  char         *test;
  gint64        first_line;    /* of its heading */
  gint64        line;
  gint64        end_line;      /* where another one began first, or 0 */
  gboolean      is_heading;    /* above a failure, and above nothing else: it does not tell that a test runs */
  gboolean      may_have_ended; /* nothing tells its end */
} BegunTest;

/* MATCHER is borrowed and must outlive it. */
RunningTests    *running_tests_new   (Matcher *matcher);
void             running_tests_free  (RunningTests *running);

/* Says that the next line is RULE, which has just matched, and starts a test's output. */
void             running_tests_offer (RunningTests   *running,
                                      const LineRule *rule);

/* Takes line NUMBER, the last one of LOOKBACK; the lines above may be the heading of what it starts, and it may go on
 * with the name of what started right above. */
void             running_tests_push  (RunningTests   *running,
                                      const Lookback *lookback,
                                      gint64          number);

/* Whether the next line may go on with the name of the test that began last. */
gboolean         running_tests_is_open (RunningTests *running);

/* TEST does not run any more. */
void             running_tests_end   (RunningTests   *running,
                                      const Runner   *runner,
                                      const char     *suite,
                                      const char     *test);

/* BLOCK's test failed. It does not run any more, unless it only is a heading above all its failures. */
void             running_tests_fail  (RunningTests   *running,
                                      const Block    *block);

/* No test of RUNNER runs any more. */
void             running_tests_end_all (RunningTests *running,
                                        const Runner *runner);

/* Whether the test of RUNNER that began last runs. */
gboolean         running_tests_has   (RunningTests   *running,
                                      const Runner   *runner);

/* The test that began last, of all runners, and runs; NULL: there is none (borrowed). */
const BegunTest *running_tests_get_last (RunningTests *running);

/* Where the output of BLOCK's test began, or NULL (borrowed). A block that names no test gets the name of
 * the one that runs. */
const BegunTest *running_tests_find  (RunningTests *running,
                                      Block        *block);

/* The same of BLOCK's own test, whatever its rule says of the lines above (borrowed). */
const BegunTest *running_tests_find_own (RunningTests *running,
                                         const Block  *block);

/* Adds to RANGES (of LineRange) what tests printed that did not fail. */
void             running_tests_add_quiet (RunningTests *running,
                                          GArray       *ranges);
