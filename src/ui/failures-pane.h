/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "job-log.h"
#include "known.h"

G_BEGIN_DECLS

/* What failed, best first, and under it the log's sections.
 *
 * Properties:
 *   selected (int)                index of the selected failure, or -1
 * Signals:
 *   failure-activated (int)       a failure was clicked, or Enter pressed on it
 *   cause-activated (int)         the line of its cause was clicked
 *   section-activated (int64)     first line of the section that was chosen
 *   end-requested                 "Show the End" of the state without a failure
 */
#define CULPRIT_TYPE_FAILURES_PANE (culprit_failures_pane_get_type ())
G_DECLARE_FINAL_TYPE (CulpritFailuresPane, culprit_failures_pane, CULPRIT, FAILURES_PANE, GtkWidget)

GtkWidget *culprit_failures_pane_new    (void);

/* Shows what LOG holds by now; keeps the selection on the same failure. */
void       culprit_failures_pane_update (CulpritFailuresPane *pane,
                                         JobLog              *log);

/* The same, from the parts of a log; the pane keeps references to both. SECTIONS: of Section.
 * COMPLETE says that no more will be found, so that the pane may say that nothing was. */
void       culprit_failures_pane_show   (CulpritFailuresPane *pane,
                                         Findings            *findings,
                                         GPtrArray           *sections,
                                         gboolean             complete);

/* Shows which failures are reported; NULL where that is not known. KNOWN is borrowed until another or NULL is set, and of
 * the failures that are shown, or that culprit_failures_pane_show() shows next. */
void       culprit_failures_pane_set_known (CulpritFailuresPane *pane,
                                            KnownFailures       *known);

/* The index of the failure whose row is at X, Y, or -1. */
int        culprit_failures_pane_get_index_at (CulpritFailuresPane *pane,
                                               double               x,
                                               double               y);

/* Adds the parts that F6 goes round: what failed, and the sections. */
void       culprit_failures_pane_add_regions (CulpritFailuresPane *pane,
                                              GPtrArray           *regions);

/* Puts the keyboard's focus on the selected failure. */
void       culprit_failures_pane_focus  (CulpritFailuresPane *pane);

G_END_DECLS
