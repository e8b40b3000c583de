/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "address.h"
#include "http.h"
#include "remote-job.h"

/* What CIs told GitHub of a commit. Buildkite tells of each job: contexts "buildkite/ci/SLUG" on the main branch,
 * "buildkite/ci/pr/SLUG" on a pull request, and of the whole build without a slug. */

typedef enum {
  GITHUB_STATUS_PENDING,
  GITHUB_STATUS_SUCCESS,
  GITHUB_STATUS_FAILURE,
  GITHUB_STATUS_ERROR,      /* it could not run: canceled, no agent */
} GithubStatusState;

/* Strings are never NULL. */
typedef struct {
  char              *context;
  GithubStatusState  state;
  char              *url;          /* of the job or the build */
  gint64             updated_at;   /* seconds since 1970 */
} GithubStatus;

/* A job of a branch's builds. */
typedef struct {
  const char *organization;
  const char *pipeline;     /* "": of any, of any organization */
  const char *slug;         /* "": the whole build */
} GithubStatusJob;

/* The last status of each context of COMMIT in REPOSITORY ("owner/name"), of GithubStatus (transfer full). The answer is
 * kept with its ETag, and, where nothing is pending any more and the commit is older than a day, for good. With WANTED no
 * page is asked for after the one that has that job; NULL: all are.
 *
 *   GET /repos/O/R/commits/SHA/status?per_page=100: {statuses: [{context, state, target_url, updated_at}]} */
GPtrArray  *github_list_statuses (Http                   *http,
                                  const char             *repository,
                                  const char             *commit,
                                  const GithubStatusJob  *wanted,
                                  GCancellable           *cancellable,
                                  GError                **error);

/* Whether that comes without a request, from the first page on. */
gboolean    github_has_statuses  (Http          *http,
                                  const char    *repository,
                                  const char    *commit);

/* The job of Buildkite that STATUS, whose URL is ADDRESS, tells of: by its slug, and where the URL leads to no job
 * without an id (transfer full). */
RemoteJob  *github_status_make_job  (const GithubStatus *status,
                                     const Address      *address);

/* Whether STATUS, whose URL is ADDRESS (NULL: none), is of a build of PIPELINE, where that is not "" one of ORGANIZATION's,
 * or of a job in it. One of a pull request's build, which the same commit may have as well, is not. */
gboolean    github_status_is_of_branch (const GithubStatus *status,
                                        const Address      *address,
                                        const char         *organization,
                                        const char         *pipeline);

/* The slug of the job that STATUS is of, borrowed from it; "" where it is of a whole build, NULL where it is none of
 * Buildkite's. */
const char *github_status_get_slug (const GithubStatus *status);
