/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>

#include "archive-stream.h"

#define READ_SIZE (64 * 1024)

#define ARCHIVE_TYPE_STREAM (archive_stream_get_type ())
G_DECLARE_FINAL_TYPE (ArchiveStream, archive_stream, ARCHIVE, STREAM, GInputStream)

struct _ArchiveStream {
  GInputStream    parent_instance;

  GInputStream   *base;
  char           *name;
  struct archive *archive;
  gboolean        opened;
  gboolean        in_file;        /* of the archive */
  gboolean        ended;
  char            last;           /* the last byte that was given */

  GCancellable   *cancellable;    /* borrowed, during a read */
  GError         *problem;        /* that BASE had during it */
  guint8         *bytes;          /* READ_SIZE of BASE's */
};

G_DEFINE_FINAL_TYPE (ArchiveStream, archive_stream, G_TYPE_INPUT_STREAM)

static la_ssize_t
read_base (struct archive  *archive,
           void            *data,
           const void     **ret_bytes)
{
  ArchiveStream *self = data;
  gssize count;

  g_clear_error (&self->problem);
  count = g_input_stream_read (self->base, self->bytes, READ_SIZE, self->cancellable,
                               &self->problem);
  if (count < 0)
    archive_set_error (archive, EIO, "%s", self->problem->message);
  *ret_bytes = self->bytes;

  return count;
}

static gboolean
set_error (ArchiveStream  *self,
           GError        **error)
{
  const char *message = archive_error_string (self->archive);

  self->ended = TRUE;
  if (self->problem != NULL)
    g_propagate_error (error, g_steal_pointer (&self->problem));
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("%s is broken: %s"), self->name,
                 message != NULL ? message : _("it cannot be unpacked"));

  return FALSE;
}

static gboolean
open_archive (ArchiveStream  *self,
              GError        **error)
{
  self->opened = TRUE;

  return archive_read_open (self->archive, self, NULL, read_base, NULL) == ARCHIVE_OK ||
         set_error (self, error);
}

/* Goes to the next file in the archive, or to its end. */
static gboolean
open_next_file (ArchiveStream  *self,
                GError        **error)
{
  struct archive_entry *entry;
  int status;

  do
    status = archive_read_next_header (self->archive, &entry);
  while (status == ARCHIVE_RETRY ||
         (status >= ARCHIVE_WARN && status != ARCHIVE_EOF &&
          archive_entry_filetype (entry) != AE_IFREG));

  self->ended = status == ARCHIVE_EOF;
  self->in_file = status == ARCHIVE_OK || status == ARCHIVE_WARN;

  return self->ended || self->in_file || set_error (self, error);
}

/* Ends a file's last line before the next file's first one. Returns how many bytes that took. */
static gsize
end_line (ArchiveStream *self,
          char          *buffer)
{
  self->in_file = FALSE;
  if (self->last == '\n')
    return 0;

  *buffer = self->last = '\n';

  return 1;
}

/* Bytes of the file in the archive; 0 where it, or a try, ended. */
static gssize
read_file (ArchiveStream  *self,
           char           *buffer,
           gsize           count,
           GError        **error)
{
  gssize done = archive_read_data (self->archive, buffer, count);

  if (done == ARCHIVE_RETRY)
    return 0;
  if (done == 0)
    return end_line (self, buffer);

  if (done > 0)
    self->last = buffer[done - 1];
  else
    set_error (self, error);

  return MAX (done, -1);
}

static gssize
archive_stream_read (GInputStream  *stream,
                     void          *buffer,
                     gsize          count,
                     GCancellable  *cancellable,
                     GError       **error)
{
  ArchiveStream *self = ARCHIVE_STREAM (stream);
  gssize done = 0;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;

  self->cancellable = cancellable;
  if (!self->opened && !open_archive (self, error))
    return -1;

  while (done == 0 && !self->ended) {
    if (!self->in_file && !open_next_file (self, error))
      return -1;

    if (self->in_file)
      done = read_file (self, buffer, count, error);
  }

  return done;
}

static void
archive_stream_finalize (GObject *object)
{
  ArchiveStream *self = ARCHIVE_STREAM (object);

  archive_read_free (self->archive);
  g_object_unref (self->base);
  g_clear_error (&self->problem);
  g_free (self->name);
  g_free (self->bytes);

  G_OBJECT_CLASS (archive_stream_parent_class)->finalize (object);
}

static void
archive_stream_class_init (ArchiveStreamClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GInputStreamClass *stream_class = G_INPUT_STREAM_CLASS (class);

  object_class->finalize = archive_stream_finalize;
  stream_class->read_fn = archive_stream_read;
}

static void
archive_stream_init (ArchiveStream *self)
{
  self->last = '\n';
  self->bytes = g_malloc (READ_SIZE);
  self->archive = archive_read_new ();
  archive_read_support_filter_gzip (self->archive);
  archive_read_support_filter_xz (self->archive);
  archive_read_support_filter_zstd (self->archive);
  archive_read_support_filter_bzip2 (self->archive);
  archive_read_support_format_zip_streamable (self->archive);
  archive_read_support_format_raw (self->archive);
}

gboolean
archive_stream_fits (const guint8 *bytes,
                     gsize         length)
{
  static const struct { const char *bytes; gsize length; } starts[] = {
    { "\x1f\x8b\x08", 3 },
    { "\xfd" "7zXZ\0", 6 },
    { "\x28\xb5\x2f\xfd", 4 },
    { "BZh", 3 },
    { "PK\003\004", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (length >= starts[i].length && memcmp (bytes, starts[i].bytes, starts[i].length) == 0)
      return i != 3 || (length >= 10 && memcmp (bytes + 4, "1AY&SY", 6) == 0);

  return FALSE;
}

GInputStream *
archive_stream_new (GInputStream *base,
                    const char   *name)
{
  ArchiveStream *self = g_object_new (ARCHIVE_TYPE_STREAM, NULL);

  self->base = g_object_ref (base);
  self->name = g_strdup (name);

  return G_INPUT_STREAM (self);
}
