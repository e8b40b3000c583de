/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "triage-look.h"

/* The tests of a branch that fail (of TriageRow, transfer full), as Buildkite's Test Engine counts them, with a token that may
 * see the organization's suite. In which jobs they failed, and when last, it does not tell: that is from the logs of the
 * branch's failed jobs, as far as they are needed for it; what could not be read of these is a warning.
 *
 *   GET /v2/analytics/organizations/O/suites/S/tests?branch=B&min_timestamp=…&tags=result:~failed&sort_by=reliability
 *       &order=asc, with the header "Buildkite-Version: 2026-08-01": [{scope, name, file_name, reliability,
 *       executions_count_by_result: {passed, failed}}]; buildkite.com/docs/apis/rest-api/test-engine/tests
 *   GET /v2/organizations/O/pipelines/P/builds?branch=B&created_from=…&job_states[]=failed: [{number, jobs}] */
GPtrArray *triage_engine_read      (const TriageLook  *look,
                                    GError           **error);

/* The full name of a test, as its runner spells it in a log, from what Test Engine has of it (transfer full). */
char      *triage_engine_dup_name  (const char        *scope,
                                    const char        *name,
                                    const char        *file_name);
