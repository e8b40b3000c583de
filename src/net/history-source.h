/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "history-finding.h"
#include "http.h"
#include "profile.h"
#include "remote-job.h"

/* The builds of a branch, and how one job fared in them: from Buildkite's API with a token that may see them, else from
 * what Buildkite told GitHub of each commit, a status a job. What was asked is remembered.
 *
 *   GET /v2/organizations/O/pipelines/P/builds?branch=B&created_from=…&exclude_jobs=true&per_page=100, then with their
 *       jobs the few that one is among: several next to each other tell a break from a flake, and cost one request
 *   GET /repos/O/R/commits?sha=B&since=…&per_page=100, then the commit's statuses (github-statuses.h)
 */
typedef struct HistorySource HistorySource;

/* No more is looked at, whichever is less. */
#define HISTORY_MAX_DAYS   14
#define HISTORY_MAX_BUILDS 200

/* The newest builds of BRANCH, of which JOB, a name or a slug, is asked for. */
HistorySource      *history_source_new       (Http           *http,
                                              const Profile  *profile,
                                              const char     *job,
                                              const char     *branch,
                                              GCancellable   *cancellable,
                                              GError        **error);
void                history_source_free      (HistorySource  *source);

/* Builds that are older than those that are there: a list of them is asked for only where it is needed, which moves all
 * indexes by how many came (0: there were none). -1 with ERROR. */
gboolean            history_source_has_more  (HistorySource  *source);
int                 history_source_list_more (HistorySource  *source,
                                              GCancellable   *cancellable,
                                              GError        **error);

/* Whether it is Buildkite's API that tells of several builds at once. */
gboolean            history_source_has_api   (HistorySource  *source);

/* Oldest first. */
guint               history_source_get_n     (HistorySource  *source);
const HistoryBuild *history_source_get_build (HistorySource  *source,
                                              guint           index);

/* When it was created, or its commit committed, in seconds since 1970. */
gint64              history_source_get_time  (HistorySource  *source,
                                              guint           index);

/* What is known of it without asking: HISTORY_NONE of what was skipped or cancelled or still runs; or what was asked. */
HistoryOutcome      history_source_get_outcome (HistorySource *source,
                                                guint          index);

/* How the job's last attempt fared; not HISTORY_NOT_ASKED. */
HistoryOutcome      history_source_ask       (HistorySource  *source,
                                              guint           index,
                                              GCancellable   *cancellable,
                                              GError        **error);

/* The job of a build that was asked for, or NULL where it has none. Borrowed. */
const RemoteJob    *history_source_get_job   (HistorySource  *source,
                                              guint           index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HistorySource, history_source_free)
