/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "log-view-private.h"

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
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT ((float) (x - size / 2 - 1), (float) (y - size / 2 - 1),
                                                                (float) size + 2, (float) size + 2));

  cairo_translate (cr, x, y);
  return cr;
}

void
log_view_draw_failure_mark (GtkSnapshot      *snapshot,
                            const LogPalette *palette,
                            double            x,
                            double            y,
                            double            size,
                            gboolean          filled)
{
  cairo_t *cr = begin (snapshot, x, y, size);

  cairo_arc (cr, 0, 0, filled ? size / 2 : size / 2 - 0.5, 0, 2 * G_PI);
  if (filled)
    {
      gdk_cairo_set_source_rgba (cr, &palette->mark);
      cairo_fill (cr);
    }
  else
    {
      gdk_cairo_set_source_rgba (cr, &palette->background);
      cairo_fill_preserve (cr);
      draw_stroke (cr, &palette->other_mark, 1);
    }

  draw_cross (cr, size / 6);
  draw_stroke (cr, filled ? &palette->background : &palette->other_mark, filled ? size / 7 : 1);
  cairo_destroy (cr);
}

void
log_view_draw_cause_mark (GtkSnapshot      *snapshot,
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
