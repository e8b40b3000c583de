/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-view-private.h"

void
log_view_take_find (CulpritLogView *self,
                    LogFind        *find)
{
  g_clear_pointer (&self->find, log_find_unref);
  self->find = find != NULL ? log_find_ref (find) : NULL;
  self->text.find = self->measured.find = self->find;
  self->hit = (LogHit) { 0 };
}

void
culprit_log_view_set_find (CulpritLogView *self,
                           LogFind        *find)
{
  LogViewAnchor anchor;

  g_return_if_fail (CULPRIT_IS_LOG_VIEW (self));

  if (self->find == find)
    return;

  anchor = log_view_get_cursor_anchor (self);
  log_view_take_find (self, find);
  if (self->text.prefix != NULL)
    log_view_text_changed (self, anchor);
  else if (self->only_matching)
    log_view_lines_changed (self, anchor);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

LogFind *
culprit_log_view_get_find (CulpritLogView *self)
{
  g_return_val_if_fail (CULPRIT_IS_LOG_VIEW (self), NULL);

  return self->find;
}

typedef struct {
  GArray *hits;              /* of LogHit */
  gint64  line;
} HitList;

static void
add_hit (gsize    start,
         gsize    end,
         gpointer user_data)
{
  HitList *list = user_data;
  LogHit hit = { list->line, start, end };

  g_array_append_val (list->hits, hit);
}

/* The hits in LINE, as far as it is shown (transfer full). */
static GArray *
find_in_line (CulpritLogView *self,
              gint64          line)
{
  HitList list = { g_array_new (FALSE, FALSE, sizeof (LogHit)), line };

  if (log_find_has_line (self->find, line) && log_store_read_line (self->store, line, LOG_ROW_MAX_BYTES, &self->text.line, NULL))
    log_find_foreach_in_line (self->find, self->text.line.text->str, self->text.line.text->len, add_hit, &list);
  /* Beyond what is shown of it. */
  if (list.hits->len == 0 && log_find_has_line (self->find, line)) {
    LogHit hit = { line, 0, 0 };

    g_array_append_val (list.hits, hit);
  }

  return list.hits;
}

static void
go_to (CulpritLogView *self,
       LogHit          hit)
{
  self->hit = hit;
  culprit_log_view_show_line (self, hit.line);
  /* The whole of it, its start above all. */
  log_selection_begin (&self->selection, self->store, (LogPlace) { hit.line, hit.end }, LOG_SELECT_CHARACTERS);
  log_view_reveal_cursor (self);
  log_selection_begin (&self->selection, self->store, (LogPlace) { hit.line, hit.start }, LOG_SELECT_CHARACTERS);
  log_view_selection_changed (self);
  log_view_reveal_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The first or last hit of the nearest line with one, after or before LINE; at the log's end it goes on from the start. */
static gboolean
go_to_other_line (CulpritLogView *self,
                  gint64          line,
                  int             direction)
{
  gint64 found = log_find_get_next (self->find, line, direction);
  g_autoptr (GArray) hits = NULL;

  if (found == 0)
    found = log_find_get_next (self->find, direction > 0 ? 0 : G_MAXINT64, direction);
  if (found == 0)
    return FALSE;
  hits = find_in_line (self, found);
  go_to (self, g_array_index (hits, LogHit, direction > 0 ? 0 : hits->len - 1));

  return TRUE;
}

gboolean
culprit_log_view_find_next (CulpritLogView *self,
                            int             direction)
{
  g_autoptr (GArray) hits = NULL;

  g_return_val_if_fail (CULPRIT_IS_LOG_VIEW (self), FALSE);

  if (self->find == NULL)
    return FALSE;
  if (self->hit.line == 0)
    return go_to_other_line (self, culprit_log_view_get_first_line (self) - (direction > 0 ? 1 : 0), direction);
  hits = find_in_line (self, self->hit.line);
  for (guint i = 0; i < hits->len; i++) {
    LogHit hit = g_array_index (hits, LogHit, direction > 0 ? i : hits->len - 1 - i);

    if (direction > 0 ? hit.start > self->hit.start : hit.start < self->hit.start) {
      go_to (self, hit);
      return TRUE;
    }
  }

  return go_to_other_line (self, self->hit.line, direction);
}

gint64
culprit_log_view_get_hit_position (CulpritLogView *self)
{
  g_autoptr (GArray) hits = NULL;
  gint64 position;

  g_return_val_if_fail (CULPRIT_IS_LOG_VIEW (self), 0);

  if (self->find == NULL || self->hit.line == 0)
    return 0;
  position = log_find_count_before (self->find, self->hit.line) + 1;
  hits = find_in_line (self, self->hit.line);
  for (guint i = 0; i < hits->len; i++)
    position += g_array_index (hits, LogHit, i).start < self->hit.start;

  return position;
}

/* Black text on the hit's colour, which is light in each style. What is written from right to left ends to the left of its
 * start. */
static void
draw_part (CulpritLogView *self,
           GtkSnapshot    *snapshot,
           const LogHit   *hit,
           GskRenderNode  *text,
           guint           part,
           double          from,
           double          to)
{
  double x = MIN (from, to);
  double width = MAX (from, to) - x;
  gboolean is_current = hit->line == self->hit.line && hit->start == self->hit.start;
  double height = self->font.row_height;
  double y = part * height;
  graphene_matrix_t black;
  graphene_vec4_t none;
  GskRoundedRect shape = log_shape_rounded (x, y, width, height, 0);

  if (width <= 0)
    return;
  log_shape_fill (snapshot, is_current ? &self->palette.hit_current : &self->palette.hit, x, y, width, height);
  log_shape_outline (snapshot, &self->palette.outline, &shape, 1);
  graphene_matrix_init_from_float (&black, (float[16]) { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 });
  graphene_vec4_init (&none, 0, 0, 0, 0);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
  gtk_snapshot_push_color_matrix (snapshot, &black, &none);
  gtk_snapshot_append_node (snapshot, text);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_pop (snapshot);
}

/* It may go over several parts of a line that is wrapped. */
static void
draw_hit (CulpritLogView *self,
          GtkSnapshot    *snapshot,
          const LogHit   *hit,
          GskRenderNode  *text)
{
  guint first;
  guint last;
  double from = log_text_place_to_x (&self->text, hit->start, &first);
  double to = log_text_place_to_x (&self->text, hit->end, &last);

  for (guint part = first; part <= last; part++)
    draw_part (self, snapshot, hit, text, part, part == first ? from : 0, part == last ? to : self->text.width);
}

void
log_view_draw_hits (CulpritLogView *self,
                    GtkSnapshot    *snapshot,
                    gint64          line,
                    GskRenderNode  *text)
{
  g_autoptr (GArray) hits = NULL;

  if (self->find == NULL || text == NULL || !log_find_has_line (self->find, line))
    return;
  hits = find_in_line (self, line);
  if (!log_text_read (&self->text, self->store, line, log_view_get_columns (self)))
    return;
  for (guint i = 0; i < hits->len; i++)
    draw_hit (self, snapshot, &g_array_index (hits, LogHit, i), text);
}
