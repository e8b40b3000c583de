/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "width-class.h"

G_BEGIN_DECLS

/* The bar under the log: how many of its last lines are meant, and the buttons that copy.
 * The buttons are actions of the window. Signal: lines-changed (gint64), when the user set
 * another number. */
#define CULPRIT_TYPE_RANGE_BAR (culprit_range_bar_get_type ())
G_DECLARE_FINAL_TYPE (CulpritRangeBar, culprit_range_bar, CULPRIT, RANGE_BAR, GtkWidget)

GtkWidget *culprit_range_bar_new             (void);

/* Shows that the range has LINES of the log's N_LINES, and BYTES. */
void       culprit_range_bar_update          (CulpritRangeBar *bar,
                                              gint64           lines,
                                              gint64           n_lines,
                                              gint64           bytes);

/* Whether the failure is reported already, so that a comment is what comes next, not an issue. */
void       culprit_range_bar_set_reported    (CulpritRangeBar *bar,
                                              gboolean         is_reported);

void       culprit_range_bar_set_width_class (CulpritRangeBar *bar,
                                              WidthClass       width_class);

G_END_DECLS
