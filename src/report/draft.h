/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "job-log.h"
#include "masker.h"
#include "profile.h"

/* What the texts for a tracker are made from, and the short ones of them. What is Markdown has
 * its secrets masked; whoever hands a command out masks it. */
typedef struct {
  JobLog    *log;
  Findings  *findings;
  Profile   *profile;
  JobFacts  *facts;       /* job and commit as the user gave them */
  GPtrArray *listed;      /* of Failure: those of FINDINGS that a text lists; an exit status says
                           * nothing beside what led to it, and is left out */
  gboolean   has_steady;  /* something failed that did not pass when it was tried again */
  GPtrArray *failed;      /* full names of the failed tests (utf8), each once; of those that passed when
                           * they were tried again only where nothing else failed */
  GPtrArray *passed;      /* of those that passed and did not fail as well */
} Draft;

void        draft_init             (Draft    *draft,
                                    JobLog   *log,
                                    Findings *findings,
                                    Profile  *profile);
void        draft_copy             (Draft *draft, const Draft *from);
void        draft_clear            (Draft *draft);

/* Where the issue goes: "owner/name", or "". */
const char *draft_get_repository   (const Draft *draft);

/* Whether the log is of the project's main branch; FALSE where that is not known. */
gboolean    draft_is_on_main       (const Draft *draft);

/* The title; RET_PATTERN is whether it ends in a pattern of the tests. */
char       *draft_dup_title        (const Draft *draft,
                                    gsize        max_characters,
                                    gboolean    *ret_pattern);

/* Where and at which commit it failed, as far as that is known; "" where nothing is. */
char       *draft_dup_environment  (const Draft *draft,
                                    Masker      *masker);

/* "[job](address)", " at commit …", "branch `…`": as much of it as is known. */
void        draft_append_job       (const Draft *draft,
                                    Masker      *masker,
                                    GString     *out);
void        draft_append_commit    (const Draft *draft,
                                    Masker      *masker,
                                    GString     *out);
void        draft_append_branch    (const Draft *draft,
                                    Masker      *masker,
                                    GString     *out);

/* Commands that run the failed tests again, one a line, the last without a line end; or NULL. */
char       *draft_dup_rerun        (const Draft *draft,
                                    gboolean     loop);

/* The command for the first of them, or NULL. */
char       *draft_dup_first_rerun  (const Draft *draft);
