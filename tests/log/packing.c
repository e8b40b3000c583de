/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <archive_entry.h>
#include <string.h>

#include "log-stream.h"
#include "packing.h"

#define ROOM (4 * 1024 * 1024)

#define PIPE_TYPE_STREAM (pipe_stream_get_type ())
G_DECLARE_FINAL_TYPE (PipeStream, pipe_stream, PIPE, STREAM, GFilterInputStream)

struct _PipeStream {
  GFilterInputStream parent_instance;
};

G_DEFINE_FINAL_TYPE (PipeStream, pipe_stream, G_TYPE_FILTER_INPUT_STREAM)

static gssize
pipe_stream_read (GInputStream  *stream,
                  void          *buffer,
                  gsize          count,
                  GCancellable  *cancellable,
                  GError       **error)
{
  GInputStream *base = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));

  return g_input_stream_read (base, buffer, MIN (count, 7), cancellable, error);
}

static void
pipe_stream_class_init (PipeStreamClass *class)
{
  G_INPUT_STREAM_CLASS (class)->read_fn = pipe_stream_read;
}

static void
pipe_stream_init (PipeStream *self)
{
}

static void
write_file (struct archive *archive,
            const char     *path,
            const char     *text,
            gsize           length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, path);
  archive_entry_set_size (entry, length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, text, length), ==, (gssize) length);
  archive_entry_free (entry);
}

static GBytes *
finish (struct archive *archive,
        guint8         *bytes,
        const gsize    *length)
{
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);

  return g_bytes_new_take (bytes, *length);
}

GBytes *
pack_text (int         filter,
           const char *text,
           gsize       length)
{
  struct archive *archive = archive_write_new ();
  guint8 *bytes = g_malloc (ROOM);
  gsize packed = 0;

  archive_write_add_filter (archive, filter);
  archive_write_set_format_raw (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open_memory (archive, bytes, ROOM, &packed), ==, ARCHIVE_OK);
  write_file (archive, "data", text, length);

  return finish (archive, bytes, &packed);
}

GBytes *
pack_files (int               format,
            const PackedFile *files)
{
  struct archive *archive = archive_write_new ();
  guint8 *bytes = g_malloc (ROOM);
  gsize packed = 0;

  archive_write_set_format (archive, format);
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open_memory (archive, bytes, ROOM, &packed), ==, ARCHIVE_OK);
  for (; files->path != NULL; files++)
    write_file (archive, files->path, files->text, strlen (files->text));

  return finish (archive, bytes, &packed);
}

GInputStream *
open_packed (GBytes *bytes)
{
  return g_memory_input_stream_new_from_bytes (bytes);
}

GInputStream *
open_as_pipe (GBytes *bytes)
{
  g_autoptr (GInputStream) base = open_packed (bytes);

  return g_object_new (PIPE_TYPE_STREAM, "base-stream", base, NULL);
}

char *
read_with_parts (GInputStream  *stream,
                 GError       **error)
{
  GString *all = g_string_new (NULL);
  char buffer[1000];
  gssize count;

  while ((count = g_input_stream_read (stream, buffer, sizeof buffer, NULL, error)) > 0) {
    g_autofree char *part = log_stream_take_part (stream);

    if (part != NULL)
      g_string_append_printf (all, "<%s>", part);
    g_string_append_len (all, buffer, count);
  }

  return g_string_free (all, FALSE);
}
