/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "archive-file-stream.h"

#define ARCHIVE_TYPE_FILE_STREAM (archive_file_stream_get_type ())
G_DECLARE_FINAL_TYPE (ArchiveFileStream, archive_file_stream, ARCHIVE, FILE_STREAM, GInputStream)

struct _ArchiveFileStream {
  GInputStream   parent_instance;

  ArchiveReader *reader;        /* borrowed */
};

G_DEFINE_FINAL_TYPE (ArchiveFileStream, archive_file_stream, G_TYPE_INPUT_STREAM)

static gssize
archive_file_stream_read (GInputStream  *stream,
                          void          *buffer,
                          gsize          count,
                          GCancellable  *cancellable,
                          GError       **error)
{
  ArchiveFileStream *self = ARCHIVE_FILE_STREAM (stream);

  return archive_reader_read (self->reader, buffer, count, cancellable, error);
}

static void
archive_file_stream_class_init (ArchiveFileStreamClass *class)
{
  GInputStreamClass *stream_class = G_INPUT_STREAM_CLASS (class);

  stream_class->read_fn = archive_file_stream_read;
}

static void
archive_file_stream_init (ArchiveFileStream *self)
{
}

GInputStream *
archive_file_stream_new (ArchiveReader *reader)
{
  ArchiveFileStream *self = g_object_new (ARCHIVE_TYPE_FILE_STREAM, NULL);

  self->reader = reader;

  return G_INPUT_STREAM (self);
}
