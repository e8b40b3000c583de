/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>

#include "character.h"

#include "archive-reader.h"

/* A read of the base. After a seek, the first is small: often only a header is wanted. */
#define READ_SIZE       (64 * 1024)
#define FIRST_READ_SIZE (4 * 1024)

struct ArchiveReader {
  GInputStream   *base;
  ArchiveKind     kind;
  char           *name;
  gboolean        can_seek;
  gsize           read_size;

  struct archive *archive;     /* NULL before it is opened, and where that must be done again */
  guint           n_files;     /* that it was at; it is at the last of them */
  GString        *path;
  gboolean        in_file;
  gboolean        is_encrypted;
  gboolean        failed;      /* so that nothing can follow */

  GCancellable   *cancellable; /* borrowed, during a call */
  GError         *problem;     /* that BASE had during it */
  guint8         *bytes;       /* READ_SIZE of BASE's */
};

static la_ssize_t
read_base (struct archive  *archive,
           void            *data,
           const void     **ret_bytes)
{
  ArchiveReader *reader = data;
  gssize count;

  g_clear_error (&reader->problem);
  count = g_input_stream_read (reader->base, reader->bytes, reader->read_size,
                               reader->cancellable, &reader->problem);
  if (count < 0)
    archive_set_error (archive, EIO, "%s", reader->problem->message);
  reader->read_size = READ_SIZE;
  *ret_bytes = reader->bytes;

  return count;
}

static la_int64_t
seek_base (struct archive *archive,
           void           *data,
           la_int64_t      offset,
           int             whence)
{
  ArchiveReader *reader = data;
  GSeekable *seekable = G_SEEKABLE (reader->base);
  GSeekType type = whence == SEEK_END ? G_SEEK_END : whence == SEEK_CUR ? G_SEEK_CUR : G_SEEK_SET;

  g_clear_error (&reader->problem);
  if (!g_seekable_seek (seekable, offset, type, reader->cancellable, &reader->problem)) {
    archive_set_error (archive, EIO, "%s", reader->problem->message);
    /* A place that is not there is one that a broken archive names. */
    if (!g_error_matches (reader->problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      g_clear_error (&reader->problem);
    return ARCHIVE_FATAL;
  }
  reader->read_size = FIRST_READ_SIZE;

  return g_seekable_tell (seekable);
}

/* One filter or one format, not libarchive's own choice of up to 25 filters in a row. */
static void
set_kind (struct archive *archive,
          ArchiveKind     kind,
          gboolean        can_seek)
{
  static const int filters[] = {
    [ARCHIVE_KIND_GZIP] = ARCHIVE_FILTER_GZIP,
    [ARCHIVE_KIND_XZ] = ARCHIVE_FILTER_XZ,
    [ARCHIVE_KIND_ZSTD] = ARCHIVE_FILTER_ZSTD,
    [ARCHIVE_KIND_BZIP2] = ARCHIVE_FILTER_BZIP2,
  };

  if (kind == ARCHIVE_KIND_TAR) {
    archive_read_support_format_tar (archive);
  } else if (kind == ARCHIVE_KIND_ZIP) {
    if (can_seek)
      archive_read_support_format_zip_seekable (archive);
    archive_read_support_format_zip_streamable (archive);
  } else {
    archive_read_append_filter (archive, filters[kind]);
    archive_read_support_format_raw (archive);
    archive_read_support_format_empty (archive);
  }
}

/* What the library says of its last failure may end with a line end. */
static char *
dup_message (struct archive *archive)
{
  const char *message = archive_error_string (archive);
  char *line = message != NULL ? g_utf8_make_valid (message, -1)
                               : g_strdup (_("it cannot be unpacked"));

  return g_strchomp (g_strdelimit (line, "\r\n", ' '));
}

static gboolean
set_error (ArchiveReader  *reader,
           int             status,
           GError        **error)
{
  g_autofree char *message = dup_message (reader->archive);

  reader->failed = status == ARCHIVE_FATAL;
  if (reader->problem != NULL)
    g_propagate_error (error, g_steal_pointer (&reader->problem));
  else if (reader->in_file && reader->is_encrypted)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                 _("%s: %s is encrypted: unpack it and open the log"),
                 reader->name, reader->path->str);
  else if (reader->in_file && reader->path->len > 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("%s: %s is broken: %s"),
                 reader->name, reader->path->str, message);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("%s is broken: %s"),
                 reader->name, message);
  reader->in_file = FALSE;

  return FALSE;
}

static gboolean
open_archive (ArchiveReader  *reader,
              GError        **error)
{
  reader->archive = archive_read_new ();
  reader->n_files = 0;
  reader->in_file = FALSE;
  g_string_truncate (reader->path, 0);
  archive_read_set_read_callback (reader->archive, read_base);
  if (reader->can_seek)
    archive_read_set_seek_callback (reader->archive, seek_base);
  archive_read_set_callback_data (reader->archive, reader);
  set_kind (reader->archive, reader->kind, reader->can_seek);

  /* What fails before the first byte is taken for an empty file. */
  if (archive_read_open1 (reader->archive) == ARCHIVE_OK &&
      (archive_kind_has_files (reader->kind) || archive_errno (reader->archive) == 0))
    return TRUE;

  return set_error (reader, ARCHIVE_FATAL, error);
}

static void
set_path (ArchiveReader        *reader,
          struct archive_entry *entry)
{
  const char *path = archive_entry_pathname_utf8 (entry);
  g_autofree char *valid = NULL;

