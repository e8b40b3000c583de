/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "fetch.h"
#include "job-log.h"

/* What failed in a job that is somewhere else: its log is fetched, read and forgotten. */

/* The failures of JOB (transfer full); of a log of more than 8 MiB those at its end, where a token lets that be asked for. CONTEXT is made once for many. */
Findings *job_tests_read    (Http             *http,
                             JobLogContext    *context,
                             const RemoteJob  *job,
                             GCancellable     *cancellable,
                             GError          **error);

/* Whether FINDINGS have TEST, whose parameters do not count, among what failed; a log that names no test at all (it did not
 * get that far) is no answer, and FALSE. */
gboolean  job_tests_have    (const Findings   *findings,
                             const char       *test);
