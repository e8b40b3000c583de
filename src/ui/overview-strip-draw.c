/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the overview strip draws. */

#include "config.h"

#include <math.h>

#include "overview-strip-private.h"

#define MARK_X         5
#define MARK_WIDTH     4
#define LEAST_MARK     2
#define SELECTED_MARK  3

static double
get_y (CulpritOverviewStrip *self,
       double                line)
{
  double rows = (double) MAX (log_rows_get_n_rows (self->view->line_rows), 1);

  return floor ((double) log_rows_get_row (self->view->line_rows, (gint64) line) / rows * gtk_widget_get_height (GTK_WIDGET (self)));
}

void
overview_strip_get_thumb (CulpritOverviewStrip *self,
                          double               *ret_y,
                          double               *ret_height)
{
  double total = gtk_widget_get_height (GTK_WIDGET (self));
  double upper = gtk_adjustment_get_upper (self->adjustment);
  double page = gtk_adjustment_get_page_size (self->adjustment);
  double value = gtk_adjustment_get_value (self->adjustment);

  *ret_height = MIN (MAX (page / MAX (upper, 1) * total, OVERVIEW_STRIP_LEAST_THUMB), total);
  *ret_y = upper > page ? value / (upper - page) * (total - *ret_height) : 0;
}

static gboolean
is_mirrored (CulpritOverviewStrip *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
fill (CulpritOverviewStrip *self,
      GtkSnapshot          *snapshot,
      const GdkRGBA        *colour,
      double                x,
      double                y,
      double                width,
      double                height)
{
  if (is_mirrored (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  log_shape_fill (snapshot, colour, x, y, width, height);
}

static void
draw_range (CulpritOverviewStrip *self,
            GtkSnapshot          *snapshot,
            int                   width,
            int                   height)
{
  gint64 start = log_view_get_tail_start (self->view);
  double y = MIN (get_y (self, (double) start), height - 2);

  if (start > self->view->n_lines)
    return;

  fill (self, snapshot, &self->palette.range, 1, y, width - 1, height - y);
  fill (self, snapshot, &self->palette.range_edge, 1, y, 2, height - y);
  fill (self, snapshot, &self->palette.range_edge, 1, y, width - 1, 2);
}

static void
draw_mark (CulpritOverviewStrip *self,
           GtkSnapshot          *snapshot,
           const LogMark        *mark,
           int                   width,
           int                   height)
{
  gboolean selected = mark->failure == self->view->selected_failure;
  double scale = width < OVERVIEW_STRIP_WIDTH ? 0.5 : 1;
  double y = get_y (self, (double) mark->first_line);
  double extent = MAX (get_y (self, (double) mark->last_line + 1) - y, LEAST_MARK);
  double thickness = selected ? SELECTED_MARK : LEAST_MARK;
  double head = MIN (y, height - thickness);
  double centre = (MARK_X + MARK_WIDTH / 2.0) * scale;

  fill (self, snapshot, selected ? &self->palette.mark : &self->palette.other_bracket,
        MARK_X * scale, MIN (y, height - extent), MARK_WIDTH * scale, extent);
  if (mark->kind == LOG_MARK_CAUSE)
    log_shape_cause (snapshot, &self->palette, is_mirrored (self) ? width - centre : centre,
                     CLAMP (y, 4, height - 4), 7 * scale + 2, selected);
  else if (mark->kind == LOG_MARK_FAILURE && selected)
    fill (self, snapshot, &self->palette.mark, 3 * scale, head, width - 5 * scale, thickness);
}

static void
draw_marks (CulpritOverviewStrip *self,
            GtkSnapshot          *snapshot,
            int                   width,
            int                   height,
            gboolean              selected)
{
  for (guint i = 0; i < log_marks_get_n (self->view->marks); i++) {
    const LogMark *mark = log_marks_get (self->view->marks, i);

    if ((mark->failure == self->view->selected_failure) == selected)
      draw_mark (self, snapshot, mark, width, height);
  }
}

/* The last line that is drawn in line Y of pixels, or one hidden after it. */
static gint64
get_last_line_at (CulpritOverviewStrip *self,
                  int                   y)
{
  double rows = (double) log_rows_get_n_rows (self->view->line_rows);
  gint64 next = (gint64) ceil ((y + 1) * rows / gtk_widget_get_height (GTK_WIDGET (self)));

  return next < (gint64) rows ? log_rows_get_place (self->view->line_rows, next).line - 1 : G_MAXINT64 - 1;
}

/* A line of pixels is one mark, however much is found in it. */
static void
draw_hits (CulpritOverviewStrip *self,
           GtkSnapshot          *snapshot,
           int                   width,
           int                   height)
{
  LogFind *find = culprit_log_view_get_find (self->view);
  gint64 hit = find != NULL ? log_find_get_next (find, 0, 1) : 0;

  while (hit != 0) {
    int y = (int) get_y (self, (double) hit);

    fill (self, snapshot, &self->palette.hit_current, width / 2.0, MIN (y, height - LEAST_MARK), width / 2.0 - 1, LEAST_MARK);
    if (y + 1 >= height)
      break;
    /* The next one that is not in the same line of pixels. */
    hit = log_find_get_next (find, MAX (get_last_line_at (self, y), hit), 1);
  }
}

static void
draw_errors (CulpritOverviewStrip *self,
             GtkSnapshot          *snapshot,
             int                   width,
             int                   height)
{
  int x = is_mirrored (self) ? OVERVIEW_ERROR_EDGE : width - OVERVIEW_ERROR_WIDTH - OVERVIEW_ERROR_EDGE;
  GdkTexture *dots = overview_errors_get_dots (&self->errors, &self->palette.other_mark, self->view->errors,
                                               self->view->line_rows, height, gtk_widget_get_scale_factor (GTK_WIDGET (self)));

  if (dots != NULL)
    gtk_snapshot_append_texture (snapshot, dots, &GRAPHENE_RECT_INIT ((float) x, 0, OVERVIEW_ERROR_WIDTH, (float) height));
}

static void
draw_thumb (CulpritOverviewStrip *self,
            GtkSnapshot          *snapshot,
            int                   width)
{
  GdkRGBA inside = log_palette_fade (self->palette.bar_text, self->grabbed >= 0 ? 0.22 : 0.12);
  GdkRGBA border = log_palette_fade (self->palette.bar_text, 0.4);
  GskRoundedRect shape;
  double y;
  double height;

  overview_strip_get_thumb (self, &y, &height);
  shape = log_shape_rounded (is_mirrored (self) ? 0.5 : 1.5, y + 0.5, width - 2, height - 1, 3);
  log_shape_fill_rounded (snapshot, &inside, &shape);
  log_shape_outline (snapshot, &border, &shape, 1);
}

void
overview_strip_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  CulpritOverviewStrip *self = CULPRIT_OVERVIEW_STRIP (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  fill (self, snapshot, &self->palette.bar, 0, 0, width, height);
  fill (self, snapshot, &self->palette.border, 0, 0, 1, height);
  if (self->view == NULL || self->adjustment == NULL || self->view->n_lines == 0)
    return;

  draw_range (self, snapshot, width, height);
  draw_marks (self, snapshot, width, height, FALSE);
  draw_hits (self, snapshot, width, height);
  draw_errors (self, snapshot, width, height);
  draw_thumb (self, snapshot, width);
  draw_marks (self, snapshot, width, height, TRUE);
  log_shape_focus (snapshot, &self->palette, widget);
}
