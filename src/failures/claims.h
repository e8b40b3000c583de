/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "block.h"
#include "findings.h"

/* How many failures the summaries of runners count that have no sessions, beside how many the log
 * names by then: a summary counts what was named since the last one of its runner or, where it stands
 * above its list, up to the next one. One for which the log names nothing is not believed. */
typedef struct Claims Claims;

Claims   *claims_new     (void);
void      claims_free    (Claims         *claims);

/* BLOCK is a report on a failure. */
void      claims_name    (Claims         *claims,
                          const Block    *block);

/* A summary: RULE says where what it counts stands. OPEN is the block whose part may go on, or NULL. */
void      claims_take    (Claims         *claims,
                          const LineRule *rule,
                          const Block    *open,
                          const char     *text,
                          gsize           length);

/* How many failures that RUNNER's summaries count have no name. */
guint     claims_get_missing (const Claims *claims,
                              const Runner *runner);

/* Adds to FINDINGS, whose failures are known, the failures that the summaries of RUNNER's sessions count. */
void      claims_add     (const Runner   *runner,
                          guint           claimed,
                          Findings       *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Claims, claims_free)
