/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings.h"
#include "lanes.h"
#include "traces.h"

/* What the failures of a log may follow from. All is borrowed. */
typedef struct {
  const Lanes     *lanes;
  const GPtrArray *runners;   /* of Runner: those that gather exceptions */
  const GPtrArray *raised;    /* of Raised, or NULL */
  const GArray    *steps;     /* of gint64: the lines where the CI's steps start, in order */
  PatternMatch    *match;
} Causes;

/* Tells what was raised in a test that did not fail, or by what runs tests of its own. To be called before any
 * cause is looked for. */
void causes_mark  (const Causes *causes);

/* Looks for the causes of FINDINGS' tests that have none yet: within the test's own lines, then above them in the same
 * step and since the tests before it ended, then in the logs of other processes below all
 * tests. */
void causes_apply (const Causes *causes,
                   Findings     *findings);
