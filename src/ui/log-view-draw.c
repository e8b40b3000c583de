/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "log-view-private.h"
#include "words.h"

#define GAP_MARGIN 10     /* around the rule in the row of a gap */

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

/* From the top of line FIRST to the bottom of line LAST. */
static double
get_extent (CulpritLogView *self,
            gint64          first,
            gint64          last)
{
  return log_view_get_line_y (self, last) + log_view_get_line_height (self, last) - log_view_get_line_y (self, first);
}

/* The next line that is shown, up to LAST, and right below LINE; else 0. */
static gint64
get_next (CulpritLogView *self,
          gint64          line,
          gint64          last)
{
  gint64 next = log_rows_get_next (self->line_rows, line, 1);

  return next <= last && log_view_get_gap (self, next) == 0 ? next : 0;
}

static void
draw_outline (CulpritLogView *self,
              GtkSnapshot    *snapshot,
              gint64          first,
              gint64          last)
{
  double left = log_view_get_text_left (self);
  GskRoundedRect shape = log_shape_rounded (left, log_view_get_line_y (self, first),
                                            log_view_get_text_right (self) - left,
                                            get_extent (self, first, last), 0);

  log_shape_outline (snapshot, &self->palette.outline, &shape, 1);
}

/* The next line that is shown; beyond all where there is none. */
static gint64
get_following (CulpritLogView *self,
               gint64          line)
{
  gint64 next = log_rows_get_next (self->line_rows, line, 1);

  return next != 0 ? next : G_MAXINT64;
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

  while (line <= last) {
    const GdkRGBA *tint = get_tint (self, line);
    gint64 end = line;

    for (gint64 next = get_next (self, line, last); next != 0 && get_tint (self, next) == tint; next = get_next (self, next, last))
      end = next;

    if (tint != NULL) {
      log_shape_fill (snapshot, tint, left, log_view_get_line_y (self, line), width, get_extent (self, line, end));
      draw_outline (self, snapshot, line, end);
    }
    line = get_following (self, end);
  }
}

static void
draw_glow (CulpritLogView *self,
           GtkSnapshot    *snapshot)
{
  double left = log_view_get_text_left (self);
  GdkRGBA colour;

  if (self->glow == NULL || adw_animation_get_state (self->glow) != ADW_ANIMATION_PLAYING)
    return;

  colour = log_palette_fade (self->palette.mark, adw_animation_get_value (self->glow) * 0.35);
  log_shape_fill (snapshot, &colour, left, log_view_get_line_y (self, self->glow_line),
        log_view_get_text_right (self) - left, log_view_get_line_height (self, self->glow_line));
}

/* What of LINE is selected: from one of its parts to another, in pixels from their start. */
typedef struct {
  guint    first_part;
  guint    last_part;
  double   from;
  double   to;
  gboolean to_edge;          /* its end is selected, too */
} SelectedPart;

static gboolean
get_selected_part (CulpritLogView *self,
                   gint64          line,
                   SelectedPart   *ret_part)
{
  const LogSelection *selection = &self->selection;
  guint n_parts = log_rows_get_height (self->line_rows, line);

  if (log_selection_is_empty (selection) || line < selection->start.line || line > selection->end.line ||
      (line == selection->end.line && selection->end.byte == 0 && line > selection->start.line))
    return FALSE;

  *ret_part = (SelectedPart) { 0, MAX (n_parts, 1) - 1, 0, log_view_get_row (self, line)->width + self->font.cell,
                               line < selection->end.line };
  if ((line == selection->start.line || !ret_part->to_edge) &&
      log_text_read (&self->text, self->store, line, log_view_get_columns (self))) {
    if (line == selection->start.line)
      ret_part->from = log_text_place_to_x (&self->text, selection->start.byte, &ret_part->first_part);
    if (!ret_part->to_edge)
      ret_part->to = log_text_place_to_x (&self->text, selection->end.byte, &ret_part->last_part);
  }

  return TRUE;
}

