/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "words.h"

#include "overview-strip-private.h"

#define WIDTH_NARROW   10

enum {
  PROP_VIEW = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CulpritOverviewStrip, culprit_overview_strip, GTK_TYPE_WIDGET)

static void
culprit_overview_strip_measure (GtkWidget      *widget,
                                GtkOrientation  orientation,
                                int             for_size,
                                int            *minimum,
                                int            *natural,
                                int            *minimum_baseline,
                                int            *natural_baseline)
{
  CulpritOverviewStrip *self = CULPRIT_OVERVIEW_STRIP (widget);
  gboolean narrow = self->view != NULL && self->view->narrow;

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? OVERVIEW_STRIP_LEAST_THUMB : narrow ? WIDTH_NARROW : OVERVIEW_STRIP_WIDTH;
  *natural = *minimum;
}

static void
culprit_overview_strip_css_changed (GtkWidget         *widget,
                                    GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (culprit_overview_strip_parent_class)->css_changed (widget, change);

  log_palette_load (&CULPRIT_OVERVIEW_STRIP (widget)->palette, widget, TRUE);
  overview_errors_forget (&CULPRIT_OVERVIEW_STRIP (widget)->errors);
  gtk_widget_queue_draw (widget);
}

static char *
dup_hits (CulpritOverviewStrip *self)
{
  LogFind *find = culprit_log_view_get_find (self->view);
  gint64 n = find != NULL ? log_find_get_n_hits (find) : 0;
  g_autofree char *count = culprit_dup_count (n);
  g_autofree char *words = g_strdup_printf (ngettext ("%s match", "%s matches", (gulong) n), count);

  return find != NULL ? g_strconcat (", ", words, NULL) : g_strdup ("");
}

static void
update_accessible (CulpritOverviewStrip *self)
{
  gint64 line = culprit_log_view_get_first_line (self->view);
  guint n = self->view->findings != NULL ? self->view->findings->failures->len : 0;
  g_autofree char *number = culprit_dup_count (line);
  g_autofree char *total = culprit_dup_count (self->view->n_lines);
  g_autofree char *place = NULL;
  g_autofree char *failures = NULL;
  g_autofree char *hits = dup_hits (self);
  g_autofree char *words = NULL;
  double most;

  place = g_strdup_printf (_("line %s of %s"), number, total);
  failures = g_strdup_printf (ngettext ("%u failure", "%u failures", n), n);
  words = g_strdup_printf ("%s, %s%s", place, failures, hits);
  most = gtk_adjustment_get_upper (self->adjustment) - gtk_adjustment_get_page_size (self->adjustment);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, most,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, gtk_adjustment_get_value (self->adjustment),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

static void
scrolled (CulpritOverviewStrip *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->adjustment != NULL)
    update_accessible (self);
}

static void
changed (CulpritOverviewStrip *self)
{
  overview_errors_forget (&self->errors);
  scrolled (self);
}

static void
adjustment_set (CulpritOverviewStrip *self)
{
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);

  if (self->view != NULL && self->view->vadjustment != NULL) {
    self->adjustment = g_object_ref (self->view->vadjustment);
    g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (scrolled), self);
    g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (changed), self);
  }
}

static void
set_view (CulpritOverviewStrip *self,
          CulpritLogView       *view)
{
  if (self->view == view)
    return;

  if (self->view != NULL) {
    g_signal_handlers_disconnect_by_data (self->view, self);
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_CONTROLS);
  }
  g_set_object (&self->view, view);
  adjustment_set (self);
  if (view == NULL)
    return;

  g_signal_connect_swapped (view, "notify::vadjustment", G_CALLBACK (adjustment_set), self);
  g_signal_connect_swapped (view, "notify::tail-lines", G_CALLBACK (changed), self);
  g_signal_connect_swapped (view, "notify::selected-failure", G_CALLBACK (changed), self);
  g_signal_connect_swapped (view, "notify::narrow", G_CALLBACK (gtk_widget_queue_resize), self);
  g_signal_connect_swapped (view, "updated", G_CALLBACK (changed), self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_CONTROLS, view, NULL, -1);
}

