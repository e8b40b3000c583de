/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "failure.h"
#include "log-store.h"
#include "pattern.h"

/* What a log tells of how a failed test is run again, besides its name. */
typedef struct RerunClues RerunClues;

/* STORE has the log's lines. */
RerunClues *rerun_clues_new        (LogStore      *store);
void        rerun_clues_free       (RerunClues    *clues);

/* The line that names FAILURE where PATTERN fits it, else the first one of its part, or NULL. MATCH is
 * about the string that is returned. */
char       *rerun_clues_dup_said   (RerunClues    *clues,
                                    const Pattern *pattern,
                                    PatternMatch  *match,
                                    const Failure *failure);

/* The same with the last line above the part. PATTERN must outlive CLUES, which remember where it
 * was found. */
char       *rerun_clues_dup_ran    (RerunClues    *clues,
                                    const Pattern *pattern,
                                    PatternMatch  *match,
                                    const Failure *failure);

/* The same with the first line below the part, not too far. */
char       *rerun_clues_dup_next   (RerunClues    *clues,
                                    const Pattern *pattern,
                                    PatternMatch  *match,
                                    const Failure *failure);

/* The same with the line that told where FAILURE's test is. */
char       *rerun_clues_dup_place  (RerunClues    *clues,
                                    const Pattern *pattern,
                                    PatternMatch  *match,
                                    const Failure *failure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RerunClues, rerun_clues_free)
