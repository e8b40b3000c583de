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

/* At most MAX of them (element-type RecentLog, transfer full), without the local files of which it is known that they are gone. */
GPtrArray *recent_logs_list          (guint max);

/* Puts LOG first. */
void       recent_logs_add           (const RecentLog *log);

/* Looks which of the local files are gone, or there again, each by itself: one on a disk that does not answer stays in the list. */
void       recent_logs_look_for_gone (void);

void       recent_log_free           (RecentLog *log);