static void
drag_to (CulpritOverviewStrip *self,
         double                y)
{
  double total = gtk_widget_get_height (GTK_WIDGET (self));
  double range = gtk_adjustment_get_upper (self->adjustment) -
                 gtk_adjustment_get_page_size (self->adjustment);
  double top;
  double height;

  overview_strip_get_thumb (self, &top, &height);
  if (total > height)
    log_view_scroll_to (self->view, (y - self->grabbed) / (total - height) * range, FALSE);
}

static void
drag_began (GtkGestureDrag       *gesture,
            double                x,
            double                y,
            CulpritOverviewStrip *self)
{
  double top;
  double height;

  if (self->adjustment == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  overview_strip_get_thumb (self, &top, &height);
  self->grabbed = y >= top && y <= top + height ? y - top : height / 2;
  drag_to (self, y);
}

static void
dragged (GtkGestureDrag       *gesture,
         double                offset_x,
         double                offset_y,
         CulpritOverviewStrip *self)
{
  double x;
  double y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->grabbed >= 0)
    drag_to (self, y + offset_y);
}

static void
drag_ended (CulpritOverviewStrip *self)
{
  self->grabbed = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
scroll (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   data)
{
  CulpritOverviewStrip *self = CULPRIT_OVERVIEW_STRIP (widget);
  int steps;
  gboolean by_page;

  if (self->adjustment == NULL)
    return FALSE;

  g_variant_get (arguments, "(ib)", &steps, &by_page);
  log_view_scroll_to (self->view,
                      gtk_adjustment_get_value (self->adjustment) +
                      steps * (by_page ? gtk_adjustment_get_page_increment (self->adjustment)
                                       : gtk_adjustment_get_step_increment (self->adjustment)),
                      FALSE);

  return TRUE;
}

static gboolean
wheel (GtkEventControllerScroll *controller,
       double                    dx,
       double                    dy,
       CulpritOverviewStrip     *self)
{
  if (self->adjustment == NULL)
    return FALSE;

  log_view_scroll_to (self->view,
                      gtk_adjustment_get_value (self->adjustment) +
                      dy * gtk_adjustment_get_step_increment (self->adjustment) * 3, FALSE);
  return TRUE;
}

static void
culprit_overview_strip_set_property (GObject      *object,
                                     guint         property_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  if (property_id == PROP_VIEW)
    set_view (CULPRIT_OVERVIEW_STRIP (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
culprit_overview_strip_get_property (GObject    *object,
                                     guint       property_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  if (property_id == PROP_VIEW)
    g_value_set_object (value, CULPRIT_OVERVIEW_STRIP (object)->view);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
culprit_overview_strip_dispose (GObject *object)
{
  set_view (CULPRIT_OVERVIEW_STRIP (object), NULL);
  overview_errors_forget (&CULPRIT_OVERVIEW_STRIP (object)->errors);

  G_OBJECT_CLASS (culprit_overview_strip_parent_class)->dispose (object);
}

static void
culprit_overview_strip_class_init (CulpritOverviewStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = culprit_overview_strip_set_property;
  object_class->get_property = culprit_overview_strip_get_property;
  object_class->dispose = culprit_overview_strip_dispose;
  widget_class->measure = culprit_overview_strip_measure;
  widget_class->snapshot = overview_strip_snapshot;
  widget_class->css_changed = culprit_overview_strip_css_changed;

  properties[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, CULPRIT_TYPE_LOG_VIEW,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, scroll, "(ib)", -1, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, scroll, "(ib)", 1, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, scroll, "(ib)", -1, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, scroll, "(ib)", 1, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, scroll, "(ib)", -G_MAXINT32, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, scroll, "(ib)", G_MAXINT32, TRUE);
  gtk_widget_class_set_css_name (widget_class, "overviewstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SCROLLBAR);
}

static void
culprit_overview_strip_init (CulpritOverviewStrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *scrolling = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->grabbed = -1;
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_began), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (dragged), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_ended), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (scrolling, "scroll", G_CALLBACK (wheel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scrolling);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  log_shape_follow_focus (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overview"),
                                  GTK_ACCESSIBLE_PROPERTY_ORIENTATION, GTK_ORIENTATION_VERTICAL,
                                  -1);
}

GtkWidget *
culprit_overview_strip_new (void)
{
  return g_object_new (CULPRIT_TYPE_OVERVIEW_STRIP, NULL);
}
