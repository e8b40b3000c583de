/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "log-view-private.h"
#include "log-view-tail-edge.h"

#define TAB_REACH 4            /* pixels around the tab and the line that still are theirs */

gint64
log_view_get_tail_start (CulpritLogView *self)
{
  return self->n_lines - MIN (self->tail_lines, self->n_lines) + 1;
}

gboolean
log_view_is_tail_stuck (CulpritLogView *self)
{
  return log_view_get_line_y (self, log_view_get_tail_start (self)) < self->font.section_height;
}

static gboolean
is_below (CulpritLogView *self)
{
  return log_view_get_line_y (self, log_view_get_tail_start (self)) > gtk_widget_get_height (GTK_WIDGET (self));
}

/* Of the line; where that is out of sight, of the middle of the tab, a whole pixel, which stays in sight. */
static double
get_edge_y (CulpritLogView *self)
{
  int half_section = (self->font.section_height - 1) / 2;
  int half_label = self->font.label_height / 2;

  if (log_view_is_tail_stuck (self))
    return half_section;
  if (is_below (self))
    return gtk_widget_get_height (GTK_WIDGET (self)) - half_label - 2;

  return log_view_get_line_y (self, log_view_get_tail_start (self));
}

static LogViewEdgeForm
get_form (CulpritLogView *self)
{
  if (log_view_is_tail_stuck (self) || is_below (self))
    return LOG_VIEW_EDGE_STUCK;

  return get_edge_y (self) + self->font.label_height + 1 > gtk_widget_get_height (GTK_WIDGET (self))
         ? LOG_VIEW_EDGE_STANDING : LOG_VIEW_EDGE_HANGING;
}

/* The middle of the tab. */
static double
get_tab_y (CulpritLogView *self)
{
  double y = get_edge_y (self);

  switch (get_form (self)) {
    case LOG_VIEW_EDGE_HANGING:
      return y + self->font.label_height / 2.0;
    case LOG_VIEW_EDGE_STANDING:
      return y - self->font.label_height / 2.0;
    case LOG_VIEW_EDGE_STUCK:
    default:
      return y;
  }
}

static void
update_edge (CulpritLogView *self)
{
  CulpritLogViewTailEdge *edge = CULPRIT_LOG_VIEW_TAIL_EDGE (self->tail_edge);
  gint64 lines = MIN (self->tail_lines, self->n_lines);
  gint64 bytes = -1;

  if (self->drag == LOG_VIEW_DRAG_TAIL)
    bytes = log_store_get_n_bytes (self->store, log_view_get_tail_start (self), self->n_lines);

  culprit_log_view_tail_edge_set_form (edge, get_form (self), self->narrow);
  culprit_log_view_tail_edge_set_range (edge, lines, self->n_lines, bytes);
}

void
log_view_set_tail_lines (CulpritLogView *self,
                         gint64          lines)
{
  lines = MAX (lines, 0);
  if (self->tail_lines == lines)
    return;

  self->tail_lines = lines;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "tail-lines");
}

gboolean
log_view_is_on_tail_tab (CulpritLogView *self,
                         double          x,
                         double          y)
{
  double width = culprit_log_view_tail_edge_get_tab_width (CULPRIT_LOG_VIEW_TAIL_EDGE (self->tail_edge));

  if (self->n_lines == 0 || !gtk_widget_get_child_visible (self->tail_edge))
    return FALSE;
  if (log_view_mirror (self, x) <= width + TAB_REACH)
    return fabs (y - get_tab_y (self)) <= self->font.label_height / 2.0 + 2;

  return get_form (self) != LOG_VIEW_EDGE_STUCK && fabs (y - get_edge_y (self)) <= TAB_REACH;
}

void
log_view_drag_tail_to (CulpritLogView *self,
                       double          y)
{
  double top = log_view_get_line_y (self, 1);
  gint64 row = (gint64) round ((MAX (y, self->font.section_height) - top) / self->font.row_height);
  gint64 start = row < log_rows_get_n_rows (self->line_rows) ? log_rows_get_place (self->line_rows, row).line : self->n_lines + 1;

  log_view_set_tail_lines (self, CLAMP (self->n_lines - start + 1, 0, self->n_lines));
}

void
log_view_allocate_tail (CulpritLogView *self)
{
  double y = get_edge_y (self);
  GtkAllocation allocation = {
    0, (int) floor (y) - 2 * (self->font.label_height + LOG_VIEW_EDGE_MARGIN) / 2, gtk_widget_get_width (GTK_WIDGET (self)), 2 * (self->font.label_height + LOG_VIEW_EDGE_MARGIN)
  };

  self->tail_edge_y = y;
  self->tail_edge_form = (int) get_form (self);
  gtk_widget_set_child_visible (self->tail_edge, self->n_lines > 0);
  if (self->n_lines > 0)
    update_edge (self);

  gtk_widget_measure (self->tail_edge, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->tail_edge, &allocation, -1);
}

gboolean
log_view_has_tail_moved (CulpritLogView *self)
{
  return get_edge_y (self) != self->tail_edge_y || (int) get_form (self) != self->tail_edge_form;
}
