/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "log-sample.h"

/* Logs and findings for the tests of this room. */

/* A log of N lines "line 1", "line 2", … */
JobLog  *sample_log_of_lines (guint n);

/* A failure of pytest; the part that explains it is lines FIRST to LAST. */
Failure *sample_failure_new  (const char *test,
                              const char *message,
                              gint64      line,
                              gint64      first,
                              gint64      last);

/* Gives FAILURE a cause on LINE, with its traceback from FIRST on. */
void     sample_add_cause    (Failure    *failure,
                              const char *exception,
                              const char *message,
                              const char *process,
                              gint64      first,
                              gint64      line);

/* Sets a member that holds a string. */
void     sample_set          (char       **member,
                              const char  *value);
