/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-view-private.h"
#include "words.h"

#define END_MARGIN   13
#define GAP          18

guint
log_view_count_sections (CulpritLogView *self,
                         gint64          line)
{
  guint least = 0;
  guint most = self->sections != NULL ? self->sections->len : 0;

  while (least < most) {
    guint middle = least + (most - least) / 2;
    const Section *section = g_ptr_array_index (self->sections, middle);

    if (section->first_line <= line)
      least = middle + 1;
    else
      most = middle;
  }

  return least;
}

const Section *
log_view_get_section (CulpritLogView *self,
                      gint64          line)
{
  guint n = log_view_count_sections (self, line);
  const Section *section = n > 0 ? g_ptr_array_index (self->sections, n - 1) : NULL;

  return section != NULL && section->last_line >= line ? section : NULL;
}

void
log_view_go_to_section (CulpritLogView *self,
                        int             direction)
{
  gint64 here = self->selection.cursor.line;
  gint64 target;
  guint n = log_view_count_sections (self, direction > 0 ? here : here - 1);

  if (direction < 0)
    n--;
  if (self->sections == NULL || n >= self->sections->len)
    return;

  target = ((const Section *) g_ptr_array_index (self->sections, n))->first_line;
  log_view_unhide (self, target);
  log_selection_begin (&self->selection, self->store, (LogPlace) { target, 0 }, LOG_SELECT_CHARACTERS);
  log_view_selection_changed (self);
  log_view_scroll_to (self, log_view_find_line (self, target), TRUE);
}

static char *
format_extent (CulpritLogView *self,
               const Section  *section)
{
  gint64 first = section != NULL ? section->first_line : 1;
  gint64 last = section != NULL ? section->last_line : self->n_lines;
  g_autofree char *duration = culprit_dup_duration (section != NULL ? section->seconds : -1);
  g_autofree char *from = culprit_dup_count (first);
  g_autofree char *to = culprit_dup_count (last);
  g_autofree char *lines = first < last ? g_strdup_printf ("%s–%s", from, to) : g_strdup (from);

  if (*duration == '\0')
    return g_steal_pointer (&lines);
  if (self->narrow)
    return g_steal_pointer (&duration);

  return g_strdup_printf ("%s · %s", lines, duration);
}

static double
draw_extent (CulpritLogView *self,
             GtkSnapshot    *snapshot,
             const char     *text)
{
  GdkRGBA colour = log_palette_fade (self->palette.bar_text, 0.6);
  double width;
  int pixels;

  pango_layout_set_attributes (self->font.label, NULL);
  pango_layout_set_width (self->font.label, -1);
  pango_layout_set_text (self->font.label, text, -1);
  pango_layout_get_pixel_size (self->font.label, &pixels, NULL);
  width = pixels + END_MARGIN;
  log_font_draw (self->font.label, snapshot,
                 log_view_is_mirrored (self)
                 ? END_MARGIN : gtk_widget_get_width (GTK_WIDGET (self)) - width,
                 self->font.label_baseline, &colour);

  return width;
}

static void
draw_name (CulpritLogView *self,
           GtkSnapshot    *snapshot,
           const char     *name,
           double          taken)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  double start = log_view_get_gutter (self).text;
  double room = gtk_widget_get_width (GTK_WIDGET (self)) - start - taken - GAP;
  double x = start;
  int width;

  if (room <= 0)
    return;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (self->font.label, attributes);
  pango_layout_set_text (self->font.label, name, -1);
  pango_layout_set_width (self->font.label, (int) (room * PANGO_SCALE));
  if (log_view_is_mirrored (self)) {
    pango_layout_get_pixel_size (self->font.label, &width, NULL);
    x = log_view_mirror (self, start) - width;
  }
  log_font_draw (self->font.label, snapshot, x, self->font.label_baseline, &self->palette.bar_text);
}

static GskRenderNode *
draw_row (CulpritLogView *self,
          const char     *name,
          const char     *extent,
          LogFold         fold)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  log_shape_fill (snapshot, &self->palette.bar, 0, 0, width, self->font.section_height);
  log_shape_fill (snapshot, &self->palette.border, 0, self->font.section_height - 1, width, 1);
  if (fold != LOG_FOLD_NONE)
    log_shape_fold (snapshot, &self->palette.bar_text, log_view_mirror (self, log_view_get_gutter (self).marks),
                    (self->font.section_height - 1) / 2.0, LOG_VIEW_MARK / 2.0,
                    fold == LOG_FOLD_FOLDED, log_view_is_mirrored (self));
  draw_name (self, snapshot, name, draw_extent (self, snapshot, extent));

  return gtk_snapshot_free_to_node (snapshot);
}

/* A log without sections is one, under its own name. */
void
log_view_draw_section (CulpritLogView *self,
                       GtkSnapshot    *snapshot)
{
  const Section *section = log_view_get_section (self, culprit_log_view_get_first_line (self));
  gboolean whole = self->sections == NULL || self->sections->len == 0;
  g_autofree char *extent = section != NULL || whole ? format_extent (self, section) : g_strdup ("");
  LogFold fold = section != NULL ? log_view_get_fold (self, section->first_line) : LOG_FOLD_NONE;
  const char *name = section != NULL ? section->name : whole ? job_log_get_name (self->log) : "";
  g_autofree char *words = g_strdup_printf ("%d %d %g %d %s %s", gtk_widget_get_width (GTK_WIDGET (self)), log_view_is_mirrored (self),
                                            log_view_get_gutter (self).text, (int) fold, extent, name);

  if (g_strcmp0 (words, self->section_words) != 0) {
    g_clear_pointer (&self->section_row, gsk_render_node_unref);
    self->section_row = draw_row (self, name, extent, fold);
    g_free (self->section_words);
    self->section_words = g_steal_pointer (&words);
  }
  gtk_snapshot_append_node (snapshot, self->section_row);
}
