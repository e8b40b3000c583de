/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "history-source.h"
#include "job-log.h"

/* Looks at the builds of a branch, for as many requests as one may spend. A build's outcome costs one. Whether its job
 * failed for the test that is asked for costs the job's log: one more with a token, else two, and a third the first time,
 * for the page that gives the cookie.
 *
 * What became of the job is taken for the test's outcome first, and the log is read of that one build which this leads to.
 * Where it failed for another test, each failed job that the search comes by has its log read. Prices are those of a first
 * time, whatever is kept: so the same question looks at the same builds again, for no request. */
typedef struct HistoryLooks HistoryLooks;

/* All is borrowed. TEST: NULL or "" for the job as a whole. CONTEXT, to read logs with, may be NULL. */
HistoryLooks  *history_looks_new         (Http           *http,
                                          HistorySource  *source,
                                          const char     *test,
                                          JobLogContext  *context,
                                          GCancellable   *cancellable);
void           history_looks_free        (HistoryLooks   *looks);

/* How many requests may be spent. */
void           history_looks_set_budget  (HistoryLooks   *looks,
                                          guint           n_requests);

guint          history_looks_get_n_left  (HistoryLooks   *looks);    /* requests */

/* Among the newest builds, and in those before where all of these failed. MERGE_BASE, a build's index or -1, moves with
 * them (transfer full). */
HistoryResult *history_looks_search      (HistoryLooks   *looks,
                                          int            *merge_base);

/* What could not be looked at, first of all, or NULL. */
const GError  *history_looks_get_warning (HistoryLooks   *looks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HistoryLooks, history_looks_free)
