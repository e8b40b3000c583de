/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The menu of a tab is libadwaita's, which lets the keyboard leave it for the window with the keys that go from item to
 * item, and does not give it back to the tab. */

#include "config.h"

#include "window-private.h"

static gboolean
get_direction (guint             key,
               GtkDirectionType *ret_direction)
{
  switch (key) {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      *ret_direction = GTK_DIR_TAB_FORWARD;
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_ISO_Left_Tab:
      *ret_direction = GTK_DIR_TAB_BACKWARD;
      return TRUE;
    default:
      return FALSE;
  }
}

static gboolean
key_pressed (GtkWidget *menu,
             guint      key)
{
  GtkDirectionType direction;

  if (!get_direction (key, &direction))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_child_focus (menu, direction);

  return GDK_EVENT_STOP;
}

static void
menu_closed (CulpritWindow *self)
{
  if (self->menu_focus != NULL && gtk_widget_get_mapped (self->menu_focus))
    gtk_widget_grab_focus (self->menu_focus);
}

static GtkWidget *
find_menu (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_POPOVER_MENU (widget) ? widget : NULL;
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (; found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_menu (child);

  return found;
}

/* It is made when it is opened first. */
static void
menu_opened (gpointer data)
{
  g_autoptr (CulpritWindow) self = data;
  GtkWidget *menu = find_menu (GTK_WIDGET (self->tab_bar));
  GtkEventController *controller;

  if (menu == NULL || menu == self->held_menu)
    return;

  g_set_weak_pointer (&self->held_menu, menu);
  controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed), menu);
  gtk_widget_add_controller (menu, controller);
  g_signal_connect_object (menu, "closed", G_CALLBACK (menu_closed), self, G_CONNECT_SWAPPED);
}

void
culprit_window_hold_tab_menu (CulpritWindow *self)
{
  g_set_weak_pointer (&self->menu_focus, gtk_window_get_focus (GTK_WINDOW (self)));
  g_idle_add_once (menu_opened, g_object_ref (self));
}
