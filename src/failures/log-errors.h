/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "log-store.h"

/* The lines of a store that somebody who skims it would look at: those that say of themselves that they tell of an error ("ERROR",
 * "FATAL" or "CRITICAL" as a word, "error: " and "Error: " at the end of one, "fatal: ", GitHub's "##[error]"), and those
 * in which the program wrote something in red. What failed is the finder's: see findings.h.
 *
 * One thread looks, another one asks meanwhile. Keeps a bit a line. */
typedef struct LogErrors LogErrors;

LogErrors *log_errors_new            (LogStore     *store);
LogErrors *log_errors_ref            (LogErrors    *errors);
void       log_errors_unref          (LogErrors    *errors);

/* The one that was given. Borrowed. */
LogStore  *log_errors_get_store      (LogErrors    *errors);

/* Looks through the lines that the store has and that were not looked through. Blocks; may be called again once there are
 * more. FALSE where it was cancelled. */
gboolean   log_errors_run            (LogErrors    *errors,
                                      GCancellable *cancellable);

/* Lines that were looked through. */
gint64     log_errors_get_n_searched (LogErrors    *errors);

/* The nearest line after LINE (STEP 1), or before it (STEP -1); 0 where there is none. */
gint64     log_errors_get_next       (LogErrors    *errors,
                                      gint64        line,
                                      int           step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LogErrors, log_errors_unref)
