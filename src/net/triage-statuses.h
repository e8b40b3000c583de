/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "triage-look.h"

/* The newest commits that are looked at. */
#define TRIAGE_MAX_COMMITS  300

/* Requests for their statuses, one or two a commit, to those who have no token: GitHub answers 60 an hour. What is kept of an
 * earlier look costs none. */
#define TRIAGE_MAX_REQUESTS 45

/* How the jobs of a branch's commits fared (of TriageRun, sorted, transfer full), as Buildkite told GitHub. Those of pull
 * requests and of other pipelines are left out. Jobs that failed have their names, others their slugs where no other
 * run of theirs tells the name. What could not be read is a warning; an error only where nothing could.
 *
 *   GET /repos/O/R/commits?sha=B&since=…&per_page=100, then each commit's statuses (github-statuses.h), and the
 *       jobs of a build or a few for the names (buildkite.h) */
GPtrArray *triage_statuses_read (const TriageLook  *look,
                                 GError           **error);
