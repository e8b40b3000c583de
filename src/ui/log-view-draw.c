/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "log-view-private.h"

static void
fill (GtkSnapshot   *snapshot,
      const GdkRGBA *colour,
      double         x,
      double         y,
      double         width,
      double         height)
{
  if (colour->alpha > 0 && width > 0 && height > 0)
    gtk_snapshot_append_color (snapshot, colour,
                               &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

/* What the row of LINE is tinted with, or NULL. */
static const GdkRGBA *
get_tint (CulpritLogView *self,
          gint64          line)
{
  const LogMark *mark = log_marks_find (self->found, line);
  gboolean why;

  if (mark == NULL)
    return NULL;

  why = log_marks_says_why (self->marks, mark, line);
  if (mark->failure == self->selected_failure)
    return why ? &self->palette.failure_line : &self->palette.failure;

  return why ? &self->palette.other_line : &self->palette.other;
}

static void
draw_outline (CulpritLogView *self,
              GtkSnapshot    *snapshot,
              gint64          first,
              gint64          last)
{
  GdkRGBA colour = self->palette.outline;
  GskRoundedRect rect;
  float left = (float) log_view_get_text_left (self);
  float width = (float) log_view_get_text_right (self) - left;

  if (colour.alpha == 0)
    return;

  gsk_rounded_rect_init_from_rect (&rect,
                                   &GRAPHENE_RECT_INIT (left, (float) log_view_get_line_y (self, first), width,
                                                        (float) ((double) (last - first + 1) * self->font.row_height)),
                                   0);
  gtk_snapshot_append_border (snapshot, &rect, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { colour, colour, colour, colour });
}

/* Rows of the same tint are one rectangle. */
static void
draw_tints (CulpritLogView *self,
            GtkSnapshot    *snapshot,
            gint64          first,
            gint64          last)
{
  double left = log_view_get_text_left (self);
  double width = log_view_get_text_right (self) - left;
  gint64 line = first;

  while (line <= last)
    {
      const GdkRGBA *tint = get_tint (self, line);
      gint64 end = line;

      while (end < last && get_tint (self, end + 1) == tint)
        end++;

      if (tint != NULL)
        {
          fill (snapshot, tint, left, log_view_get_line_y (self, line),
                width, (double) (end - line + 1) * self->font.row_height);
          draw_outline (self, snapshot, line, end);
        }
      line = end + 1;
    }
}

static void
draw_glow (CulpritLogView *self,
           GtkSnapshot    *snapshot)
{
  GdkRGBA colour = self->palette.mark;
  double left = log_view_get_text_left (self);

  if (self->glow == NULL || adw_animation_get_state (self->glow) != ADW_ANIMATION_PLAYING)
    return;

  colour.alpha *= (float) (adw_animation_get_value (self->glow) * 0.35);
  fill (snapshot, &colour, left, log_view_get_line_y (self, self->glow_line),
        log_view_get_text_right (self) - left, self->font.row_height);
}

/* The selected part of the line at hand. RET_TO_EDGE: its end is selected, too. */
static gboolean
get_selected_part (CulpritLogView *self,
                   gint64          line,
                   double         *ret_from,
                   double         *ret_to,
                   gboolean       *ret_to_edge)
{
  const LogSelection *selection = &self->selection;

  if (log_selection_is_empty (selection) || line < selection->start.line || line > selection->end.line ||
      (line == selection->end.line && selection->end.byte == 0 && line > selection->start.line))
    return FALSE;

  *ret_to_edge = line < selection->end.line;
  *ret_from = line > selection->start.line ? 0 : log_text_place_to_x (&self->text, selection->start.byte);
  *ret_to = *ret_to_edge ? self->text.width + self->font.cell
                         : log_text_place_to_x (&self->text, selection->end.byte);

  return TRUE;
}

/* Text that goes on at the edge fades into what is behind it. */
static void
draw_fade (CulpritLogView *self,
           GtkSnapshot    *snapshot,
           const GdkRGBA  *behind,
           double          edge,
           double          inside,
           double          y)
{
  GdkRGBA clear = *behind;
  GskColorStop stops[2];

  clear.alpha = 0;
  stops[0] = (GskColorStop) { 0, clear };
  stops[1] = (GskColorStop) { 1, *behind };
  gtk_snapshot_append_linear_gradient (snapshot,
                                       &GRAPHENE_RECT_INIT ((float) MIN (edge, inside), (float) y,
                                                            LOG_VIEW_FADE, (float) self->font.row_height),
                                       &GRAPHENE_POINT_INIT ((float) inside, 0),
                                       &GRAPHENE_POINT_INIT ((float) edge, 0),
                                       stops, G_N_ELEMENTS (stops));
}

static void
draw_fades (CulpritLogView *self,
            GtkSnapshot    *snapshot,
            gint64          line,
            double          y)
{
  double left = log_view_get_text_left (self);
  double right = log_view_get_text_right (self);
  double x = log_view_get_text_x (self);
  const GdkRGBA *tint = get_tint (self, line);
  GdkRGBA behind = self->palette.background;
  double from;
  double to;
  gboolean to_edge;

  if (tint != NULL)
    behind = log_palette_blend (&behind, tint);
  if (get_selected_part (self, line, &from, &to, &to_edge) && x + to > right - LOG_VIEW_FADE)
    behind = log_palette_blend (&behind, &self->palette.selection);

  if (x + self->text.width > right && !self->text.row.fitted)
    draw_fade (self, snapshot, &behind, right, right - LOG_VIEW_FADE, y);
  if (x < left)
    draw_fade (self, snapshot, &behind, left, left + LOG_VIEW_FADE, y);
}

static void
draw_cursor (CulpritLogView *self,
             GtkSnapshot    *snapshot,
             double          y)
{
  if (gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    fill (snapshot, &self->palette.foreground,
          log_view_get_text_x (self) + log_text_place_to_x (&self->text, self->selection.cursor.byte) - 1,
          y + 1, 2, self->font.row_height - 2);
}

static void
draw_row (CulpritLogView *self,
          GtkSnapshot    *snapshot,
          gint64          line)
{
  double x = log_view_get_text_x (self);
  double y = log_view_get_line_y (self, line);
  double left = log_view_get_text_left (self);
  double right = log_view_get_text_right (self);
  double from;
  double to;
  gboolean to_edge;

  if (!log_text_read (&self->text, self->store, line, log_view_get_columns (self)))
    return;

  if (get_selected_part (self, line, &from, &to, &to_edge))
    fill (snapshot, &self->palette.selection, x + from, y,
          (to_edge ? MAX (to, right - x) : to) - from, self->font.row_height);

  log_text_draw (&self->text, snapshot, &self->palette, left - x, right - x, x, y + self->font.baseline);
  draw_fades (self, snapshot, line, y);
  if (line == self->selection.cursor.line)
    draw_cursor (self, snapshot, y);

  if (!self->text.row.fitted)
    log_view_widen (self, self->text.width);
}

static void
draw_rows (CulpritLogView *self,
           GtkSnapshot    *snapshot)
{
  int left = log_view_get_text_left (self);
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  gint64 first = culprit_log_view_get_first_line (self);
  gint64 last = log_view_get_last_line (self);

  g_ptr_array_set_size (self->found, 0);
  log_marks_collect (self->marks, first, last, self->selected_failure, self->found);

  draw_tints (self, snapshot, first, last);
  draw_glow (self, snapshot);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) left, LOG_VIEW_SECTION_HEIGHT,
                                                         (float) (log_view_get_text_right (self) - left),
                                                         (float) MAX (height - LOG_VIEW_SECTION_HEIGHT, 0)));
  for (gint64 line = first; line <= last; line++)
    draw_row (self, snapshot, line);
  gtk_snapshot_pop (snapshot);

  log_view_draw_gutter (self, snapshot, first, last);
}

static void
draw_focus (CulpritLogView *self,
            GtkSnapshot    *snapshot,
            int             width,
            int             height)
{
  GdkRGBA colour = self->palette.focus;
  GskRoundedRect rect;

  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    return;

  gsk_rounded_rect_init_from_rect (&rect, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height), 0);
  gtk_snapshot_append_border (snapshot, &rect, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { colour, colour, colour, colour });
}

void
log_view_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  fill (snapshot, &self->palette.background, 0, 0, width, height);
  if (self->n_lines > 0)
    {
      draw_rows (self, snapshot);
      log_view_draw_section (self, snapshot);
      gtk_widget_snapshot_child (widget, self->tail_edge, snapshot);
    }
  draw_focus (self, snapshot, width, height);
  gtk_snapshot_pop (snapshot);
}
