/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-view-private.h"

/* Rows that are kept ready to be drawn: a few screens. */
#define MOST_ROWS 400

static void
free_row (gpointer data)
{
  LogViewRow *row = data;

  g_clear_pointer (&row->text, gsk_render_node_unref);
  g_clear_pointer (&row->numbers[0], gsk_render_node_unref);
  g_clear_pointer (&row->numbers[1], gsk_render_node_unref);
  g_clear_pointer (&row->time, gsk_render_node_unref);
  g_free (row);
}

void
log_view_forget_rows (CulpritLogView *self)
{
  if (self->rows != NULL)
    g_hash_table_remove_all (self->rows);
  g_clear_pointer (&self->section_words, g_free);
}

void
log_view_dispose_rows (CulpritLogView *self)
{
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->section_words, g_free);
  g_clear_pointer (&self->section_row, gsk_render_node_unref);
}

static gboolean
is_far (gpointer key,
        gpointer value,
        gpointer data)
{
  const LogViewRow *row = value;
  const LineRange *range = data;

  return row->line < range->first || row->line > range->last;
}

void
log_view_prepare_rows (CulpritLogView *self,
                       gint64          first,
                       gint64          last)
{
  double x = log_view_get_text_x (self);
  double left = log_view_get_text_left (self) - x;
  double right = log_view_get_text_right (self) - x;
  LineRange range = { first, last };

  if (self->rows == NULL)
    self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_row);

  if (self->rows_left != left || self->rows_right != right)
    log_view_forget_rows (self);
  else if (g_hash_table_size (self->rows) > MOST_ROWS)
    g_hash_table_foreach_remove (self->rows, is_far, &range);

  self->rows_left = left;
  self->rows_right = right;
}

static void
draw_text (CulpritLogView *self,
           LogViewRow     *row)
{
  GtkSnapshot *snapshot;

  if (!log_text_read (&self->text, self->store, row->line, log_view_get_columns (self)))
    return;

  row->width = self->text.width;
  snapshot = gtk_snapshot_new ();
  log_text_draw (&self->text, snapshot, &self->palette, self->rows_left, self->rows_right,
                 0, self->font.baseline);
  row->text = gtk_snapshot_free_to_node (snapshot);
}

static GskRenderNode *
draw_number (CulpritLogView *self,
             gint64          line,
             gboolean        strong)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const LogGlyphs *glyphs = log_font_get_number_glyphs (&self->font);
  const GdkRGBA *colour = strong ? &self->palette.foreground : &self->palette.number;
  char number[24];
  int length = g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, line);
  double right = log_view_get_gutter (self).numbers;
  double x = log_view_is_mirrored (self) ? log_view_mirror (self, right) : right - length * self->font.digit;

  if (glyphs != NULL) {
    log_glyphs_draw (glyphs, snapshot, number, (gsize) length, FALSE, colour, x, self->font.baseline);
  } else {
    pango_layout_set_text (self->font.number, number, length);
    log_font_draw (self->font.number, snapshot, x, self->font.baseline, colour);
  }

  return gtk_snapshot_free_to_node (snapshot);
}

LogViewRow *
log_view_get_row (CulpritLogView *self,
                  gint64          line)
{
  LogViewRow *row = g_hash_table_lookup (self->rows, &line);

  if (row == NULL) {
    row = g_new0 (LogViewRow, 1);
    row->line = line;
    draw_text (self, row);
    g_hash_table_insert (self->rows, &row->line, row);
  }

  return row;
}

GskRenderNode *
log_view_get_number (CulpritLogView *self,
                     gint64          line,
                     gboolean        strong)
{
  LogViewRow *row = log_view_get_row (self, line);
  int index = strong ? 1 : 0;

  if (row->numbers[index] == NULL)
    row->numbers[index] = draw_number (self, line, strong);

  return row->numbers[index];
}
