/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "archive-copy.h"
#include "archive-kind.h"
#include "archive-stream.h"
#include "chained-stream.h"
#include "character.h"
#include "log-stream.h"
#include "utf16-converter.h"

#define FIRST_READ (16 * 1024)

/* What is copied of an archive that cannot be gone through in any order. The logs of a run
 * hardly have more; a larger one is read as it comes. */
#define MAX_COPY (256 * 1024 * 1024)

#define LOG_TYPE_STREAM (log_stream_get_type ())
G_DECLARE_FINAL_TYPE (LogStream, log_stream, LOG, STREAM, GInputStream)

struct _LogStream {
  GInputStream  parent_instance;

  GInputStream *base;
  char         *name;
  guint         layer;
  GByteArray   *first;     /* bytes of BASE's, until they tell what it is */
  GInputStream *text;      /* what it is; NULL before */
};

G_DEFINE_FINAL_TYPE (LogStream, log_stream, G_TYPE_INPUT_STREAM)

/* Whether BYTES tell what follows. */
static gboolean
is_told (const guint8 *bytes,
         gsize         length,
         ArchiveKind  *ret_kind)
{
  return archive_kind_tell (bytes, length, ret_kind) &&
         (length >= UTF8_MARK_LENGTH || memcmp (bytes, UTF8_MARK, length) != 0) &&
         (length >= UTF16_MARK_LENGTH || !utf16_may_start (bytes, length));
}

/* Reads until it is told. FALSE where that failed; it can be tried again. */
static gboolean
read_first (LogStream     *self,
            ArchiveKind   *ret_kind,
            GCancellable  *cancellable,
            GError       **error)
{
  gssize count = 1;

  while (count > 0 && !is_told (self->first->data, self->first->len, ret_kind)) {
    guint length = self->first->len;

    g_byte_array_set_size (self->first, FIRST_READ);
    count = g_input_stream_read (self->base, self->first->data + length, FIRST_READ - length,
                                 cancellable, error);
    g_byte_array_set_size (self->first, length + MAX (count, 0));
  }

  return count >= 0;
}

/* All of BASE again, but the first SKIPPED bytes. */
static GInputStream *
open_again (LogStream *self,
            gsize      skipped)
{
  g_autoptr (GBytes) bytes = g_bytes_new (self->first->data + skipped,
                                          self->first->len - skipped);
  g_autoptr (GInputStream) first = g_memory_input_stream_new_from_bytes (bytes);

  g_byte_array_set_size (self->first, 0);

  return chained_stream_new (first, self->base);
}

static gboolean
can_rewind (GInputStream *stream,
            goffset       position)
{
  return G_IS_SEEKABLE (stream) && g_seekable_can_seek (G_SEEKABLE (stream)) &&
         g_seekable_tell (G_SEEKABLE (stream)) == position;
}

/* An archive of several files is read best where it can be gone through in any order. */
static GInputStream *
open_archive (LogStream     *self,
              ArchiveKind    kind,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GInputStream) again = NULL;
  g_autoptr (GInputStream) base = NULL;

  if (can_rewind (self->base, self->first->len) &&
      g_seekable_seek (G_SEEKABLE (self->base), 0, G_SEEK_SET, cancellable, NULL)) {
    base = g_object_ref (self->base);
  } else {
    again = open_again (self, 0);
    base = archive_kind_has_files (kind) ? archive_copy_new (again, self->name, MAX_COPY, cancellable, error)
                                         : g_object_ref (again);
  }

  return base != NULL ? archive_stream_new (base, kind, self->name, self->layer) : NULL;
}

static GInputStream *
open_utf16 (LogStream *self)
{
  g_autoptr (GConverter) converter = utf16_converter_new (self->first->data);
  g_autoptr (GInputStream) rest = open_again (self, UTF16_MARK_LENGTH);

  return g_converter_input_stream_new (rest, converter);
}

static gboolean
open_text (LogStream     *self,
           GCancellable  *cancellable,
           GError       **error)
{
  ArchiveKind kind;
  const guint8 *bytes;
  gsize length;

  if (!read_first (self, &kind, cancellable, error))
    return FALSE;

  bytes = self->first->data;
  length = self->first->len;
  if (kind != ARCHIVE_KIND_NONE && self->layer < LOG_STREAM_MAX_LAYERS)
    self->text = open_archive (self, kind, cancellable, error);
  else if (length >= UTF16_MARK_LENGTH && utf16_may_start (bytes, length))
    self->text = open_utf16 (self);
  else if (length >= UTF8_MARK_LENGTH && memcmp (bytes, UTF8_MARK, UTF8_MARK_LENGTH) == 0)
    self->text = open_again (self, UTF8_MARK_LENGTH);
  else
    self->text = open_again (self, 0);

  return self->text != NULL;
}

static gssize
log_stream_read (GInputStream  *stream,
                 void          *buffer,
                 gsize          count,
                 GCancellable  *cancellable,
                 GError       **error)
{
  LogStream *self = LOG_STREAM (stream);

  if (self->text == NULL && !open_text (self, cancellable, error))
    return -1;

  return g_input_stream_read (self->text, buffer, count, cancellable, error);
}

static void
log_stream_finalize (GObject *object)
{
  LogStream *self = LOG_STREAM (object);

  g_clear_object (&self->text);
  g_object_unref (self->base);
  g_byte_array_unref (self->first);
  g_free (self->name);

  G_OBJECT_CLASS (log_stream_parent_class)->finalize (object);
}

static void
log_stream_class_init (LogStreamClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GInputStreamClass *stream_class = G_INPUT_STREAM_CLASS (class);

  object_class->finalize = log_stream_finalize;
  stream_class->read_fn = log_stream_read;
}

static void
log_stream_init (LogStream *self)
{
  self->first = g_byte_array_sized_new (FIRST_READ);
}

GInputStream *
log_stream_new (GInputStream *base,
                const char   *name,
                guint         layer)
{
  LogStream *self = g_object_new (LOG_TYPE_STREAM, NULL);

  self->base = g_object_ref (base);
  self->name = g_strdup (name);
  self->layer = layer;

  return G_INPUT_STREAM (self);
}

char *
log_stream_take_part (GInputStream *stream)
{
  GInputStream *text = LOG_IS_STREAM (stream) ? LOG_STREAM (stream)->text : stream;

  return text != NULL ? archive_stream_take_part (text) : NULL;
}

gboolean
log_stream_has_to_turn (const guint8 *bytes,
                        gsize         length)
{
  ArchiveKind kind;

  archive_kind_tell (bytes, length, &kind);

  return kind != ARCHIVE_KIND_NONE ||
         (length >= UTF16_MARK_LENGTH && utf16_may_start (bytes, length));
}
