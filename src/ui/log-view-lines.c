/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which lines have rows: those of folded sections have none, and where only what was found is shown, only that has. What is in
 * sight stays there when that changes. */

#include "config.h"

#include <math.h>

#include "log-view-private.h"

double
log_view_get_line_value (CulpritLogView *self,
                         gint64          line)
{
  return (double) log_rows_get_row (self->line_rows, line) * self->font.row_height;
}

LogViewAnchor
log_view_get_anchor (CulpritLogView *self,
                     gint64          line)
{
  return (LogViewAnchor) { line, log_view_get_value (self) - log_view_get_line_value (self, line) };
}

LogViewAnchor
log_view_get_top_anchor (CulpritLogView *self)
{
  return log_view_get_anchor (self, culprit_log_view_get_first_line (self));
}

/* The cursor's line where it is seen, else the top one. Where no line is, the cursor's is to come a third from the top. */
LogViewAnchor
log_view_get_cursor_anchor (CulpritLogView *self)
{
  gint64 cursor = self->selection.cursor.line;
  gint64 above = gtk_widget_get_height (GTK_WIDGET (self)) / 3 / MAX (self->font.row_height, 1);

  if (self->n_lines > 0 && log_rows_get_next (self->line_rows, 0, 1) == 0)
    return (LogViewAnchor) { cursor, (double) -above * self->font.row_height };

  if (log_rows_is_shown (self->line_rows, cursor) && cursor >= culprit_log_view_get_first_line (self)
      && cursor <= log_view_get_last_line (self))
    return log_view_get_anchor (self, cursor);

  return log_view_get_top_anchor (self);
}

void
log_view_restore_anchor (CulpritLogView *self,
                         LogViewAnchor   anchor)
{
  double value;

  log_view_configure (self);
  if (self->vadjustment == NULL || anchor.line == 0)
    return;

  value = log_view_find_line (self, anchor.line) + anchor.offset;
  if (value != log_view_get_value (self))
    log_view_scroll_to (self, MAX (value, 0), FALSE);
}

static guint
count_parts (gint64   line,
             gpointer data)
{
  CulpritLogView *self = data;

  if (!log_text_read (&self->measured, self->store, line, self->wrap_columns))
    return 1;

  return log_text_get_n_parts (&self->measured);
}

static gint64
count_bytes (gint64   first,
             gint64   last,
             gpointer data)
{
  return log_store_get_n_bytes (((CulpritLogView *) data)->store, first, last);
}

/* How wide lines are is another matter once the view has another width. */
void
log_view_update_wrap (CulpritLogView *self)
{
  guint columns = self->wraps && self->store != NULL ? log_view_get_columns (self) : 0;
  LogViewAnchor anchor;

  if (self->wrap_columns == columns)
    return;

  anchor = log_view_get_top_anchor (self);
  self->wrap_columns = columns;
  self->text.wraps = self->measured.wraps = columns > 0;
  self->text_width = 0;
  log_view_forget_rows (self);
  if (columns > 0)
    log_rows_set_wrap (self->line_rows, count_parts, count_bytes, columns, self);
  else
    log_rows_set_wrap (self->line_rows, NULL, NULL, 0, NULL);
  log_view_restore_anchor (self, anchor);
}

void
log_view_set_wraps (CulpritLogView *self,
                    gboolean        wraps)
{
  if (self->wraps == wraps)
    return;

  self->wraps = wraps;
  log_view_configure (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "wrap");
}

/* What comes into sight is measured before it is drawn, a page ahead. */
void
log_view_measure_rows (CulpritLogView *self)
{
  gint64 page = gtk_widget_get_height (GTK_WIDGET (self)) / MAX (self->font.row_height, 1) + 1;
  gint64 n_rows = log_rows_get_n_rows (self->line_rows);
  gint64 moved;

  if (!log_rows_wraps (self->line_rows) || self->measuring)
    return;

  self->measuring = TRUE;
  moved = log_rows_measure (self->line_rows, (gint64) (log_view_get_value (self) / self->font.row_height) - page,
                            3 * page, self->top_line);
  if (moved != 0 || n_rows != log_rows_get_n_rows (self->line_rows)) {
    log_view_configure (self);
    if (moved != 0)
      gtk_adjustment_set_value (self->vadjustment, log_view_get_value (self) + (double) moved * self->font.row_height);
  }
  self->top_line = culprit_log_view_get_first_line (self);
  self->measuring = FALSE;
}

double
log_view_find_line (CulpritLogView *self,
                    gint64          line)
{
  line = CLAMP (line, 1, MAX (self->n_lines, 1));
  if (log_rows_wraps (self->line_rows)) {
    gint64 moved = log_rows_measure_line (self->line_rows, line, self->top_line);

    log_view_configure (self);
    if (moved != 0)
      gtk_adjustment_set_value (self->vadjustment, log_view_get_value (self) + (double) moved * self->font.row_height);
  }

  return log_view_get_line_value (self, line);
}

/* LINE, which is to be seen, may be hidden. */
void
log_view_unhide (CulpritLogView *self,
                 gint64          line)
{
  if (line < 1 || line > self->n_lines || log_rows_is_shown (self->line_rows, line))
    return;

  if (log_view_filters (self) && log_find_has_line (self->find, line))
    log_view_lines_changed (self, log_view_get_top_anchor (self));
  else if (log_view_filters (self))
    log_view_set_only_matching (self, FALSE);
  log_view_unfold (self, line);
}

/* Hides what is to be hidden of the lines that there are. */
void
log_view_update_lines (CulpritLogView *self)
{
  if (log_view_filters (self))
    log_view_filter_lines (self);
  else
    log_view_fold_lines (self);
}

/* Lines have to be shown or hidden: ANCHOR, which is seen, stays where it is. */
void
log_view_lines_changed (CulpritLogView *self,
                        LogViewAnchor   anchor)
{
  log_view_update_lines (self);
  log_view_restore_anchor (self, anchor);
  log_view_measure_rows (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  log_view_update_accessible (self);
  log_view_emit_updated (self);
}
