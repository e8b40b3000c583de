/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* Copies BASE, an archive that comes through a pipe or is packed itself, to a private file, in
 * which its files can be listed first and read in any order. The stream that this gives can
 * seek, unless there are more than MAX_BYTES: then it gives the copy, then the rest of BASE.
 * NULL where it is cancelled or cannot be kept. Errors call it NAME. */
GInputStream *archive_copy_new (GInputStream  *base,
                                const char    *name,
                                guint64        max_bytes,
                                GCancellable  *cancellable,
                                GError       **error);
