/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The times of lines in the gutter, between their numbers and the marks. */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "log-view-private.h"

#define GAP           8      /* between number and time */
#define MOST_OF_VIEW  0.5    /* the gutter leaves as much to the text */
#define PILL_PADDING  3      /* round what stands out */
#define PILL_MARGIN   1      /* above and below it */

static int
measure (CulpritLogView *self,
         const char     *text)
{
  int width;

  pango_layout_set_text (self->font.number, text, -1);
  pango_layout_get_pixel_size (self->font.number, &width, NULL);

  return width;
}

void
log_view_update_times (CulpritLogView *self)
{
  g_autofree char *widest = NULL;
  int width = 0;

  if (log_times_update (&self->times))
    log_view_forget_rows (self);

  if (log_times_has_any (&self->times))
    widest = log_times_dup_widest (&self->times, self->line_times);
  if (widest != NULL && *widest != '\0')
    width = GAP + measure (self, widest) + PILL_PADDING;
  if (self->times_width == width)
    return;

  self->times_width = width;
  log_view_forget_rows (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
log_view_get_times_room (CulpritLogView *self,
                         double          gutter_width)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  return gutter_width + self->times_width <= width * MOST_OF_VIEW ? self->times_width : 0;
}

void
log_view_set_line_times (CulpritLogView *self,
                         LogTimesKind    kind)
{
  if (self->line_times == kind)
    return;

  self->line_times = kind;
  log_view_forget_rows (self);
  log_view_update_times (self);
  log_view_configure (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "line-times");
}

gboolean
culprit_log_view_has_times (CulpritLogView *self)
{
  g_return_val_if_fail (CULPRIT_IS_LOG_VIEW (self), FALSE);

  return log_times_has_any (&self->times);
}

static void
draw_pill (CulpritLogView *self,
           GtkSnapshot    *snapshot,
           double          x,
           double          width)
{
  double height = self->font.row_height - 2 * PILL_MARGIN;
  GskRoundedRect shape = log_shape_rounded (x - PILL_PADDING + 0.5, PILL_MARGIN + 0.5, width + 2 * PILL_PADDING - 1, height - 1, height / 3);

  log_shape_outline (snapshot, &self->palette.foreground, &shape, 1);
}

/* With the row's top and the widget's edge at the snapshot's origin. */
static void
draw_text (CulpritLogView *self,
           GtkSnapshot    *snapshot,
           const char     *text,
           gboolean        is_slow)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  double right = log_view_get_gutter (self).times - PILL_PADDING;
  double width;
  double x;

  if (is_slow)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (self->font.number, attributes);
  width = measure (self, text);
  x = log_view_is_mirrored (self) ? log_view_mirror (self, right) : right - width;
  /* What is wider than it can be in the order of times is left out: it would be over the number. */
  if (width <= self->times_width - PILL_PADDING)
    log_font_draw (self->font.number, snapshot, x, self->font.baseline,
                   is_slow ? &self->palette.foreground : &self->palette.number);
  if (width <= self->times_width - PILL_PADDING && is_slow)
    draw_pill (self, snapshot, x, width);
  pango_layout_set_attributes (self->font.number, NULL);
}

static GskRenderNode *
make_node (CulpritLogView *self,
           gint64          line)
{
  gboolean is_slow;
  g_autofree char *text = log_times_dup_text (&self->times, self->line_times, line, &is_slow);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  if (text != NULL)
    draw_text (self, snapshot, text, is_slow);

  return gtk_snapshot_free_to_node (snapshot);
}

void
log_view_draw_time (CulpritLogView *self,
                    GtkSnapshot    *snapshot,
                    gint64          line)
{
  LogViewRow *row = log_view_get_row (self, line);

  if (log_view_get_gutter (self).times == 0)
    return;

  if (!row->has_looked_at_time) {
    row->time = make_node (self, line);
    row->has_looked_at_time = TRUE;
  }
  if (row->time == NULL)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) log_view_get_line_y (self, line)));
  gtk_snapshot_append_node (snapshot, row->time);
  gtk_snapshot_restore (snapshot);
}

void
log_view_append_times_menu (GMenu *menu)
{
  static const struct {
    LogTimesKind  kind;
    const char   *label;
  } items[] = {
    { LOG_TIMES_NONE, N_("_None") },
    { LOG_TIMES_OF_DAY, N_("_Time of Day") },
    { LOG_TIMES_SINCE_START, N_("Since the _Start") },
    { LOG_TIMES_SINCE_LINE, N_("Since the _Line Before") },
  };
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) times = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (_(items[i].label), NULL);

    g_menu_item_set_action_and_target (item, "win.line-times", "s", log_times_kind_to_string (items[i].kind));
    g_menu_append_item (times, item);
  }
  g_menu_append_submenu (section, _("Line T_imes"), G_MENU_MODEL (times));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}
