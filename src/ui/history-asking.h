/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "history.h"

/* Asks in a worker since when a failure is on its project's main branch. */

/* All may be let go. FACTS are the log's; JOB is as the user has it; IS_EXACT as in HistoryQuestion. */
void     history_asking_start  (JobLog              *log,
                                const Failure       *failure,
                                Profile             *profile,
                                const JobFacts      *facts,
                                const char          *job,
                                gboolean             is_exact,
                                GObject             *object,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback);

/* The answer (transfer full), or NULL. */
History *history_asking_finish (GAsyncResult        *result,
                                GError             **error);

/* What was asked for. Borrowed. */
const Failure *history_asking_get_failure (GAsyncResult *result);
