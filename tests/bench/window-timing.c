/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gtk/gtk.h>
#include <string.h>

#include "application.h"
#include "frames.h"
#include "log-view-private.h"
#include "settings.h"
#include "window.h"

/* usage: window-timing [--to-end] [FILE]
 *
 * Culprit itself, with FILE as its argument. Tells when the first frame of its window was drawn; with FILE, "first-rows
 * SECONDS" from there until a frame has rows of it; without it or once that is read (--to-end), "private BYTES", its private
 * memory when it is at rest, and "peak BYTES", the most there was at any time. Then it ends. */

#define LOOK_INTERVAL 20        /* milliseconds */
#define REST_INTERVAL 300
#define REST_SHARE    0.1       /* of the processor, with which it is at rest */

typedef struct {
  GApplication  *application;
  CulpritWindow *window;
  gboolean       has_file;
  gboolean       to_end;
  gint64         started;         /* when the first frame was there, in microseconds */
  gboolean       has_rows;
  double         processor;       /* at the last look whether it rests */
  gint64         peak;
} Timing;

/* The sum of Private_Clean and Private_Dirty, in bytes. */
static gint64
get_private_memory (void)
{
  g_autofree char *text = NULL;
  gint64 kilobytes = 0;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  for (const char *at = strstr (text, "Private_"); at != NULL; at = strstr (at + 1, "Private_"))
    if (!g_str_has_prefix (at, "Private_Hugetlb"))
      kilobytes += g_ascii_strtoll (strchr (at, ':') + 1, NULL, 10);

  return kilobytes * 1024;
}

static gboolean
is_loading (Timing *timing)
{
  CulpritLogPage *page = culprit_window_get_page (timing->window);

  return page != NULL ? culprit_log_page_is_loading (page) : timing->has_file;
}

/* Looking takes a part of the processor itself, and ends before it is asked whether the window rests. */
static gboolean
look_at_memory (gpointer user_data)
{
  Timing *timing = user_data;

  timing->peak = MAX (timing->peak, get_private_memory ());

  return is_loading (timing) ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
end (Timing *timing)
{
  g_application_quit (timing->application);
}

static gboolean
look_for_rest (gpointer user_data)
{
  Timing *timing = user_data;
  double processor = frames_get_process_time ();
  double share = (processor - timing->processor) * 1000 / REST_INTERVAL;

  timing->processor = processor;
  if (is_loading (timing) || share > REST_SHARE)
    return G_SOURCE_CONTINUE;

  g_print ("private %" G_GINT64_FORMAT "\n", get_private_memory ());
  g_print ("peak %" G_GINT64_FORMAT "\n", timing->peak);
  end (timing);

  return G_SOURCE_REMOVE;
}

static void
look_for_rows (GdkFrameClock *clock,
               Timing        *timing)
{
  CulpritLogPage *page = culprit_window_get_page (timing->window);
  GtkWidget *widget = page != NULL ? frames_find (GTK_WIDGET (page), CULPRIT_TYPE_LOG_VIEW) : NULL;
  GHashTable *drawn = widget != NULL ? CULPRIT_LOG_VIEW (widget)->rows : NULL;

  if (timing->has_rows || drawn == NULL || g_hash_table_size (drawn) == 0)
    return;

  timing->has_rows = TRUE;
  g_print ("first-rows %.6f\n", (double) (g_get_monotonic_time () - timing->started) / G_USEC_PER_SEC);
  if (!timing->to_end)
    end (timing);
}

static void
was_drawn (GtkWindow *window,
           gpointer   user_data)
{
  Timing *timing = user_data;

  frames_print_first ();
  timing->started = g_get_monotonic_time ();
  timing->window = CULPRIT_WINDOW (window);
  if (timing->has_file) {
    g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (look_for_rows), timing);
    look_for_rows (NULL, timing);
  }
  if (timing->to_end) {
    g_timeout_add (LOOK_INTERVAL, look_at_memory, timing);
    g_timeout_add (REST_INTERVAL, look_for_rest, timing);
  } else if (!timing->has_file) {
    end (timing);
  }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GApplication) application = culprit_application_new ();
  Timing timing = { .application = application };
  char *arguments[] = { argv[0], NULL, NULL };

  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "--to-end"))
      timing.to_end = TRUE;
    else
      arguments[1] = argv[i];
  timing.has_file = arguments[1] != NULL;

  /* No service is asked. */
  g_settings_set_boolean (settings_get (), "known-issues", FALSE);
  frames_watch_first (GTK_APPLICATION (application), was_drawn, &timing);

  return g_application_run (application, timing.has_file ? 2 : 1, arguments);
}
