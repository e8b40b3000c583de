/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "log-store.h"

/* What the gutter says of the times of lines.
 *
 * The time of day is that of the user's own time zone, in the locale's way, whichever zone the log was written in; a log
 * whose stamps have no date does not tell its zone, and shows what it says. "Since the start" counts from the first line
 * that has a time, "since the line before" from the nearest line above that has one. A line without a time has none of them.
 */
typedef enum {
  LOG_TIMES_NONE,
  LOG_TIMES_OF_DAY,          /* "08:11:40" */
  LOG_TIMES_SINCE_START,     /* "0:07", "12:34", "1:02:03" */
  LOG_TIMES_SINCE_LINE,      /* "+1.2 s", "+12:34"; nothing below a tenth of a second */
} LogTimesKind;

/* "none", "time-of-day", "since-start", "since-line", as in the settings; what is none of them is "none". */
const char   *log_times_kind_to_string   (LogTimesKind  kind);
LogTimesKind  log_times_kind_from_string (const char   *string);

typedef struct {
  LogStore   *store;         /* or NULL */
  StoredLine  line;          /* the one at hand */
  gint64      n_looked;      /* lines that were looked through for the first time */
  gint64      first_line;    /* that has a time, or 0 */
  gint64      first;         /* milliseconds, as the lines' */
  gint64      last;
  gint64      slow;          /* milliseconds from which on a gap is far above the others */
} LogTimes;

void     log_times_init       (LogTimes *times);
void     log_times_clear      (LogTimes *times);

/* Takes STORE, which may be NULL, as one with new lines. */
void     log_times_set_store  (LogTimes *times,
                               LogStore *store);

/* Looks at what the store holds by now, a few lines of it. TRUE where texts may be others than before. */
gboolean log_times_update     (LogTimes *times);

/* Whether a line has a time, as far as that is known: a log is given up on where none of its first 5,000 lines has. */
gboolean log_times_has_any    (const LogTimes *times);

/* What is shown at LINE, or NULL (transfer full). RET_SLOW: it is a gap far above the others, twenty times the mean of all;
 * in a short log, a tenth of all its time, but five times the mean at least; and never less than a second. */
char    *log_times_dup_text   (LogTimes     *times,
                               LogTimesKind  kind,
                               gint64        line,
                               gboolean     *ret_slow);

/* A text that hardly any of these is wider than (transfer full). */
char    *log_times_dup_widest (LogTimes     *times,
                               LogTimesKind  kind);
