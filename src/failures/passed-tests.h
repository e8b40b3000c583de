/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "block-list.h"

/* The tests that passed, of all runners without sessions. One that failed before is flaky. */
typedef struct PassedTests PassedTests;

/* LIST, of what failed, is borrowed and must outlive them. */
PassedTests     *passed_tests_new        (BlockList      *list);
void             passed_tests_free       (PassedTests    *passed);

/* TEST in PLACE (or NULL) and of SUITE ("" where it is not told, or only later) passed. What failed up to line BAD_LINE did so in a step
 * that has failed for it. */
void             passed_tests_add        (PassedTests    *passed,
                                          const Runner   *runner,
                                          Place          *place,
                                          const char     *suite,
                                          const char     *test,
                                          gint64          bad_line);

/* The tests of RUNNER that passed since this was said the last time are of SUITE. */
void             passed_tests_name_suite (PassedTests    *passed,
                                          const Runner   *runner,
                                          const char     *suite,
                                          gint64          bad_line);

/* Their names, each once, at most 20,000 (element-type utf8, borrowed). */
const GPtrArray *passed_tests_get_names  (PassedTests    *passed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PassedTests, passed_tests_free)
