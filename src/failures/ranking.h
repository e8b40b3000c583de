/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "blocks.h"
#include "good-ends.h"
#include "job-end.h"
#include "unended.h"

/* Puts what was found into the order in which a maintainer wants to see it: reports of the step
 * that failed first, then errors, then what only may be one, last the step's end. */

/* Adds to FAILURES, which has those of the test sessions (of Failure), what REPORTS, OTHERS (of Block, see
 * blocks.h, by their lines), BEGUN (see unended.h), END and GOOD_ENDS know. The log has N_LINES. MAY_HAVE_PASSED: so may a job of whose end the
 * CI says nothing. COMPLETE
 * says that no line follows, so that what counts only where nothing better is known is looked at. */
void ranking_apply (GPtrArray       *failures,
                    const GPtrArray *reports,
                    const GPtrArray *others,
                    const BegunTest *begun,
                    const JobEnd    *end,
                    const GoodEnds  *good_ends,
                    gint64           n_lines,
                    gboolean         may_have_passed,
                    gboolean         complete);
