/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* The logs that were opened last, newest first. They are kept in the settings; only logs that
 * can be opened again are among them. */
typedef struct {
  char   *uri;
  char   *job;         /* or the log's name */
  char   *summary;     /* names of the failing tests, or what failed; "" where nothing did */
  char   *kind;        /* of the first failure: "failed"; "" where nothing failed */
  gint64  time;        /* when it was opened, in seconds since 1970 UTC */
} RecentLog;

/* At most MAX of them (element-type RecentLog, transfer full). Local files that are gone are
 * left out. */
GPtrArray *recent_logs_list  (guint max);

/* Puts LOG first. */
void       recent_logs_add   (const RecentLog *log);

void       recent_log_free   (RecentLog *log);
