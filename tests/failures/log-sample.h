/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "job-log.h"

/* Logs for the tests of all rooms from here up. */

/* Reads TEXT into LOG, which is new, as any log is read. */
void    log_sample_read (JobLog     *log,
                         const char *text);

/* A log of its own with TEXT, by the rules that are shipped (transfer full). */
JobLog *log_sample_new  (const char *text);
