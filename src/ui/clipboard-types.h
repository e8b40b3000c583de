/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>

/* What a clipboard offers. On X11 the program that has it is asked, and until it answers nothing is known of what was just copied:
 * there gdk_clipboard_get_formats() has none. */

/* Calls CALLBACK, whose source object is CLIPBOARD, once it is known what it offers, or has been waited for long enough to take it
 * for empty. */
void     clipboard_types_wait        (GdkClipboard        *clipboard,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);

/* Whether it offers anything. */
gboolean clipboard_types_wait_finish (GdkClipboard        *clipboard,
                                      GAsyncResult        *result);
