/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <archive.h>
#include <gio/gio.h>

/* A file to pack. */
typedef struct {
  const char *path;
  const char *text;
} PackedFile;

/* Packs the text of one file; FILTER is ARCHIVE_FILTER_GZIP or such. */
GBytes       *pack_text       (int               filter,
                               const char       *text,
                               gsize             length);

/* Packs FILES, up to one without a path; FORMAT is ARCHIVE_FORMAT_ZIP or such. */
GBytes       *pack_files      (int               format,
                               const PackedFile *files);

/* A stream of BYTES; a pipe, where nothing can seek and each read gives a few bytes. */
GInputStream *open_packed     (GBytes           *bytes);
GInputStream *open_as_pipe    (GBytes           *bytes);

/* All that STREAM gives, up to its end or ERROR, with “<part>” before each part's bytes. */
char         *read_with_parts (GInputStream     *stream,
                               GError          **error);
