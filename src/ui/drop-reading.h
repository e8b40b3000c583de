/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

/* Reads a short text from what is dragged: a list of files, a link. Of one that is longer than a megabyte, which is addresses of
 * a few thousand files, the start is read. */

/* In the first of TYPES that DROP, which may be let go, offers; a NULL ends them. */
void     drop_reading_start    (GdkDrop             *drop,
                                const char         **types,
                                GObject             *object,
                                GAsyncReadyCallback  callback);

/* The text (transfer full), with a NUL after its RET_LENGTH bytes, which may hold others; or NULL. RET_LENGTH may be NULL. */
char    *drop_reading_finish   (GAsyncResult        *result,
                                gsize               *ret_length,
                                GError             **error);

/* Of what it was read. Borrowed. */
GdkDrop *drop_reading_get_drop (GAsyncResult        *result);
