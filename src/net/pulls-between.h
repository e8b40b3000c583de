/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "http.h"
#include "pull.h"

/* What was merged between two commits, and what a pull request stands on.
 *
 *   GET /repos/O/R/compare/A...B: {html_url, merge_base_commit: {sha, commit}, total_commits,
 *       commits: [{sha, commit: {message}, author}], files: [{filename}]}; of many commits no more than 250
 *   GET /repos/O/R/commits?sha=B&path=FILE&per_page=20: [{sha, commit: {message, committer: {date}}, author}]
 */
typedef struct {
  char      *url;          /* of the comparison's page */
  char      *merge_base;   /* hash of the commit that both have in common */
  gint64     merge_time;   /* when that was committed, in seconds since 1970 */
  GPtrArray *pulls;        /* of Pull, oldest first: those whose number stands in their commit's subject "… (#12)" */
  guint      n_unlisted;   /* commits besides, which GitHub did not tell of */
  GStrv      files;        /* that all of it changes together */
} PullsBetween;

/* TELLING_FILES, or NULL: paths that the caller wants to know of which of the pulls changes them, one request each for the
 * first MAX_FILES of them that were changed at all; a pull's "files" are no more than these, but where there is only one. Of a long
 * comparison GitHub tells no more than a part; those of the rest that change such a file come last in "pulls". */
PullsBetween *pulls_between_read (Http                *http,
                                  const char          *repository,
                                  const char          *base,
                                  const char          *head,
                                  const char * const  *telling_files,
                                  guint                max_files,
                                  GCancellable        *cancellable,
                                  GError             **error);
void          pulls_between_free (PullsBetween        *between);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PullsBetween, pulls_between_free)