  g_string_truncate (reader->path, 0);
  if (!archive_kind_has_files (reader->kind))
    return;

  if (path == NULL)
    path = archive_entry_pathname (entry);
  valid = g_utf8_make_valid (path != NULL ? path : "?", -1);

  for (const char *next = valid; *next != '\0'; next = g_utf8_next_char (next)) {
    gunichar character = g_utf8_get_char (next);
    gboolean is_shown = g_unichar_isprint (character) && !character_is_hidden (character);

    if (reader->path->len + g_utf8_skip[(guint8) *next] > ARCHIVE_READER_MAX_PATH)
      break;
    g_string_append_unichar (reader->path, is_shown ? character : 0xfffd);
  }
}

/* Unpacks the rest of a file, in small steps, where it cannot be skipped. */
static gboolean
drain (ArchiveReader  *reader,
       GError        **error)
{
  int status = ARCHIVE_OK;

  while (status == ARCHIVE_OK) {
    const void *bytes;
    gsize count;
    la_int64_t offset;

    if (g_cancellable_set_error_if_cancelled (reader->cancellable, error))
      return FALSE;
    status = archive_read_data_block (reader->archive, &bytes, &count, &offset);
  }

  return status >= ARCHIVE_WARN || set_error (reader, status, error);
}

static gboolean
read_header (ArchiveReader  *reader,
             gboolean       *ret_ended,
             GError        **error)
{
  struct archive_entry *entry;
  int status = archive_read_next_header (reader->archive, &entry);

  *ret_ended = status == ARCHIVE_EOF;
  if (status == ARCHIVE_EOF)
    g_string_truncate (reader->path, 0);
  if (status == ARCHIVE_EOF || status == ARCHIVE_RETRY)
    return TRUE;
  if (status < ARCHIVE_WARN || reader->problem != NULL)
    return set_error (reader, ARCHIVE_FATAL, error);

  reader->in_file = archive_entry_filetype (entry) == AE_IFREG;
  reader->is_encrypted = archive_entry_is_encrypted (entry);
  reader->n_files += reader->in_file;
  set_path (reader, entry);

  return TRUE;
}

gboolean
archive_reader_next (ArchiveReader  *reader,
                     GCancellable   *cancellable,
                     GError        **error)
{
  gboolean ended = reader->failed;

  reader->cancellable = cancellable;
  if (reader->archive == NULL && !open_archive (reader, error))
    return FALSE;
  if (reader->in_file && !reader->can_seek && !drain (reader, error))
    return FALSE;

  reader->in_file = FALSE;
  while (!ended && !reader->in_file)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !read_header (reader, &ended, error))
      return FALSE;

  return reader->in_file;
}

gboolean
archive_reader_go_to (ArchiveReader  *reader,
                      guint           index,
                      GCancellable   *cancellable,
                      GError        **error)
{
  GError *problem = NULL;

  if (reader->n_files > index || !reader->in_file) {
    g_clear_pointer (&reader->archive, archive_read_free);
    if (!g_seekable_seek (G_SEEKABLE (reader->base), 0, G_SEEK_SET, cancellable, error))
      return FALSE;
    reader->n_files = 0;
    reader->in_file = FALSE;
    reader->failed = FALSE;
  }

  while (reader->n_files <= index && archive_reader_next (reader, cancellable, &problem))
    continue;
  if (problem != NULL)
    g_propagate_error (error, problem);
  else if (!reader->in_file)
    set_error (reader, ARCHIVE_FATAL, error);

  return reader->in_file;
}

const char *
archive_reader_get_path (ArchiveReader *reader)
{
  return reader->path->str;
}

gssize
archive_reader_read (ArchiveReader  *reader,
                     void           *bytes,
                     gsize           count,
                     GCancellable   *cancellable,
                     GError        **error)
{
  gssize done = ARCHIVE_RETRY;

  reader->cancellable = cancellable;
  while (done == ARCHIVE_RETRY && reader->in_file) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return -1;
    done = archive_read_data (reader->archive, bytes, count);
  }

  if (!reader->in_file)
    return 0;
  if (done < 0)
    set_error (reader, done, error);

  return MAX (done, -1);
}

ArchiveReader *
archive_reader_new (GInputStream *base,
                    ArchiveKind   kind,
                    const char   *name)
{
  ArchiveReader *reader = g_new0 (ArchiveReader, 1);

  reader->base = g_object_ref (base);
  reader->kind = kind;
  reader->name = g_strdup (name);
  reader->path = g_string_new (NULL);
  reader->bytes = g_malloc (READ_SIZE);
  reader->read_size = READ_SIZE;
  reader->can_seek = archive_kind_has_files (kind) && G_IS_SEEKABLE (base) &&
                     g_seekable_can_seek (G_SEEKABLE (base)) &&
                     g_seekable_tell (G_SEEKABLE (base)) == 0;

  return reader;
}

gboolean
archive_reader_can_seek (ArchiveReader *reader)
{
  return reader->can_seek;
}

void
archive_reader_free (ArchiveReader *reader)
{
  if (reader == NULL)
    return;

  g_clear_pointer (&reader->archive, archive_read_free);
  g_object_unref (reader->base);
  g_clear_error (&reader->problem);
  g_string_free (reader->path, TRUE);
  g_free (reader->name);
  g_free (reader->bytes);
  g_free (reader);
}
