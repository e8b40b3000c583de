/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arguments.h"
#include "issue.h"
#include "job-log.h"
#include "profile.h"

/* What the commands read: a log, its profile, and the issue that comes of both. Each prints
 * what is wrong on standard error and returns NULL. */

LogSource *input_open_log     (const Arguments *arguments);

/* The same for a log that is still being written. */
LogSource *input_follow_log   (const Arguments *arguments);

/* The log read to its end. Rules of the user's that are broken, and such as were too slow for
 * the log, are told on standard error. */
JobLog    *input_read_log     (const Arguments *arguments,
                               JobLogReadFlags  flags);

/* The window's settings (transfer full), or NULL where their schema is not installed, or does not have KEY. */
GSettings *input_open_settings (const char      *key);

/* Tells ERROR, of reading a log, and where it helps, what to do. Always COMMAND_FAILED. */
CommandStatus input_fail      (const GError    *error);

/* The profile that was named, or the one of the log's repository, or the default. LOG may be NULL. */
Profile   *input_load_profile (const Arguments *arguments,
                               JobLog          *log);

/* The issue of a log; NULL, and told, too, where nothing failed. JOB and COMMIT stand for
 * what the log does not say, or says wrong; NULL leaves it. */
Issue     *input_make_issue   (const Arguments *arguments,
                               JobLog          *log,
                               const char      *job,
                               const char      *commit);