/* Text that goes on at the edge fades into what is behind it. */
static void
draw_fade (GtkSnapshot   *snapshot,
           const GdkRGBA *behind,
           double         edge,
           double         inside,
           double         y,
           double         height)
{
  GskColorStop stops[] = { { 0, log_palette_fade (*behind, 0) }, { 1, *behind } };

  gtk_snapshot_append_linear_gradient (snapshot,
                                       &GRAPHENE_RECT_INIT ((float) MIN (edge, inside), (float) y,
                                                            LOG_VIEW_FADE, (float) height),
                                       &GRAPHENE_POINT_INIT ((float) inside, 0),
                                       &GRAPHENE_POINT_INIT ((float) edge, 0),
                                       stops, G_N_ELEMENTS (stops));
}

/* What is behind the end of the text in the row of LINE. */
static GdkRGBA
get_behind (CulpritLogView *self,
            gint64          line)
{
  const GdkRGBA *tint = get_tint (self, line);
  GdkRGBA behind = self->palette.background;
  SelectedPart part;

  if (tint != NULL)
    behind = log_palette_blend (&behind, tint);
  if (get_selected_part (self, line, &part) &&
      log_view_get_text_x (self) + part.to > log_view_get_text_right (self) - LOG_VIEW_FADE)
    behind = log_palette_blend (&behind, &self->palette.selection);

  return behind;
}

/* Rows of the same kind share a gradient. */
static void
draw_fades_at_end (CulpritLogView *self,
                   GtkSnapshot    *snapshot,
                   gint64          first,
                   gint64          last)
{
  double right = log_view_get_text_right (self);
  double room = right - log_view_get_text_x (self);
  gint64 line = first;

  while (line <= last) {
    gint64 end = line;
    GdkRGBA behind;

    if (log_view_get_row (self, line)->width <= room) {
      line = get_following (self, line);
      continue;
    }

    behind = get_behind (self, line);
    for (gint64 next = get_next (self, line, last); next != 0 && log_view_get_row (self, next)->width > room;
         next = get_next (self, next, last)) {
      GdkRGBA other = get_behind (self, next);

      if (!gdk_rgba_equal (&behind, &other))
        break;
      end = next;
    }

    draw_fade (snapshot, &behind, right, right - LOG_VIEW_FADE, log_view_get_line_y (self, line), get_extent (self, line, end));
    line = get_following (self, end);
  }
}

static void
draw_fades_at_start (CulpritLogView *self,
                     GtkSnapshot    *snapshot,
                     gint64          first,
                     gint64          last)
{
  double left = log_view_get_text_left (self);

  if (log_view_get_text_x (self) >= left)
    return;

  for (gint64 line = first; line <= last; line = get_following (self, line)) {
    GdkRGBA behind = get_behind (self, line);

    draw_fade (snapshot, &behind, left, left + LOG_VIEW_FADE, log_view_get_line_y (self, line),
               self->font.row_height);
  }
}

static void
draw_cursor (CulpritLogView *self,
             GtkSnapshot    *snapshot)
{
  LogPlace cursor = self->selection.cursor;
  guint part;
  double x;

  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self)) || !log_rows_is_shown (self->line_rows, cursor.line) ||
      !log_text_read (&self->text, self->store, cursor.line, log_view_get_columns (self)))
    return;

  x = log_view_get_text_x (self) + log_text_place_to_x (&self->text, cursor.byte, &part);
  log_shape_fill (snapshot, &self->palette.foreground, x - 1,
        log_view_get_line_y (self, cursor.line) + part * self->font.row_height + 1, 2, self->font.row_height - 2);
}

static void
draw_selection (CulpritLogView *self,
                GtkSnapshot    *snapshot,
                gint64          first,
                gint64          last)
{
  double x = log_view_get_text_x (self);
  double room = log_view_get_text_right (self) - x;
  SelectedPart selected;

  for (gint64 line = first; line <= last; line = get_following (self, line)) {
    if (!get_selected_part (self, line, &selected))
      continue;

    for (guint part = selected.first_part; part <= selected.last_part; part++) {
      double from = part == selected.first_part ? selected.from : 0;
      double to = part == selected.last_part && !selected.to_edge ? selected.to : MAX (selected.to, room);

      log_shape_fill (snapshot, &self->palette.selection, x + from,
                      log_view_get_line_y (self, line) + part * self->font.row_height, to - from, self->font.row_height);
    }
  }
}

