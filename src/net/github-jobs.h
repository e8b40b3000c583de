/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "http.h"
#include "remote-job.h"

/* Jobs of GitHub Actions, and the checks of commits and pull requests wherever they ran.
 *
 *   GET /repos/O/R/actions/runs/ID/jobs?filter=latest&per_page=100: {jobs: [{id, name, status, conclusion, head_sha, …}]}
 *   GET /repos/O/R/actions/jobs/ID
 *   GET /repos/O/R/actions/jobs/ID/logs, which leads to the log; with a token alone, though the repository is public
 *   GET /repos/O/R/pulls/N: {head: {sha}}
 *   GET /repos/O/R/commits/SHA/check-runs?filter=latest&per_page=100: {check_runs: [{id, name, conclusion, details_url, app}]}
 */

/* The jobs of a run (of RemoteJob, transfer full). */
GPtrArray *github_list_run_jobs    (Http          *http,
                                    const char    *owner,
                                    const char    *name,
                                    const char    *run,
                                    GCancellable  *cancellable,
                                    GError       **error);

/* One job, or NULL. */
RemoteJob *github_read_job         (Http          *http,
                                    const char    *owner,
                                    const char    *name,
                                    const char    *id,
                                    GCancellable  *cancellable,
                                    GError       **error);

/* The jobs whose checks COMMIT has failed, of GitHub Actions and of Buildkite, and others of the same builds. */
GPtrArray *github_list_commit_jobs (Http          *http,
                                    const char    *owner,
                                    const char    *name,
                                    const char    *commit,
                                    GCancellable  *cancellable,
                                    GError       **error);

/* The same of the last commit of a pull request. */
GPtrArray *github_list_pull_jobs   (Http          *http,
                                    const char    *owner,
                                    const char    *name,
                                    const char    *pull,
                                    GCancellable  *cancellable,
                                    GError       **error);

/* Where the log of JOB is (transfer full). */
char      *github_dup_log_url      (const RemoteJob *job);
