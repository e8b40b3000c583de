/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "log-view-private.h"

#define BRACKET_WIDTH  2       /* a failure's */
#define EDGE_WIDTH     2       /* the tail range's */

/* X and WIDTH count from the gutter's outer edge. */
static void
fill (CulpritLogView *self,
      GtkSnapshot    *snapshot,
      const GdkRGBA  *colour,
      double          x,
      double          width,
      double          y,
      double          height)
{
  double left = MIN (log_view_mirror (self, x), log_view_mirror (self, x + width));

  log_shape_fill (snapshot, colour, left, y, width, height);
}

static void
draw_range (CulpritLogView *self,
            GtkSnapshot    *snapshot,
            double          width)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double start = log_view_get_line_y (self, log_view_get_tail_start (self));
  double top = MAX (start, self->font.section_height);
  double bottom = MIN (log_view_get_line_y (self, self->n_lines + 1), height);

  fill (self, snapshot, &self->palette.range, LOG_VIEW_BRACKET, width - LOG_VIEW_BRACKET, top, bottom - top);
  fill (self, snapshot, &self->palette.range_edge, 0, LOG_VIEW_BRACKET, top, bottom - top);
  if (log_view_is_tail_stuck (self))
    fill (self, snapshot, &self->palette.range_edge, 0, width, top, EDGE_WIDTH);
}

static void
draw_number (CulpritLogView *self,
             GtkSnapshot    *snapshot,
             gint64          line)
{
  const LogMark *mark = log_marks_find (self->found, line);
  gboolean strong = line == self->selection.cursor.line ||
                    (mark != NULL && mark->kind != LOG_MARK_SUMMARY &&
                     mark->failure == self->selected_failure);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) log_view_get_line_y (self, line)));
  gtk_snapshot_append_node (snapshot, log_view_get_number (self, line, strong));
  gtk_snapshot_restore (snapshot);
}

static void
draw_bracket (CulpritLogView *self,
              GtkSnapshot    *snapshot,
              const LogMark  *mark,
              double          centre)
{
  gboolean selected = mark->failure == self->selected_failure;
  double row = self->font.row_height;
  double top = MAX (log_view_get_line_y (self, mark->first_line) + row / 2, 0);
  double bottom = MIN (log_view_get_line_y (self, mark->last_line) + log_view_get_line_height (self, mark->last_line) - 4,
                       gtk_widget_get_height (GTK_WIDGET (self)));

  if (bottom > top && mark->last_line > mark->first_line)
    fill (self, snapshot, selected ? &self->palette.mark : &self->palette.other_bracket,
          centre - BRACKET_WIDTH / 2.0, BRACKET_WIDTH, top, bottom - top);
}

static void
draw_mark (CulpritLogView *self,
           GtkSnapshot    *snapshot,
           const LogMark  *mark,
           double          centre)
{
  gboolean selected = mark->failure == self->selected_failure;
  double size = MIN (LOG_VIEW_MARK, self->font.row_height - 2);
  double y = log_view_get_line_y (self, mark->first_line) + self->font.row_height / 2.0;
  double x = log_view_mirror (self, centre);

  if (mark->kind == LOG_MARK_CAUSE)
    log_shape_cause (snapshot, &self->palette, x, y, size, selected);
  else
    log_shape_failure (snapshot, &self->palette, x, y, size, selected);
}

/* Under the mark of a failure, which stands for more. */
static void
draw_fold (CulpritLogView *self,
           GtkSnapshot    *snapshot,
           gint64          line,
           double          centre)
{
  LogFold fold = log_view_get_fold (self, line);

  if (fold != LOG_FOLD_NONE)
    log_shape_fold (snapshot, &self->palette.number, log_view_mirror (self, centre),
                    log_view_get_line_y (self, line) + self->font.row_height / 2.0, LOG_VIEW_MARK / 2.0,
                    fold == LOG_FOLD_FOLDED, log_view_is_mirrored (self));
}

void
log_view_draw_gutter (CulpritLogView *self,
                      GtkSnapshot    *snapshot,
                      gint64          first,
                      gint64          last)
{
  LogGutter gutter = log_view_get_gutter (self);

  draw_range (self, snapshot, gutter.width);
  for (gint64 line = first; line != 0 && line <= last; line = log_rows_get_next (self->line_rows, line, 1)) {
    draw_number (self, snapshot, line);
    log_view_draw_time (self, snapshot, line);
    draw_fold (self, snapshot, line, gutter.marks);
  }

  for (guint i = 0; i < self->found->len; i++) {
    const LogMark *mark = g_ptr_array_index (self->found, i);

    if (mark->kind == LOG_MARK_SUMMARY)
      continue;
    draw_bracket (self, snapshot, mark, gutter.marks);
    if (mark->first_line >= first && log_rows_is_shown (self->line_rows, mark->first_line))
      draw_mark (self, snapshot, mark, gutter.marks);
  }
}
