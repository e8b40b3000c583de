/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings.h"
#include "log-store.h"

/* Where in a log failures and their causes are, as its view and its strip show them. */
typedef enum {
  LOG_MARK_FAILURE,          /* the part that explains a failure */
  LOG_MARK_CAUSE,            /* the part that explains its cause */
  LOG_MARK_SUMMARY,          /* the line that names it, away from the other two */
} LogMarkKind;

typedef struct {
  LogMarkKind kind;
  int         failure;       /* index into the findings */
  gint64      first_line;
  gint64      last_line;
  GArray     *why;           /* of gint64: the lines that say why; NULL until it was asked for */
} LogMark;

typedef struct LogMarks LogMarks;

LogMarks      *log_marks_new         (Findings *findings,
                                      LogStore *store);
void           log_marks_free        (LogMarks *marks);

/* In the order of the log. NULL has none. */
guint          log_marks_get_n       (LogMarks *marks);
const LogMark *log_marks_get         (LogMarks *marks,
                                      guint     index);

/* The marks that touch the lines FIRST to LAST, those of failure SELECTED last, so that who
 * draws them in this order draws the selected one on top: appends const LogMark * to FOUND. */
void           log_marks_collect     (LogMarks  *marks,
                                      gint64     first,
                                      gint64     last,
                                      int        selected,
                                      GPtrArray *found);

/* The one of the collected marks that stands on top on LINE, or NULL. */
const LogMark *log_marks_find        (GPtrArray *found,
                                      gint64     line);

/* Whether LINE is one that says why: it has the failure's message, or continues it. */
gboolean       log_marks_says_why    (LogMarks      *marks,
                                      const LogMark *mark,
                                      gint64         line);

/* The mark of KIND of a failure, or NULL. */
const LogMark *log_marks_get_of      (LogMarks    *marks,
                                      int          failure,
                                      LogMarkKind  kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LogMarks, log_marks_free)
