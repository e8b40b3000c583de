/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* What a file is packed with, told by its first bytes and never by its name. The marks are
 * those of RFC 1952 (gzip), RFC 8878 (zstd), tukaani.org/xz/xz-file-format.txt, bzip2's block
 * header, PKWARE's APPNOTE.TXT 4.3 (zip) and POSIX.1-2017 pax, “ustar Interchange Format”
 * (tar, whose header has a checksum). */
typedef enum {
  ARCHIVE_KIND_NONE,
  ARCHIVE_KIND_GZIP,
  ARCHIVE_KIND_XZ,
  ARCHIVE_KIND_ZSTD,
  ARCHIVE_KIND_BZIP2,
  ARCHIVE_KIND_ZIP,
  ARCHIVE_KIND_TAR,
} ArchiveKind;

/* Bytes that always are enough to tell. */
#define ARCHIVE_KIND_PEEK 512

/* Tells what starts with BYTES. FALSE, and ARCHIVE_KIND_NONE, as long as more of them could
 * still make it an archive; a text is told by far fewer than ARCHIVE_KIND_PEEK. */
gboolean archive_kind_tell       (const guint8 *bytes,
                                  gsize         length,
                                  ArchiveKind  *ret_kind);

/* Whether it holds files, with names, and is not one compressed file. */
gboolean archive_kind_has_files  (ArchiveKind   kind);
