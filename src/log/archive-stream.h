/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* Opens compressed logs: gzip, xz, zstd, bzip2, and the files in a zip. */

/* Bytes that are enough to tell. */
#define ARCHIVE_STREAM_PEEK 16

/* Whether a file that starts with BYTES is one of these. */
gboolean      archive_stream_fits (const guint8 *bytes,
                                   gsize         length);

/* A stream of the text in BASE. Of several files one follows the other, each with a line end.
 * A broken file is an error that names NAME, after the text that could be read. */
GInputStream *archive_stream_new  (GInputStream *base,
                                   const char   *name);
