/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "draft.h"
#include "secret-list.h"

/* The long texts of a draft, Markdown with secrets masked. A list of tests that is too long for
 * an issue ends with how many more there are. What is masked, and what is personal, is added to
 * SECRETS. */

/* The names of the failed tests, a code span each; what failed where no test is named. */
char *description_dup_tests   (const Draft *draft,
                               SecretList  *secrets);

/* Where it failed, the failing lines, the causes, how to run it again, and at most
 * MAX_LOG_BYTES of the log, folded away. RET_CUT gets how many lines that limit cost, and
 * RET_LOG_BYTES the bytes of the log that are in it. */
char *description_dup_text    (const Draft *draft,
                               gsize        max_log_bytes,
                               SecretList  *secrets,
                               gint64      *ret_cut,
                               gsize       *ret_log_bytes);

/* One of the short texts that a form may ask for: job, environment, rerun; else "". */
char *description_dup_fact    (const Draft    *draft,
                               ProfileContent  content,
                               SecretList     *secrets);

/* The comment for an issue that reports the same. */
char *description_dup_comment (const Draft *draft,
                               SecretList  *secrets);
