/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "log-view-shapes.h"
#include "log-view-tail-edge.h"
#include "words.h"

#define PAGE            25
#define LINE_WIDTH      2
#define TAB_PADDING     6
#define TAB_RADIUS      4
#define GRIP_X          8
#define GRIP_WIDTH      14
#define LABEL_PADDING   9
#define LABEL_RADIUS    6
#define LABEL_END       14
#define LABEL_LEAST     420        /* width of the widget from which there is room for it */

struct _CulpritLogViewTailEdge {
  GtkWidget   parent_instance;

  LogFont    *font;
  LogPalette *palette;
  gint64      lines;
  gint64      n_lines;
  gint64      bytes;
  LogViewEdgeForm form;
  gboolean    narrow;
};

G_DEFINE_FINAL_TYPE (CulpritLogViewTailEdge, culprit_log_view_tail_edge, GTK_TYPE_WIDGET)

enum {
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_label (CulpritLogViewTailEdge *self,
           const char             *text)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (self->font->label, attributes);
  pango_layout_set_width (self->font->label, -1);
  pango_layout_set_text (self->font->label, text, -1);
}

static int
measure_label (CulpritLogViewTailEdge *self,
               const char             *text)
{
  int width;

  set_label (self, text);
  pango_layout_get_pixel_size (self->font->label, &width, NULL);

  return width;
}

static gboolean
is_mirrored (CulpritLogViewTailEdge *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
draw_label (CulpritLogViewTailEdge *self,
            GtkSnapshot            *snapshot,
            double                  x,
            double                  middle,
            const GdkRGBA          *colour)
{
  int height;

  pango_layout_get_pixel_size (self->font->label, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) round (middle - height / 2.0)));
  gtk_snapshot_append_layout (snapshot, self->font->label, colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_grip (GtkSnapshot   *snapshot,
           double         left,
           double         middle,
           const GdkRGBA *colour)
{
  for (int column = 0; column < 2; column++)
    for (int row = -1; row <= 1; row++)
      log_shape_fill (snapshot, colour, left + column * 4, middle + row * 4 - 1, 2, 2);
}

/* Of what hangs from the line or stands on it: its top, where it is HEIGHT high. */
static double
get_top (CulpritLogViewTailEdge *self,
         double                  height)
{
  double middle = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  switch (self->form) {
    case LOG_VIEW_EDGE_HANGING:
      return middle + 1;
    case LOG_VIEW_EDGE_STANDING:
      return middle - 1 - height;
    case LOG_VIEW_EDGE_STUCK:
    default:
      return middle - height / 2;
  }
}

/* Its corners: round away from the line, and away from the gutter's edge. */
static GskRoundedRect
make_flag (CulpritLogViewTailEdge *self,
           double                  left,
           double                  width,
           double                  height,
           float                   start_radius,
           float                   end_radius)
{
  gboolean mirrored = is_mirrored (self);
  float left_radius = mirrored ? end_radius : start_radius;
  float right_radius = mirrored ? start_radius : end_radius;
  GskRoundedRect shape = log_shape_rounded (left, get_top (self, height), width, height, 0);

  if (self->form != LOG_VIEW_EDGE_HANGING) {
    shape.corner[GSK_CORNER_TOP_LEFT] = GRAPHENE_SIZE_INIT (left_radius, left_radius);
    shape.corner[GSK_CORNER_TOP_RIGHT] = GRAPHENE_SIZE_INIT (right_radius, right_radius);
  }
  if (self->form != LOG_VIEW_EDGE_STANDING) {
    shape.corner[GSK_CORNER_BOTTOM_LEFT] = GRAPHENE_SIZE_INIT (left_radius, left_radius);
    shape.corner[GSK_CORNER_BOTTOM_RIGHT] = GRAPHENE_SIZE_INIT (right_radius, right_radius);
  }

  return shape;
}

static void
draw_tab (CulpritLogViewTailEdge *self,
          GtkSnapshot            *snapshot)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->lines);
  const GdkRGBA white = { 1, 1, 1, 1 };
  gboolean mirrored = is_mirrored (self);
  double width = culprit_log_view_tail_edge_get_tab_width (self);
  double left = mirrored ? gtk_widget_get_width (GTK_WIDGET (self)) - width : 0;
  double middle = get_top (self, self->font->label_height) + self->font->label_height / 2.0;
  double text = self->narrow ? TAB_PADDING : GRIP_X + GRIP_WIDTH;
  GskRoundedRect rect = make_flag (self, left, width, self->font->label_height, 0, TAB_RADIUS);

  log_shape_fill_rounded (snapshot, &self->palette->range_grip, &rect);
  if (!self->narrow)
    draw_grip (snapshot, mirrored ? left + width - GRIP_X - 6 : GRIP_X, middle, &white);

  set_label (self, number);
  draw_label (self, snapshot, mirrored ? left + TAB_PADDING : text, middle, &white);
}

