/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "http.h"
#include "remote-job.h"

/* Builds and jobs of Buildkite: through its API with a token that may see them, else through the pages that anybody may
 * read. Those are not documented: where they change, an error says so (HTTP_ERROR_ANSWER).
 *
 *   API    GET /v2/organizations/O/pipelines/P/builds/N?include_retried_jobs=true
 *          GET /v2/organizations/O/pipelines/P/builds/N/jobs/ID/log, as text/plain
 *   pages  GET /O/P/builds/N, which gives a cookie; then
 *          GET /O/P/builds/N/data/jobs: {records: [{id, type, name, step_uuid, state, passed, soft_failed, …}], has_next_page}
 *          GET /O/P/builds/N.json: {branch_name, commit_id, pull_request, finished_at, …}
 *          GET /organizations/O/pipelines/P/builds/N/jobs/ID/download, which leads to the log
 */

/* The jobs of build NUMBER (of RemoteJob, transfer full), with the build's commit, branch and pull request as far as they
 * are known. Of a build that has ended the answer is kept. */
GPtrArray    *buildkite_list_jobs (Http          *http,
                                   const char    *organization,
                                   const char    *pipeline,
                                   const char    *number,
                                   GCancellable  *cancellable,
                                   GError       **error);

/* The same for somebody who wants to know how the build stands now: what was kept of one that ended less than a day ago, so
 * that somebody may have retried its jobs since, is asked for again. */
GPtrArray    *buildkite_list_jobs_now (Http          *http,
                                       const char    *organization,
                                       const char    *pipeline,
                                       const char    *number,
                                       GCancellable  *cancellable,
                                       GError       **error);

/* The jobs of a build as the API tells of it, in OBJECT (of RemoteJob, transfer full). */
GPtrArray    *buildkite_read_jobs (const char    *organization,
                                   const char    *pipeline,
                                   JsonObject    *object);

/* Where JOB's log is, for somebody with a token or without (transfer full). */
char         *buildkite_dup_log_url (const RemoteJob *job,
                                     gboolean         with_token);

/* Gets the cookie without which some pages answer nothing, once a session. */
gboolean      buildkite_visit     (Http             *http,
                                   const RemoteJob  *job,
                                   GCancellable     *cancellable,
                                   GError          **error);
