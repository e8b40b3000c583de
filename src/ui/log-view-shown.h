/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "line-set.h"

G_BEGIN_DECLS

/* Which lines of a log are shown: all, which takes no room, or a bit for each. Lines count from 1. */
#define LOG_SHOWN_WORD_LINES 64

typedef struct {
  gint64   n_lines;
  LineSet  set;              /* empty where all are shown */
  gboolean gaps;             /* there is something to see where lines are hidden */
} LogShown;

void     log_shown_init         (LogShown *shown);
void     log_shown_clear        (LogShown *shown);
void     log_shown_set_all      (LogShown *shown,
                                 gint64    n_lines);

/* See log_rows_begin() and those after it. */
void     log_shown_begin        (LogShown *shown,
                                 gint64    n_lines,
                                 gboolean  is_shown,
                                 gboolean  gaps);
void     log_shown_hide         (LogShown *shown,
                                 gint64    first,
                                 gint64    last);
guint64 *log_shown_get_words    (LogShown *shown,
                                 gsize    *ret_n_words);
void     log_shown_end          (LogShown *shown);

gboolean log_shown_hides        (const LogShown *shown);
gboolean log_shown_has          (const LogShown *shown,
                                 gint64          line);
gint64   log_shown_get_next     (const LogShown *shown,
                                 gint64          line,
                                 int             step);
gint64   log_shown_count        (const LogShown *shown,
                                 gint64          first,
                                 gint64          last);
GBytes  *log_shown_copy         (const LogShown *shown);

/* A bit for each of the lines 64 * WORD on: it is shown; it is, and the one before it is not, for which there is a gap. */
guint64  log_shown_get_word     (const LogShown *shown,
                                 gint64          word);
guint64  log_shown_get_gaps     (const LogShown *shown,
                                 gint64          word);
gboolean log_shown_has_gap      (const LogShown *shown,
                                 gint64          line);
gboolean log_shown_has_last_gap (const LogShown *shown);

G_END_DECLS
