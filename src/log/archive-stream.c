/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "archive-file-stream.h"
#include "archive-plan.h"
#include "archive-reader.h"
#include "archive-stream.h"
#include "log-source.h"
#include "log-stream.h"

/* An archive that lists more files than this is none of logs. */
#define MAX_FILES 65536

#define ARCHIVE_TYPE_STREAM (archive_stream_get_type ())
G_DECLARE_FINAL_TYPE (ArchiveStream, archive_stream, ARCHIVE, STREAM, GInputStream)

struct _ArchiveStream {
  GInputStream   parent_instance;

  char          *name;
  ArchiveKind    kind;
  guint          layer;
  ArchiveReader *reader;

  GPtrArray     *plan;          /* of ArchivePart, once it is known; NULL without one */
  guint          n_planned;     /* that were read, or are */
  GHashTable    *jobs;          /* without a plan: see archive_plan_admit() */
  GError        *problem;       /* that ended the list of the files; told when they are read */

  GInputStream  *file;          /* the text of the file that is read, or NULL */
  char          *file_name;     /* what to call it where it is one of several */
  gboolean       at_start;      /* of the file */
  char           last;          /* the last byte that was given */
  gboolean       has_log;
  gboolean       ended;
  GError        *failure;       /* how it ended; it ends so again when it is read again */
  char          *part;          /* that the last read started */
};

G_DEFINE_FINAL_TYPE (ArchiveStream, archive_stream, G_TYPE_INPUT_STREAM)

/* Whether the file that the reader is at starts like a log. One that cannot be read does: the
 * error is told when its turn comes. */
static gboolean
starts_like_log (ArchiveStream *self,
                 GCancellable  *cancellable)
{
  guint8 first[ARCHIVE_KIND_PEEK];
  gssize count = archive_reader_read (self->reader, first, sizeof first, cancellable, NULL);

  return count < 0 ||
         (count > 0 && (log_stream_has_to_turn (first, count) ||
                        !log_source_looks_binary (first, count)));
}

static gboolean
make_plan (ArchiveStream  *self,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  while (archive_reader_next (self->reader, cancellable, &self->problem)) {
    const char *path = archive_reader_get_path (self->reader);
    g_autofree char *kept = archive_plan_takes (path) ? g_strdup (path) : NULL;

    if (paths->len == MAX_FILES) {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("%s has more than %d files: open a log in it"), self->name, MAX_FILES);
      return FALSE;
    }
    if (kept != NULL && starts_like_log (self, cancellable))
      g_ptr_array_add (paths, g_steal_pointer (&kept));
    else
      g_ptr_array_add (paths, NULL);
  }

  if (g_cancellable_is_cancelled (cancellable)) {
    g_clear_error (&self->problem);
    return !g_cancellable_set_error_if_cancelled (cancellable, error);
  }
  self->plan = archive_plan_new (paths);

  return TRUE;
}

static gboolean
go_to_planned_file (ArchiveStream  *self,
                    GCancellable   *cancellable,
                    GError        **error)
{
  const ArchivePart *part;

  if (self->n_planned == self->plan->len) {
    if (self->problem != NULL)
      g_propagate_error (error, g_steal_pointer (&self->problem));
    return FALSE;
  }

  part = g_ptr_array_index (self->plan, self->n_planned++);
  self->file_name = self->plan->len > 1 ? g_strdup (part->name) : NULL;

  return archive_reader_go_to (self->reader, part->index, cancellable, error);
}

static gboolean
go_to_next_file (ArchiveStream  *self,
                 GCancellable   *cancellable,
                 GError        **error)
{
  while (archive_reader_next (self->reader, cancellable, error)) {
    const char *path = archive_reader_get_path (self->reader);

    if (!archive_kind_has_files (self->kind) ||
        (archive_plan_takes (path) && archive_plan_admit (self->jobs, path, &self->file_name)))
      return TRUE;
  }

  return FALSE;
}

