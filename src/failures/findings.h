/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "failure.h"
#include "lane-prefixes.h"

#define FINDINGS_MAX_PASSED 20000

/* All that the finder has to say about a log. Immutable once made; share it by reference. */
typedef struct {
  GPtrArray *failures;       /* of Failure, best first: what a maintainer would paste */
  GPtrArray *runners;        /* names of the runners seen (utf8), in order */
  GPtrArray *passed;         /* full names of tests that passed (utf8), each once, as far as the log names them; at most
                                FINDINGS_MAX_PASSED */
  GArray    *summaries;      /* of LineRange: the runners' own closing summaries, heading to last line */
  GArray    *endings;        /* of LineRange: the CI's last word */
  GPtrArray *warnings;       /* what was wrong with a rule (utf8); each names file and line */
  LanePrefixes *prefixes;    /* how the lines start of outputs that the log shows side by side; NULL: it has none */
  int        claimed;        /* how many failures the summaries of sessions count, or -1 where none does */
  guint      counted;        /* how many of FAILURES are of their runners */
  guint      unnamed;        /* how many more failures are known than FAILURES has, at least */
  guint      left_out;       /* failures beyond the 2,000 that are kept */
} Findings;

Findings *findings_new   (void);
Findings *findings_ref   (Findings *findings);
void      findings_unref (Findings *findings);

/* A test that passed when it was tried again is not why the job failed. */
void      findings_put_flaky_last (Findings *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Findings, findings_unref)
