/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "log-view-shapes.h"

#include "overview-errors.h"

#define DOT   3
#define EDGE  1      /* from the map's */

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

void
overview_errors_draw (GtkSnapshot   *snapshot,
                      const GdkRGBA *colour,
                      LogErrors     *errors,
                      const LogRows *rows,
                      int            width,
                      int            height,
                      gboolean       is_mirrored)
{
  int x = is_mirrored ? EDGE : width - DOT - EDGE;

  for (int y = 0; errors != NULL && y < height; y += OVERVIEW_ERROR_STEP) {
    GskRoundedRect dot;

    y = overview_errors_get_next (errors, rows, height, y);
    if (y < 0)
      break;
    dot = log_shape_rounded (x, MIN (y, height - DOT), DOT, DOT, DOT / 2.0);
    log_shape_fill_rounded (snapshot, colour, &dot);
  }
}
