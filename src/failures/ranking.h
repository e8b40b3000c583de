/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "blocks.h"
#include "good-ends.h"
#include "ignored-commands.h"
#include "job-end.h"
#include "unended.h"

/* Puts what was found into the order in which a maintainer wants to see it: reports of the step
 * that failed first, then errors, then what only may be one, last the step's end. */

/* What is known of a log. All is borrowed. */
typedef struct {
  const GPtrArray       *reports;   /* of Block, as those that follow; see blocks.h, by their lines */
  const GPtrArray       *others;
  const BegunTest       *begun;     /* see unended.h */
  const JobEnd          *end;
  const GoodEnds        *good_ends;
  const IgnoredCommands *ignored;
  gint64                 n_lines;
  gboolean               may_have_passed;  /* so may a job of whose end the CI says nothing */
} Evidence;

/* Adds to FAILURES, which has those of the test sessions (of Failure), what EVIDENCE tells. What commands said whose
 * failure counts for nothing is left out, unless the job failed for nothing else. COMPLETE says that no line follows, so
 * that what counts only where nothing better is known is looked at. */
void ranking_apply (GPtrArray      *failures,
                    const Evidence *evidence,
                    gboolean        complete);
