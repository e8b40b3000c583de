/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "issue.h"

#include "verdict-line.h"

/* The sentences about an issue's title, job and commit (transfer full). RET_VERDICT says whether
 * they are to be shown. */
char *issue_verdict_dup_title  (Issue          *issue,
                                CulpritVerdict *ret_verdict);
char *issue_verdict_dup_job    (Issue          *issue,
                                CulpritVerdict *ret_verdict);
char *issue_verdict_dup_commit (Issue          *issue,
                                CulpritVerdict *ret_verdict);