/* How many lines are not shown before LINE. */
static void
draw_gap (CulpritLogView *self,
          GtkSnapshot    *snapshot,
          gint64          line)
{
  gint64 n = log_view_get_gap (self, line);
  double y = log_view_get_line_y (self, line) - (line <= self->n_lines ? self->font.row_height : 0);
  g_autofree char *words = NULL;
  double x;
  int width;

  if (n == 0)
    return;

  words = culprit_dup_gap (n);
  pango_layout_set_attributes (self->font.text, NULL);
  pango_layout_set_text (self->font.text, words, -1);
  pango_layout_get_pixel_size (self->font.text, &width, NULL);
  x = log_view_get_text_left (self) + GAP_MARGIN;
  log_font_draw (self->font.text, snapshot, x, y + self->font.baseline, &self->palette.number);
  x += width + GAP_MARGIN;
  log_shape_rule (snapshot, &self->palette.number, x, y + floor (self->font.row_height / 2.0),
                  log_view_get_text_right (self) - GAP_MARGIN - x);
}

static void
draw_text (CulpritLogView *self,
           GtkSnapshot    *snapshot,
           gint64          line)
{
  const LogViewRow *row = log_view_get_row (self, line);

  log_view_widen (self, row->width);
  if (row->text == NULL)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) log_view_get_text_x (self),
                                                          (float) log_view_get_line_y (self, line)));
  gtk_snapshot_append_node (snapshot, row->text);
  log_view_draw_hits (self, snapshot, line, row->text);
  gtk_snapshot_restore (snapshot);
}

static void
draw_texts (CulpritLogView *self,
            GtkSnapshot    *snapshot,
            gint64          first,
            gint64          last)
{
  draw_selection (self, snapshot, first, last);
  for (gint64 line = first; line <= last; line = get_following (self, line)) {
    draw_text (self, snapshot, line);
    draw_gap (self, snapshot, line);
  }
  if (!self->wraps) {
    draw_fades_at_end (self, snapshot, first, last);
    draw_fades_at_start (self, snapshot, first, last);
  }
  for (gint64 line = first; line <= last; line = get_following (self, line))
    log_view_draw_fold_words (self, snapshot, line);
  draw_cursor (self, snapshot);
}

static void
draw_rows (CulpritLogView *self,
           GtkSnapshot    *snapshot)
{
  int left = log_view_get_text_left (self);
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  gint64 first = culprit_log_view_get_first_line (self);
  gint64 last = log_view_get_last_line (self);

  /* Nothing was found, and only that is to be seen. */
  if (!log_rows_is_shown (self->line_rows, first))
    last = 0;

  g_ptr_array_set_size (self->found, 0);
  log_marks_collect (self->marks, first, last, self->selected_failure, self->found);
  log_view_prepare_rows (self, first, last);

  draw_tints (self, snapshot, first, last);
  draw_glow (self, snapshot);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) left, self->font.section_height,
                                                         (float) (log_view_get_text_right (self) - left),
                                                         (float) MAX (height - self->font.section_height, 0)));
  draw_texts (self, snapshot, first, last);
  draw_gap (self, snapshot, self->n_lines + 1);
  gtk_snapshot_pop (snapshot);

  log_view_draw_gutter (self, snapshot, first, last);
}

void
log_view_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  log_shape_fill (snapshot, &self->palette.background, 0, 0, width, height);
  if (self->n_lines > 0) {
    draw_rows (self, snapshot);
    log_view_draw_section (self, snapshot);
    gtk_widget_snapshot_child (widget, self->tail_edge, snapshot);
  }
  log_shape_focus (snapshot, &self->palette, widget);
  gtk_snapshot_pop (snapshot);
}