static char *
dup_words (CulpritLogViewTailEdge *self)
{
  g_autofree char *number = culprit_dup_count (self->lines);
  g_autofree char *words = NULL;
  g_autofree char *size = NULL;

  /* Translators: at the line in the log where the tail range starts. */
  words = g_strdup_printf (ngettext ("Last %s line from here", "Last %s lines from here", (gulong) self->lines),
                           number);
  if (self->bytes < 0)
    return g_steal_pointer (&words);

  size = g_format_size ((guint64) self->bytes);
  return g_strdup_printf ("%s · %s", words, size);
}

static void
draw_line (CulpritLogViewTailEdge *self,
           GtkSnapshot            *snapshot)
{
  g_autofree char *words = dup_words (self);
  double total = gtk_widget_get_width (GTK_WIDGET (self));
  double middle = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  double width = measure_label (self, words) + 2 * LABEL_PADDING;
  double left = is_mirrored (self) ? LABEL_END : total - width - LABEL_END;
  GdkRGBA tint = self->palette->range_edge;
  GskRoundedRect rect = make_flag (self, left, width, self->font->label_height, LABEL_RADIUS, LABEL_RADIUS);

  log_shape_fill (snapshot, &self->palette->range_edge, 0, middle - LINE_WIDTH / 2.0, total, LINE_WIDTH);
  if (total < LABEL_LEAST)
    return;

  tint.alpha = 0.16f;
  tint = log_palette_blend (&self->palette->background, &tint);
  log_shape_fill_rounded (snapshot, &tint, &rect);
  draw_label (self, snapshot, left + LABEL_PADDING, get_top (self, self->font->label_height) + self->font->label_height / 2.0,
              &self->palette->colours[4]);
}

static void
culprit_log_view_tail_edge_snapshot (GtkWidget   *widget,
                                     GtkSnapshot *snapshot)
{
  CulpritLogViewTailEdge *self = CULPRIT_LOG_VIEW_TAIL_EDGE (widget);
  double width = culprit_log_view_tail_edge_get_tab_width (self);
  GdkRGBA colour = self->palette->focus;
  GskRoundedRect shape = log_shape_rounded (is_mirrored (self) ? gtk_widget_get_width (widget) - width - 3 : 0,
                                            get_top (self, self->font->label_height) - 3,
                                            width + 3, self->font->label_height + 6, TAB_RADIUS + 2);

  if (self->form != LOG_VIEW_EDGE_STUCK)
    draw_line (self, snapshot);
  draw_tab (self, snapshot);

  colour.alpha = 1;
  if (gtk_widget_has_visible_focus (widget))
    log_shape_outline (snapshot, &colour, &shape, 2);
}

static gboolean
moved (GtkWidget *widget,
       GVariant  *arguments,
       gpointer   data)
{
  g_signal_emit (widget, signals[MOVED], 0, g_variant_get_int64 (arguments));

  return TRUE;
}

static void
culprit_log_view_tail_edge_class_init (CulpritLogViewTailEdgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct {
    guint  key;
    gint64 lines;
  } keys[] = {
    { GDK_KEY_Up, 1 },
    { GDK_KEY_Down, -1 },
    { GDK_KEY_Left, -1 },
    { GDK_KEY_Right, 1 },
    { GDK_KEY_Page_Up, PAGE },
    { GDK_KEY_Page_Down, -PAGE },
    { GDK_KEY_Home, G_MAXINT32 },
    { GDK_KEY_End, -G_MAXINT32 },
  };

  widget_class->snapshot = culprit_log_view_tail_edge_snapshot;

  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, moved, "x", keys[i].lines);

  gtk_widget_class_set_css_name (widget_class, "tailedge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
culprit_log_view_tail_edge_init (CulpritLogViewTailEdge *self)
{
  self->bytes = -1;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  log_shape_follow_focus (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Start of the tail"),
                                  GTK_ACCESSIBLE_PROPERTY_ORIENTATION, GTK_ORIENTATION_VERTICAL,
                                  -1);
}

GtkWidget *
culprit_log_view_tail_edge_new (LogFont    *font,
                                LogPalette *palette)
{
  CulpritLogViewTailEdge *self = g_object_new (CULPRIT_TYPE_LOG_VIEW_TAIL_EDGE, NULL);

  self->font = font;
  self->palette = palette;

  return GTK_WIDGET (self);
}

void
culprit_log_view_tail_edge_set_range (CulpritLogViewTailEdge *self,
                                      gint64                  lines,
                                      gint64                  n_lines,
                                      gint64                  bytes)
{
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;

  if (self->lines == lines && self->n_lines == n_lines && self->bytes == bytes)
    return;

  self->lines = lines;
  self->n_lines = n_lines;
  self->bytes = bytes;
  number = culprit_dup_count (lines);
  words = g_strdup_printf (ngettext ("%s line", "%s lines", (gulong) lines), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) n_lines,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) lines,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
culprit_log_view_tail_edge_set_form (CulpritLogViewTailEdge *self,
                                     LogViewEdgeForm         form,
                                     gboolean                narrow)
{
  if (self->form == form && self->narrow == narrow)
    return;

  self->form = form;
  self->narrow = narrow;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
culprit_log_view_tail_edge_get_tab_width (CulpritLogViewTailEdge *self)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->lines);

  return (self->narrow ? TAB_PADDING : GRIP_X + GRIP_WIDTH) + measure_label (self, number) + TAB_PADDING;
}
