/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

/* Writes down which logs are open, and what was edited in their issues, a moment after something changed and when the last window closes, and brings
 * them back. Where the user does not want that, nothing is kept. */
typedef struct SessionKeeper SessionKeeper;

/* Watches the windows of APPLICATION, which is borrowed until session_keeper_free(). */
SessionKeeper *session_keeper_new      (GtkApplication *application);
void           session_keeper_free     (SessionKeeper  *keeper);

/* Opens the windows that were open last, the one used last in front, which tells what is gone. FALSE where there are
 * none. */
gboolean       session_keeper_restore  (SessionKeeper  *keeper);

/* All windows that are open are about to be closed, and are to come back. */
void           session_keeper_end      (SessionKeeper  *keeper);
