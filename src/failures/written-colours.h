/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Colours that a log has as text, "^[[31m" for ESC [31m: so do programs write them that let no
 * escape character through, such as "gh run view --log". Who reads the log sees them; rules do
 * not. */

/* Whether the LENGTH bytes at TEXT have any. */
gboolean written_colours_are_in (const char *text,
                                 gsize       length);

/* Puts TEXT without them into PLAIN, whose text it becomes. Returns whether there were any;
 * without, PLAIN is left as it is. */
gboolean written_colours_remove (const char *text,
                                 gsize       length,
                                 GString    *plain);
