/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "log-view-font.h"
#include "log-view-palette.h"

G_BEGIN_DECLS

/* The start of the tail range: a line across the log from which a tab hangs at the gutter and
 * a label at the other end, or, while it is out of sight, the tab alone. Role slider: the arrows
 * move it by a line, the page keys by 25.
 *
 * It does not take the pointer: the log view, which knows what is under it, drags it.
 * Signal: moved (int64 lines), by how many lines the range is to grow. */
#define CULPRIT_TYPE_LOG_VIEW_TAIL_EDGE (culprit_log_view_tail_edge_get_type ())
G_DECLARE_FINAL_TYPE (CulpritLogViewTailEdge, culprit_log_view_tail_edge,
                      CULPRIT, LOG_VIEW_TAIL_EDGE, GtkWidget)

#define LOG_VIEW_EDGE_MARGIN 6      /* of the widget, above and below the tab; the line is in its middle */

typedef enum {
  LOG_VIEW_EDGE_HANGING,            /* tab and label below the line, in the first row of the range */
  LOG_VIEW_EDGE_STANDING,           /* above it, since there is no room below */
  LOG_VIEW_EDGE_STUCK,              /* only the tab, in the middle: the line is out of sight */
} LogViewEdgeForm;

/* FONT and PALETTE are borrowed. */
GtkWidget *culprit_log_view_tail_edge_new           (LogFont    *font,
                                                     LogPalette *palette);

/* LINES of N_LINES are in the range, BYTES large (negative: not shown). */
void       culprit_log_view_tail_edge_set_range     (CulpritLogViewTailEdge *edge,
                                                     gint64                  lines,
                                                     gint64                  n_lines,
                                                     gint64                  bytes);

/* NARROW leaves out the tab's grip. */
void       culprit_log_view_tail_edge_set_form      (CulpritLogViewTailEdge *edge,
                                                     LogViewEdgeForm         form,
                                                     gboolean                narrow);

int        culprit_log_view_tail_edge_get_tab_width (CulpritLogViewTailEdge *edge);

G_END_DECLS
