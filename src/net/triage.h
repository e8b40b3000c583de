/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "triage-look.h"
#include "triage-row.h"

/* What fails on a project's main branch now, and which of it nobody has reported: from Buildkite's Test Engine with a token
 * that may see it (triage-engine.h), else from what Buildkite told GitHub of the branch's commits and the logs of the jobs
 * that failed, which anybody may read (triage-statuses.h). Pull requests' failures are left out. */

#define TRIAGE_DEFAULT_DAYS 2
#define TRIAGE_MAX_DAYS     14

/* Logs that are downloaded where nothing else is said. Buildkite answers 50 requests a minute to a user of its API. */
#define TRIAGE_DEFAULT_LOGS 40

typedef struct {
  guint           n_days;       /* 0: as many as by default */
  guint           max_logs;     /* that are downloaded; what is kept of an earlier look costs nothing. 0: as many as by default */
  TriageProgress  progress;     /* called in the worker's thread, or NULL */
  gpointer        user_data;
} TriageOptions;

typedef struct {
  gint64     since;        /* seconds since 1970 */
  char      *branch;
  GPtrArray *rows;         /* of TriageRow, sorted (triage_rows_sort()), those that always fail first */
  guint      n_always;     /* of these: tests that always fail */
  guint      n_unnamed;    /* jobs that failed without a test, as far as their logs were read */
  guint      n_unread;     /* jobs that failed and whose logs were not read, where the rows come from such */
  gboolean   has_issues;   /* the tracker was read: a row without issues is not reported */
  GPtrArray *warnings;     /* what could not be read (element-type utf8); one line each */
} Triage;

/* Blocks. What is known when something cannot be read is given, with warnings; an error only where nothing is. OPTIONS may be
 * NULL. */
Triage *triage_read             (Http                 *http,
                                 const Profile        *profile,
                                 const TriageOptions  *options,
                                 GCancellable         *cancellable,
                                 GError              **error);
void    triage_free             (Triage               *triage);

/* Rows that do not always fail; RET_N_NEW, which may be NULL: those of them that are not reported. */
guint   triage_count            (const Triage         *triage,
                                 guint                *ret_n_new);

/* The JSON of culprit-cli triage, WITH_ALWAYS with the tests that always fail: {since, branch, tests: [{test, jobs, runs,
 * failed, reliability, last_failed: {build, url}, issues}], hidden}; what is not known is not there (transfer full). */
char   *triage_dup_json         (const Triage         *triage,
                                 gboolean              with_always);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Triage, triage_free)
