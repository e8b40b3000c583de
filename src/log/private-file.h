/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* A file for what does not fit in memory, that nobody else can open: without a name, of mode
 * 0600. It is in the user's cache folder, or another where that one has no room or is in memory
 * (tmpfs); in memory only where no folder is on a disk. */

/* So much of a disk stays free for other programs, however large a log grows: this part of it
 * (what ext4 sets aside for root too), but not more than these bytes, which a desktop needs to
 * go on working while the user frees some. */
#define PRIVATE_FILE_RESERVE_PERCENT 5
#define PRIVATE_FILE_RESERVE_BYTES   (G_GUINT64_CONSTANT (2) << 30)

/* How many bytes are written between two looks at what is free. */
#define PRIVATE_FILE_LOOK_EVERY (16 * 1024 * 1024)

/* Returns its descriptor, or -1. */
int      private_file_open  (GError        **error);

/* Writes all of BYTES at OFFSET, the end of the file. Fails with one line for the user where
 * the disk is full or would have less than the reserve. */
gboolean private_file_write (int             fd,
                             gconstpointer   bytes,
                             gsize           length,
                             guint64         offset,
                             GError        **error);

/* Reads up to LENGTH bytes at OFFSET and returns how many there were. */
gsize    private_file_read  (int             fd,
                             gpointer        bytes,
                             gsize           length,
                             guint64         offset);
