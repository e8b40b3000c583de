/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "triage-look.h"

/* Commits whose statuses are asked for, a request each: GitHub answers 60 an hour to those who have no token. */
#define TRIAGE_MAX_COMMITS            45
#define TRIAGE_MAX_COMMITS_WITH_TOKEN 300

/* How the jobs of a branch's commits fared (of TriageRun, sorted, transfer full), as Buildkite told GitHub. Those of pull
 * requests and of other pipelines are left out. Jobs that failed have their names, others their slugs where no other
 * run of theirs tells the name. What could not be read is a warning; an error only where nothing could.
 *
 *   GET /repos/O/R/commits?sha=B&since=…&per_page=100, then each commit's statuses (github-statuses.h), and the
 *       jobs of a build or a few for the names (buildkite.h) */
GPtrArray *triage_statuses_read (const TriageLook  *look,
                                 GError           **error);
