/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "overview-errors.h"

/* The last line that is above Y; hidden ones are in the row that they would be in. */
static gint64
get_line_before (const LogRows *rows,
                 int            height,
                 int            y)
{
  gint64 row = (gint64) ceil ((double) y / height * (double) log_rows_get_n_rows (rows));
  LogRowsPlace place;
  gboolean has_hidden;

  if (y == 0)
    return 0;
  if (row >= log_rows_get_n_rows (rows))
    return G_MAXINT64 - 1;

  place = log_rows_get_place (rows, row);
  if (place.part > 0)
    return place.line;

  has_hidden = place.line > 1 && log_rows_get_row (rows, place.line - 1) == row;

  return place.line - 1 - (has_hidden ? log_rows_get_gap (rows, place.line) : 0);
}

int
overview_errors_get_next (LogErrors     *errors,
                          const LogRows *rows,
                          int            height,
                          int            y)
{
  gint64 line = log_errors_get_next (errors, get_line_before (rows, height, y), 1);
  double place;

  if (line == 0 || log_rows_get_n_rows (rows) == 0)
    return -1;

  place = (double) log_rows_get_row (rows, line) / (double) log_rows_get_n_rows (rows) * height;

  return place < height ? MAX ((int) place / OVERVIEW_ERROR_STEP * OVERVIEW_ERROR_STEP, y) : -1;
}

static void
paint (cairo_t       *cr,
       LogErrors     *errors,
       const LogRows *rows,
       int            height)
{
  const double radius = OVERVIEW_ERROR_WIDTH / 2.0;

  for (int y = 0; y < height; y += OVERVIEW_ERROR_STEP) {
    y = overview_errors_get_next (errors, rows, height, y);
    if (y < 0)
      break;
    cairo_new_sub_path (cr);
    cairo_arc (cr, radius, MIN (y, height - OVERVIEW_ERROR_WIDTH) + radius, radius, 0, 2 * G_PI);
  }
  cairo_fill (cr);
}

static GdkTexture *
paint_dots (const GdkRGBA *colour,
            LogErrors     *errors,
            const LogRows *rows,
            int            height,
            int            scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, OVERVIEW_ERROR_WIDTH * scale, height * scale);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  int stride = cairo_image_surface_get_stride (surface);

  cairo_scale (cr, scale, scale);
  gdk_cairo_set_source_rgba (cr, colour);
  paint (cr, errors, rows, height);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) (height * scale));
  cairo_surface_destroy (surface);

  return gdk_memory_texture_new (OVERVIEW_ERROR_WIDTH * scale, height * scale, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

GdkTexture *
overview_errors_get_dots (OverviewErrors *painted,
                          const GdkRGBA  *colour,
                          LogErrors      *errors,
                          const LogRows  *rows,
                          int             height,
                          int             scale)
{
  OverviewErrors wanted = { NULL, errors, 0, log_rows_get_n_rows (rows), height, scale };

  if (errors == NULL || wanted.n_rows == 0 || height <= 0)
    return NULL;

  wanted.n_searched = log_errors_get_n_searched (errors);
  if (painted->dots == NULL || painted->errors != errors || painted->n_searched != wanted.n_searched
      || painted->n_rows != wanted.n_rows || painted->height != height || painted->scale != scale) {
    overview_errors_forget (painted);
    *painted = wanted;
    painted->dots = paint_dots (colour, errors, rows, height, scale);
  }

  return painted->dots;
}

void
overview_errors_forget (OverviewErrors *painted)
{
  g_clear_object (&painted->dots);
}
