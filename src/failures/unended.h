/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "job-end.h"
#include "running-tests.h"

/* The test that ran when its process went down, or when the CI stopped the job: no line says that it failed.
 *
 * Names BEGUN, the test that began last and did not end (NULL: there is none), in the first of FAILURES (of Failure) that
 * is a crash of no other test and stands below its begin; else adds it, where a crash among OTHERS (of Block) or END says
 * why it did not end. Failures of tests of which only that is known are told the same way. No line follows. */
void unended_apply (GPtrArray       *failures,
                    const GPtrArray *others,
                    const BegunTest *begun,
                    const JobEnd    *end);
