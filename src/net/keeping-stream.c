/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>

#include "cache-folder.h"

#include "keeping-stream.h"

#define KEEPING_TYPE_STREAM (keeping_stream_get_type ())
G_DECLARE_FINAL_TYPE (KeepingStream, keeping_stream, KEEPING, STREAM, GFilterInputStream)

struct _KeepingStream {
  GFilterInputStream  parent_instance;

  char               *key;
  char               *part;      /* the file that grows, or NULL: nothing is kept */
  GOutputStream      *output;
  guint64             n_bytes;
};

G_DEFINE_FINAL_TYPE (KeepingStream, keeping_stream, G_TYPE_FILTER_INPUT_STREAM)

static void
give_up (KeepingStream *self)
{
  g_clear_object (&self->output);
  if (self->part != NULL)
    g_unlink (self->part);
  g_clear_pointer (&self->part, g_free);
}

/* Whether what is in the file at PATH is on the disk. A name that gets there before it would be that of a log cut short, or
 * empty, if the machine went down. */
static gboolean
reach_disk (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean is_there = fd >= 0 && g_fsync (fd) == 0;

  if (fd >= 0)
    g_close (fd, NULL);

  return is_there;
}

/* The stream ended as it should: what was written is all of it. */
static void
finish (KeepingStream *self)
{
  g_autofree char *path = cache_folder_dup_path (&cache_folder_logs, self->key);

  if (self->output == NULL || !g_output_stream_close (self->output, NULL, NULL) || self->n_bytes == 0 ||
      !reach_disk (self->part) || !cache_folder_prepare (&cache_folder_logs, 0) || g_rename (self->part, path) != 0) {
    give_up (self);
    return;
  }
  g_clear_pointer (&self->part, g_free);
  g_clear_object (&self->output);
}

static gssize
keeping_stream_read (GInputStream  *stream,
                     void          *buffer,
                     gsize          count,
                     GCancellable  *cancellable,
                     GError       **error)
{
  KeepingStream *self = KEEPING_STREAM (stream);
  GInputStream *base = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));
  gssize n = g_input_stream_read (base, buffer, count, cancellable, error);

  if (self->output == NULL || n < 0)
    return n;
  if (n == 0)
    finish (self);
  else if (self->n_bytes + n > cache_folder_logs.limit || !g_output_stream_write_all (self->output, buffer, n, NULL, NULL, NULL))
    give_up (self);
  self->n_bytes += n;

  return n;
}

static void
keeping_stream_finalize (GObject *object)
{
  KeepingStream *self = KEEPING_STREAM (object);

  give_up (self);
  g_free (self->key);

  G_OBJECT_CLASS (keeping_stream_parent_class)->finalize (object);
}

static void
keeping_stream_class_init (KeepingStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keeping_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = keeping_stream_read;
}

static void
keeping_stream_init (KeepingStream *self)
{
}

GInputStream *
keeping_stream_new (GInputStream *stream,
                    const char   *key)
{
  KeepingStream *self = g_object_new (KEEPING_TYPE_STREAM, "base-stream", stream, NULL);
  g_autofree char *path = cache_folder_dup_path (&cache_folder_logs, key);
  g_autoptr (GFile) file = NULL;

  self->key = g_strdup (key);
  if (cache_folder_prepare (&cache_folder_logs, 0)) {
    self->part = g_strdup_printf ("%s.%08x.part", path, g_random_int ());
    file = g_file_new_for_path (self->part);
    self->output = G_OUTPUT_STREAM (g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, NULL));
  }
  g_object_unref (stream);

  return G_INPUT_STREAM (self);
}
