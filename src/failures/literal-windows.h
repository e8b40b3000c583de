/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include <glib.h>

/* Bytes of a literal that it is known by. */
typedef struct {
  guint32 window;     /* LITERAL_WINDOW bytes, as they stand in memory */
  guint   literal;    /* index */
  guint   offset;     /* in the literal */
} LiteralWindow;

/* The window at OFFSET. */
static inline guint32
literal_window_read (const char *text,
                     gsize       offset)
{
  guint32 window;

  memcpy (&window, text + offset, sizeof window);

  return window;
}

/* Two windows for each of TEXTS, which have LITERAL_LONG bytes or more: one at an even offset
 * and one at an odd one. Chosen so that few are in ordinary lines of logs, and many literals
 * share one. An array of LiteralWindow, sorted by window (transfer full). */
GArray *literal_windows_choose (const GPtrArray *texts);
