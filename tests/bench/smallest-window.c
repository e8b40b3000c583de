/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "frames.h"

/* usage: smallest-window
 *
 * The least that a program of libadwaita is, a window with a header bar: tells when its first frame was drawn, and ends. */

static void
was_drawn (GtkWindow *window,
           gpointer   user_data)
{
  frames_print_first ();
  g_application_quit (user_data);
}

static void
was_activated (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("example.quill.Smallest", G_APPLICATION_DEFAULT_FLAGS);

  frames_watch_first (GTK_APPLICATION (application), was_drawn, application);
  g_signal_connect (application, "activate", G_CALLBACK (was_activated), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
