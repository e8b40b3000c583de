/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE             /* clock_getcpuclockid() */

#include <stdlib.h>
#include <time.h>

#include "frames.h"

typedef struct {
  FramesFunc func;
  gpointer   user_data;
  GtkWindow *window;
} First;

static double
get_time (clockid_t clock)
{
  struct timespec now = { 0 };

  clock_gettime (clock, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

double
frames_get_thread_time (void)
{
  return get_time (CLOCK_THREAD_CPUTIME_ID);
}

double
frames_get_process_time (void)
{
  return get_time (CLOCK_PROCESS_CPUTIME_ID);
}

double
frames_get_server_time (GdkDisplay *display)
{
  const char *pid = g_getenv (FRAMES_SERVER);
  clockid_t clock;

  gdk_display_sync (display);
  if (pid == NULL || clock_getcpuclockid (atoi (pid), &clock) != 0)
    return 0;

  return get_time (clock);
}

static void
after_paint (GdkFrameClock *clock,
             First         *first)
{
  if (first->func == NULL || !gtk_widget_get_mapped (GTK_WIDGET (first->window)))
    return;

  first->func (first->window, first->user_data);
  first->func = NULL;
}

static void
was_realized (GtkWidget *window,
              First     *first)
{
  first->window = GTK_WINDOW (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint), first);
}

static void
window_added (GtkApplication *application,
              GtkWindow      *window,
              First          *first)
{
  if (first->window == NULL)
    g_signal_connect (window, "realize", G_CALLBACK (was_realized), first);
}

void
frames_watch_first (GtkApplication *application,
                    FramesFunc      func,
                    gpointer        user_data)
{
  First *first = g_new0 (First, 1);

  first->func = func;
  first->user_data = user_data;
  g_signal_connect_data (application, "window-added", G_CALLBACK (window_added), first, (GClosureNotify) (void *) g_free, 0);
}

void
frames_print_first (void)
{
  g_print ("first-frame %.6f %.6f %.6f\n", (double) g_get_monotonic_time () / G_USEC_PER_SEC,
           frames_get_thread_time (), frames_get_process_time ());
}

GtkWidget *
frames_find (GtkWidget *root,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = frames_find (child, type);

    if (found != NULL)
      return found;
  }

  return NULL;
}
