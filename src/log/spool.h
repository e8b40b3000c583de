/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* Bytes that are only ever appended: in memory at first, then in a private file
 * (private-file.h), of which a block stays in memory.
 *
 * One thread appends, any thread reads, at any time; what was appended is there for readers at
 * once and never changes. Appending takes no lock but where a block of 256 KiB is full. */
typedef struct Spool Spool;

/* RESIDENT: how many bytes to keep in memory before a file is made; rounded to blocks. */
Spool    *spool_new        (gsize           resident);
void      spool_free       (Spool          *spool);

/* After an error nothing more can be appended; what was appended before stays, and perhaps some
 * of BYTES. */
gboolean  spool_append     (Spool          *spool,
                            gconstpointer   bytes,
                            gsize           length,
                            GError        **error);

guint64   spool_get_length (Spool          *spool);

/* Copies up to LENGTH bytes from OFFSET on and returns how many there were. */
gsize     spool_read       (Spool          *spool,
                            guint64         offset,
                            gpointer        bytes,
                            gsize           length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Spool, spool_free)
