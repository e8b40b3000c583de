/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "issue.h"
#include "job-log.h"

/* The key of the mark (known-key.h) by which ISSUE, which LOG became, is known again where it is sent; or a comment about
 * this log's build, which of a log that names none is one that says the same (transfer full). */
char *post_key_new (Issue    *issue,
                    JobLog   *log,
                    gboolean  is_comment);