/* FALSE at the end, then without ERROR, and where it fails. */
static gboolean
open_next_file (ArchiveStream  *self,
                GCancellable   *cancellable,
                GError        **error)
{
  g_autoptr (GInputStream) packed = NULL;
  g_autofree char *name = NULL;
  const char *path;

  g_clear_pointer (&self->file_name, g_free);
  if (!(self->plan != NULL ? go_to_planned_file (self, cancellable, error)
                           : go_to_next_file (self, cancellable, error)))
    return FALSE;

  path = archive_reader_get_path (self->reader);
  name = path[0] != '\0' ? g_strdup_printf ("%s: %s", self->name, path) : g_strdup (self->name);
  packed = archive_file_stream_new (self->reader);
  self->file = log_stream_new (packed, name, self->layer + 1);
  self->at_start = TRUE;

  return TRUE;
}

/* Ends a file's last line before the next file's first one. Returns how many bytes that took. */
static gsize
end_line (ArchiveStream *self,
          char          *buffer)
{
  g_clear_object (&self->file);
  if (self->last == '\n')
    return 0;

  *buffer = self->last = '\n';

  return 1;
}

/* Bytes of the file; 0 where it ended, or is no text. */
static gssize
read_file (ArchiveStream  *self,
           char           *buffer,
           gsize           count,
           GCancellable   *cancellable,
           GError        **error)
{
  gssize done = g_input_stream_read (self->file, buffer, count, cancellable, error);

  if (done < 0)
    return -1;
  if (done == 0)
    return end_line (self, buffer);

  if (self->at_start && archive_kind_has_files (self->kind) &&
      log_source_looks_binary ((const guint8 *) buffer, done)) {
    g_clear_object (&self->file);
    return 0;
  }

  self->part = log_stream_take_part (self->file);
  if (self->at_start && self->part == NULL)
    self->part = g_steal_pointer (&self->file_name);
  self->at_start = FALSE;
  self->has_log = TRUE;
  self->last = buffer[done - 1];

  return done;
}

static gboolean
start (ArchiveStream  *self,
       GCancellable   *cancellable,
       GError        **error)
{
  if (self->plan == NULL && archive_reader_can_seek (self->reader))
    return make_plan (self, cancellable, error);

  return TRUE;
}

/* What the end of the files says. */
static gssize
end (ArchiveStream  *self,
     GError        **error)
{
  self->ended = TRUE;
  if (self->has_log || !archive_kind_has_files (self->kind))
    return 0;

  log_source_set_error (self->name, LOG_SOURCE_ERROR_NO_LOG, error);

  return -1;
}

static gssize
archive_stream_read (GInputStream  *stream,
                     void          *buffer,
                     gsize          count,
                     GCancellable  *cancellable,
                     GError       **error)
{
  ArchiveStream *self = ARCHIVE_STREAM (stream);
  GError *problem = NULL;
  gssize done = 0;

  g_clear_pointer (&self->part, g_free);
  if (self->failure != NULL)
    g_propagate_error (error, g_error_copy (self->failure));
  if (self->failure != NULL || self->ended)
    return self->failure != NULL ? -1 : 0;
  if (!start (self, cancellable, error))
    return -1;

  while (done == 0 && problem == NULL) {
    if (self->file == NULL && !open_next_file (self, cancellable, &problem))
      break;
    done = read_file (self, buffer, count, cancellable, &problem);
  }

  if (done > 0)
    return done;
  if (problem == NULL)
    return end (self, error);

  if (!g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->failure = g_error_copy (problem);
  g_propagate_error (error, problem);

  return -1;
}

static void
archive_stream_finalize (GObject *object)
{
  ArchiveStream *self = ARCHIVE_STREAM (object);

  g_clear_object (&self->file);
  archive_reader_free (self->reader);
  g_clear_pointer (&self->plan, g_ptr_array_unref);
  g_hash_table_unref (self->jobs);
  g_clear_error (&self->problem);
  g_clear_error (&self->failure);
  g_free (self->name);
  g_free (self->file_name);
  g_free (self->part);

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
  self->jobs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

GInputStream *
archive_stream_new (GInputStream *base,
                    ArchiveKind   kind,
                    const char   *name,
                    guint         layer)
{
  ArchiveStream *self = g_object_new (ARCHIVE_TYPE_STREAM, NULL);

  self->kind = kind;
  self->name = g_strdup (name);
  self->layer = layer;
  self->reader = archive_reader_new (base, kind, name);

  return G_INPUT_STREAM (self);
}

char *
archive_stream_take_part (GInputStream *stream)
{
  return ARCHIVE_IS_STREAM (stream) ? g_steal_pointer (&ARCHIVE_STREAM (stream)->part) : NULL;
}
