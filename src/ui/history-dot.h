/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "history-finding.h"

G_BEGIN_DECLS

/* How a build fared: a green circle passed, a red square with a cross failed, a grey ring has no outcome; a mark under it
 * is the first bad one's. */
#define CULPRIT_TYPE_HISTORY_DOT (culprit_history_dot_get_type ())
G_DECLARE_FINAL_TYPE (CulpritHistoryDot, culprit_history_dot, CULPRIT, HISTORY_DOT, GtkWidget)

GtkWidget *culprit_history_dot_new       (HistoryOutcome      outcome,
                                          gboolean            is_first_bad);

/* "Build 64437, failed, first bad, d93b57e, 5 May 08:31" (transfer full). */
char      *culprit_history_dot_dup_words (const HistoryBuild *build,
                                          HistoryOutcome      outcome,
                                          gboolean            is_first_bad);

/* "5 May 08:31" in local time; "" where that is not known (transfer full). */
char      *culprit_history_dot_dup_time  (gint64              seconds);

/* The first characters of its commit, as git shows it (transfer full). */
char      *culprit_history_dot_dup_commit (const HistoryBuild *build);

G_END_DECLS
