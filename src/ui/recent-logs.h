/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* The logs that were opened last, newest first. They are kept in the settings, which tell by "changed::recent" of what comes
 * and goes. */
typedef struct {
  char   *uri;
  char   *job;         /* or the log's name */
  char   *summary;     /* names of the failing tests, or what failed; "" where nothing did */
  char   *kind;        /* of the first failure: "failed"; "" where nothing failed */
  gint64  time;        /* when it was opened, in seconds since 1970 UTC */
} RecentLog;

/* At most MAX of them (element-type RecentLog, transfer full). */
GPtrArray *recent_logs_list        (guint max);

/* Puts LOG first. */
void       recent_logs_add         (const RecentLog *log);

/* Takes out the local files that are gone, once each has answered for itself: one on a disk that does not answer stays. */
void       recent_logs_forget_gone (void);

void       recent_log_free         (RecentLog *log);
