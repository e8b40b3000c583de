/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Times in seconds since 1970, as services write them and are asked for them. */

#define SECONDS_A_DAY (24 * 60 * 60)

/* Seconds after which nobody runs a job of a build or a commit again, as a rule. */
#define SECONDS_TO_SETTLE SECONDS_A_DAY

/* "2026-05-07T08:11:40Z", or "" where there is no such time (transfer full). */
char *utc_time_dup_text (gint64 seconds);
