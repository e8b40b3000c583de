/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* Bytes that are only ever appended: in memory at first, then in a private file
 * (private-file.h), of which a block stays in memory.
 *
 * One thread appends; what it has published is read by any. LOCK is the owner's and guards
 * what readers see, so that several spools are published at once.
 */
typedef struct Spool Spool;

/* RESIDENT: how many bytes to keep in memory before a file is made; rounded to blocks. */
Spool    *spool_new     (GMutex        *lock,
                         gsize          resident);
void      spool_free    (Spool         *spool);

/* Appends for the next spool_publish(). Takes the lock only to let go of a block that went to
 * the file. After an error nothing more can be appended; what was published stays. */
gboolean  spool_append  (Spool         *spool,
                         gconstpointer  bytes,
                         gsize          length,
                         GError       **error);

/* Where the next byte goes; the appending thread's own view. */
guint64   spool_get_end (Spool         *spool);

/* Shows readers all that was appended. The lock is held by the caller. */
void      spool_publish (Spool         *spool);

/* How much is published. Takes the lock. */
guint64   spool_get_length (Spool      *spool);

/* Copies up to LENGTH published bytes from OFFSET on and returns how many there were. Takes
 * the lock. */
gsize     spool_read    (Spool         *spool,
                         guint64        offset,
                         gpointer       bytes,
                         gsize          length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Spool, spool_free)
