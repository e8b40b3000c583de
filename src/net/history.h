/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "history-source.h"
#include "history-text.h"
#include "job-log.h"

/* Since when does it fail on the branch, whose doing is it, and is it mine? */

/* Requests for one answer, without a token and with one that may see the builds. Where they do not suffice, the answer is a
 * span: HistoryFinding's n_between. */
#define HISTORY_MAX_REQUESTS            20
#define HISTORY_MAX_REQUESTS_WITH_TOKEN 12
#define HISTORY_MAX_REQUESTS_EXACT      200     /* where the answer must be exact */

/* All is borrowed; strings that are not known are NULL or "". */
typedef struct {
  const Profile       *profile;
  const char          *job;
  const char          *test;          /* a job that failed for others is good then */
  const char          *branch;        /* NULL: the profile's main branch */
  const char          *commit;        /* that the log is of */
  const char          *pull_request;  /* that it is of; its number */
  const Failure       *failure;       /* what it looks like, for the suspects; or NULL */
  const char * const  *trace_files;   /* paths in its traceback, or NULL */
  JobLogContext       *context;       /* to read logs with, or NULL: one is made where it is needed */
  gboolean             is_exact;      /* looks for the one build, for HISTORY_MAX_REQUESTS_EXACT */
} HistoryQuestion;

typedef struct {
  HistoryFinding *finding;
  HistoryResult  *result;     /* outcomes by the builds' index */
  GPtrArray      *builds;     /* of HistoryBuild, oldest first */
  char           *warning;    /* what could not be looked at, or NULL */
} History;

/* Blocks. What is known when something goes wrong in the middle is given, with a warning; an error only where nothing is. */
History *history_ask  (Http                   *http,
                       const HistoryQuestion  *question,
                       GCancellable           *cancellable,
                       GError                **error);
void     history_free (History                *history);

/* The finding in the JSON of culprit-cli history (transfer full). */
char    *history_dup_json (const History      *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (History, history_free)
