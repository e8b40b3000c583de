/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A tab that is dropped outside of all windows goes to one of its own, which is AdwTabBar's work. On X11 it waits for an
 * answer to the drop, though: GDK 4 takes the root window for one that accepts it, which never answers, and the tab would be
 * in no window. Elsewhere the display tells that nobody took it, or that the drag was cancelled: the tab comes back. */

#include "config.h"

#include "window-private.h"

static gboolean
answer (gpointer user_data)
{
  g_signal_emit_by_name (user_data, "dnd-finished");

  return G_SOURCE_REMOVE;
}

/* What is dragged is itself the surface under the pointer, as of GTK 4.18, unless it lets the pointer through. */
static gboolean
is_above_window (GdkDrag *drag)
{
  cairo_region_t *nothing = cairo_region_create ();

  gdk_surface_set_input_region (gdk_drag_get_drag_surface (drag), nothing);
  cairo_region_destroy (nothing);

  return gdk_device_get_surface_at_position (gdk_drag_get_device (drag), NULL, NULL) != NULL;
}

/* Before GDK warns that it cannot send the drop. */
static void
drop_performed (GdkDrag *drag)
{
  if (is_above_window (drag))
    return;

  g_signal_stop_emission_by_name (drag, "drop-performed");
  g_idle_add_full (G_PRIORITY_DEFAULT, answer, g_object_ref (drag), g_object_unref);
}

/* Every drag of a tab begins in a window. */
static void
drag_entered (CulpritWindow           *self,
              double                   x,
              double                   y,
              GtkDropControllerMotion *motion)
{
  GdkDrop *drop = gtk_drop_controller_motion_get_drop (motion);
  GdkDrag *drag = drop != NULL ? gdk_drop_get_drag (drop) : NULL;

  if (drag == NULL || !g_str_equal (G_OBJECT_TYPE_NAME (drag), "GdkX11Drag")
      || !gdk_content_formats_contain_gtype (gdk_drag_get_formats (drag), ADW_TYPE_TAB_PAGE))
    return;

  g_signal_handlers_disconnect_by_func (drag, drop_performed, NULL);
  g_signal_connect (drag, "drop-performed", G_CALLBACK (drop_performed), NULL);
}

void
culprit_window_init_tab_drag (CulpritWindow *self)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (drag_entered), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
