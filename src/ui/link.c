/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "window.h"

#include "link.h"

static void
say (GtkRoot    *root,
     const char *text)
{
  if (CULPRIT_IS_WINDOW (root)) {
    culprit_window_add_toast (CULPRIT_WINDOW (root), text, NULL, NULL);
  } else if (ADW_IS_PREFERENCES_WINDOW (root)) {
    g_autofree char *markup = g_markup_escape_text (text, -1);

    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (root), adw_toast_new (markup));
  }
}

static void
opened (GObject      *object,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  text = g_strdup_printf (_("The link cannot be opened: %s"), error->message);
  if (gtk_widget_get_realized (widget))
    say (gtk_widget_get_root (widget), text);
}

/* Not gtk_show_uri(), which lets go of the window's handle when the program runs, and warns where the window was closed before
 * that. */
void
link_open (GtkWidget  *widget,
           const char *uri)
{
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (widget));

  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, opened, g_object_ref (widget));
}

static gboolean
link_activated (GtkLabel   *label,
                const char *uri)
{
  link_open (GTK_WIDGET (label), uri);

  return TRUE;
}

void
link_open_those_of (GtkLabel *label)
{
  g_signal_connect (label, "activate-link", G_CALLBACK (link_activated), NULL);
}
