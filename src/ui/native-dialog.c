/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "native-dialog.h"

static void
parent_is_gone (GtkNativeDialog *dialog)
{
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
was_answered (GtkNativeDialog *dialog)
{
  g_object_unref (dialog);
}

void
native_dialog_show (GtkNativeDialog *dialog)
{
  g_signal_connect_after (dialog, "response", G_CALLBACK (was_answered), NULL);
  g_signal_connect_object (gtk_native_dialog_get_transient_for (dialog), "destroy", G_CALLBACK (parent_is_gone), dialog,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (dialog);
}

void
dialog_fit (GtkWindow *dialog)
{
  GtkWindow *parent = gtk_window_get_transient_for (dialog);
  int parent_width = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) : 0;
  int width, height;

  gtk_window_get_default_size (dialog, &width, &height);
  if (parent_width > 0)
    gtk_window_set_default_size (dialog, MIN (width, parent_width), height);
}
