/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "archive-kind.h"

/* Goes through the files of one archive, and of one only: what is packed in one of them is the
 * business of another reader. So the work between two reads of its base, where it can be
 * cancelled, is bounded: what 64 KiB can be unpacked to.
 *
 * A compressed file that is no archive has one file without a path.
 */
typedef struct ArchiveReader ArchiveReader;

/* Reads from where BASE is. NAME is for messages. */
ArchiveReader *archive_reader_new        (GInputStream   *base,
                                          ArchiveKind     kind,
                                          const char     *name);
void           archive_reader_free       (ArchiveReader  *reader);

/* Whether it can go back, and skip files without unpacking them: BASE can seek and is at its
 * start. */
gboolean       archive_reader_can_seek   (ArchiveReader  *reader);

/* Goes to the next regular file. FALSE at the end, then without ERROR, and where it fails. */
gboolean       archive_reader_next       (ArchiveReader  *reader,
                                          GCancellable   *cancellable,
                                          GError        **error);

/* Goes to file number INDEX, from 0, of a reader that can seek. They come in the same order
 * each time. FALSE and ERROR where there is none. */
gboolean       archive_reader_go_to      (ArchiveReader  *reader,
                                          guint           index,
                                          GCancellable   *cancellable,
                                          GError        **error);

/* The file's path in the archive, fit to be shown: valid UTF-8 without control or hidden characters,
 * not longer than ARCHIVE_READER_MAX_PATH bytes; "" where it has none. */
#define ARCHIVE_READER_MAX_PATH 512
const char    *archive_reader_get_path   (ArchiveReader  *reader);

/* Bytes of the file; 0 at its end. An error, which names archive and file, ends the file. */
gssize         archive_reader_read       (ArchiveReader  *reader,
                                          void           *bytes,
                                          gsize           count,
                                          GCancellable   *cancellable,
                                          GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArchiveReader, archive_reader_free)
