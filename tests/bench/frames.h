/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

/* Processor time, in seconds: of this thread, and of this process. */
double   frames_get_thread_time  (void);
double   frames_get_process_time (void);

/* Calls FUNC once, right after the first frame of the first window of APPLICATION was drawn. */
typedef void (*FramesFunc) (GtkWindow *window,
                            gpointer   user_data);

void     frames_watch_first      (GtkApplication *application,
                                  FramesFunc      func,
                                  gpointer        user_data);

/* Prints "first-frame MONOTONIC THREAD PROCESS": by the clock and of the processor since the program started, in seconds. */
void     frames_print_first      (void);

/* Processor time of what draws for DISPLAY, once it is done with all that it was asked for, in seconds: the process whose number
 * is in the environment; 0 where none is. */
#define FRAMES_SERVER "CULPRIT_BENCH_SERVER"

double   frames_get_server_time  (GdkDisplay     *display);

/* The first widget under ROOT of TYPE, or NULL. */
GtkWidget *frames_find           (GtkWidget      *root,
                                  GType           type);
