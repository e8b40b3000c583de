/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "window-private.h"

static GtkShortcut *
shortcut_new (guint            key,
              GdkModifierType  modifiers,
              const char      *action)
{
  return gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_named_action_new (action));
}

void
culprit_window_add_late_keys (CulpritWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (controller);

  gtk_shortcut_controller_add_shortcut (keys, shortcut_new (GDK_KEY_v, GDK_CONTROL_MASK,
                                                            "win.paste"));
  gtk_shortcut_controller_add_shortcut (keys, shortcut_new (GDK_KEY_Insert, GDK_SHIFT_MASK,
                                                            "win.paste"));
  gtk_shortcut_controller_add_shortcut (keys, shortcut_new (GDK_KEY_c, GDK_CONTROL_MASK,
                                                            "win.copy-selection"));
  gtk_shortcut_controller_add_shortcut (keys, shortcut_new (GDK_KEY_Escape, 0, "win.cancel"));
  gtk_shortcut_controller_add_shortcut (keys, shortcut_new (GDK_KEY_Escape, 0, "win.back"));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
