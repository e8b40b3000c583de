/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "job-log.h"

/* The files that the lines of FAILURE, and of its cause, name with a line's number, as tracebacks and compilers do: "a/b.py:12",
 * "File "a/b.py", line 12" (transfer full). Each once, at most 20, in the log's order. LOG has its lines. */
GStrv trace_files_read (JobLog        *log,
                        const Failure *failure);
