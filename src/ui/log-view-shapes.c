/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-view-shapes.h"

void
log_shape_fill (GtkSnapshot   *snapshot,
                const GdkRGBA *colour,
                double         x,
                double         y,
                double         width,
                double         height)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);

  if (colour->alpha > 0 && width > 0 && height > 0)
    gtk_snapshot_append_color (snapshot, colour, &rect);
}

void
log_shape_fill_rounded (GtkSnapshot          *snapshot,
                        const GdkRGBA        *colour,
                        const GskRoundedRect *shape)
{
  gtk_snapshot_push_rounded_clip (snapshot, shape);
  gtk_snapshot_append_color (snapshot, colour, &shape->bounds);
  gtk_snapshot_pop (snapshot);
}

void
log_shape_outline (GtkSnapshot          *snapshot,
                   const GdkRGBA        *colour,
                   const GskRoundedRect *shape,
                   double                thickness)
{
  const float width = (float) thickness;

  if (colour->alpha > 0 && shape->bounds.size.width > 0 && shape->bounds.size.height > 0)
    gtk_snapshot_append_border (snapshot, shape, (float[4]) { width, width, width, width },
                                (GdkRGBA[4]) { *colour, *colour, *colour, *colour });
}

void
log_shape_focus (GtkSnapshot      *snapshot,
                 const LogPalette *palette,
                 GtkWidget        *widget)
{
  GskRoundedRect shape = log_shape_rounded (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget), 0);

  if (gtk_widget_has_visible_focus (widget))
    log_shape_outline (snapshot, &palette->focus, &shape, 2);
}

static void
flags_changed (GtkWidget     *widget,
               GtkStateFlags  were)
{
  if ((were ^ gtk_widget_get_state_flags (widget)) & GTK_STATE_FLAG_FOCUS_VISIBLE)
    gtk_widget_queue_draw (widget);
}

void
log_shape_follow_focus (GtkWidget *widget)
{
  g_signal_connect (widget, "state-flags-changed", G_CALLBACK (flags_changed), NULL);
}

void
log_shape_rule (GtkSnapshot   *snapshot,
                const GdkRGBA *colour,
                double         x,
                double         y,
                double         width)
{
  GdkRGBA faint = log_palette_fade (*colour, 0.5);
  GdkRGBA clear = log_palette_fade (*colour, 0);

  if (width <= 0)
    return;

  gtk_snapshot_append_repeating_linear_gradient (snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, 1),
                                                 &GRAPHENE_POINT_INIT ((float) x, 0),
                                                 &GRAPHENE_POINT_INIT ((float) x + 4, 0),
                                                 (GskColorStop[]) { { 0, faint }, { 0.5, faint }, { 0.5, clear }, { 1, clear } }, 4);
}

GskRoundedRect
log_shape_rounded (double x,
                   double y,
                   double width,
                   double height,
                   double radius)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &rect, (float) radius);

  return shape;
}

static void
draw_stroke (cairo_t       *cr,
             const GdkRGBA *colour,
             double         width)
{
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
}

static void
draw_cross (cairo_t *cr,
            double   arm)
{
  cairo_move_to (cr, -arm, -arm);
  cairo_line_to (cr, arm, arm);
  cairo_move_to (cr, arm, -arm);
  cairo_line_to (cr, -arm, arm);
}

static cairo_t *
begin (GtkSnapshot *snapshot,
       double       x,
       double       y,
       double       size)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (x - size / 2 - 1), (float) (y - size / 2 - 1),
                                               (float) size + 2, (float) size + 2);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_translate (cr, x, y);
  return cr;
}

void
log_shape_failure (GtkSnapshot      *snapshot,
                   const LogPalette *palette,
                   double            x,
                   double            y,
                   double            size,
                   gboolean          filled)
{
  cairo_t *cr = begin (snapshot, x, y, size);

  cairo_arc (cr, 0, 0, filled ? size / 2 : size / 2 - 0.5, 0, 2 * G_PI);
  if (filled) {
    gdk_cairo_set_source_rgba (cr, &palette->mark);
    cairo_fill (cr);
  } else {
    gdk_cairo_set_source_rgba (cr, &palette->background);
    cairo_fill_preserve (cr);
    draw_stroke (cr, &palette->other_mark, 1);
  }

  draw_cross (cr, size / 6);
  draw_stroke (cr, filled ? &palette->background : &palette->other_mark, filled ? size / 7 : 1);
  cairo_destroy (cr);
}

void
log_shape_cause (GtkSnapshot      *snapshot,
                 const LogPalette *palette,
                 double            x,
                 double            y,
                 double            size,
                 gboolean          filled)
{
  cairo_t *cr = begin (snapshot, x, y, size);
  double arm = filled ? size / 2 : size / 2 - 0.5;

  cairo_move_to (cr, 0, -arm);
  cairo_line_to (cr, arm, 0);
  cairo_line_to (cr, 0, arm);
  cairo_line_to (cr, -arm, 0);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, filled ? &palette->mark : &palette->background);
  cairo_fill_preserve (cr);
  draw_stroke (cr, filled ? &palette->mark : &palette->other_mark, 1);
  cairo_destroy (cr);
}

void
log_shape_fold (GtkSnapshot   *snapshot,
                const GdkRGBA *colour,
                double         x,
                double         y,
                double         size,
                gboolean       folded,
                gboolean       mirrored)
{
  cairo_t *cr = begin (snapshot, x, y, size);

  if (folded)
    cairo_rotate (cr, mirrored ? G_PI / 2 : -G_PI / 2);
  cairo_move_to (cr, -size / 2, -size / 4);
  cairo_line_to (cr, 0, size / 4);
  cairo_line_to (cr, size / 2, -size / 4);
  draw_stroke (cr, colour, 1.5);
  cairo_destroy (cr);
}
