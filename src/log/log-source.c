/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive-kind.h"
#include "fd-stream.h"
#include "log-stream.h"

#include "log-source.h"

/* A few odd bytes, and one more in this many, are still a text. */
#define ODD_BYTES      3
#define ODD_BYTES_EACH 64

G_DEFINE_QUARK (log-source-error-quark, log_source_error)

gboolean
log_source_set_error (const char      *name,
                      LogSourceError   code,
                      GError         **error)
{
  g_autofree char *message = NULL;

  switch (code) {
    case LOG_SOURCE_ERROR_NOT_FOUND:
      message = g_strdup_printf (_("No such file: %s"), name);
      break;
    case LOG_SOURCE_ERROR_IS_FOLDER:
      message = g_strdup_printf (_("%s is a folder: open a log in it"), name);
      break;
    case LOG_SOURCE_ERROR_DENIED:
      message = g_strdup_printf (_("%s cannot be read: permission denied"), name);
      break;
    case LOG_SOURCE_ERROR_EMPTY:
      message = g_strdup_printf (_("%s is empty"), name);
      break;
    case LOG_SOURCE_ERROR_NOT_TEXT:
      message = g_strdup_printf (_("%s is not text"), name);
      break;
    case LOG_SOURCE_ERROR_NO_LOG:
      message = g_strdup_printf (_("%s has no log in it"), name);
      break;
    case LOG_SOURCE_ERROR_FAILED:
    default:
      message = g_strdup_printf (_("%s cannot be read"), name);
      break;
  }
  g_set_error_literal (error, LOG_SOURCE_ERROR, code, message);

  return FALSE;
}

static gboolean
set_error_from_errno (const char  *name,
                      int          problem,
                      GError     **error)
{
  switch (problem) {
    case ENOENT:
    case ENOTDIR:
      return log_source_set_error (name, LOG_SOURCE_ERROR_NOT_FOUND, error);
    case EISDIR:
      return log_source_set_error (name, LOG_SOURCE_ERROR_IS_FOLDER, error);
    case EACCES:
    case EPERM:
      return log_source_set_error (name, LOG_SOURCE_ERROR_DENIED, error);
    default:
      g_set_error (error, LOG_SOURCE_ERROR, LOG_SOURCE_ERROR_FAILED,
                   _("%s cannot be read: %s"), name, g_strerror (problem));
      return FALSE;
  }
}

/* What GIO says of a file that is on no local file system. */
static gboolean
set_error_from_gio (const char    *name,
                    const GError  *problem,
                    GError       **error)
{
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (problem));
  else if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    log_source_set_error (name, LOG_SOURCE_ERROR_NOT_FOUND, error);
  else if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    log_source_set_error (name, LOG_SOURCE_ERROR_IS_FOLDER, error);
  else if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    log_source_set_error (name, LOG_SOURCE_ERROR_DENIED, error);
  else
    g_set_error (error, LOG_SOURCE_ERROR, LOG_SOURCE_ERROR_FAILED,
                 _("%s cannot be read: %s"), name, problem->message);

  return FALSE;
}

/* Not waiting in open(): a FIFO that nobody writes to would never return. */
static int
open_path (const char  *path,
           const char  *name,
           gboolean     may_be_empty,
           goffset     *ret_size,
           GError     **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  struct stat status;
  char first;

  *ret_size = -1;
  if (fd < 0 || fstat (fd, &status) != 0) {
    set_error_from_errno (name, errno, error);
  } else if (S_ISDIR (status.st_mode)) {
    log_source_set_error (name, LOG_SOURCE_ERROR_IS_FOLDER, error);
  } else if (!may_be_empty && S_ISREG (status.st_mode) && status.st_size == 0 &&
             pread (fd, &first, 1, 0) == 0) {
    log_source_set_error (name, LOG_SOURCE_ERROR_EMPTY, error);
  } else {
    if (S_ISREG (status.st_mode) && status.st_size > 0)
      *ret_size = status.st_size;
    return fd;
  }

  if (fd >= 0)
    close (fd);

  return -1;
}

/* A packed file's size says nothing of the text in it. */
static gboolean
is_packed (int     fd,
           goffset size)
{
  guint8 first[ARCHIVE_KIND_PEEK];
  gssize count = size > 0 ? pread (fd, first, sizeof first, 0) : 0;

  return count > 0 && log_stream_has_to_turn (first, count);
}

static GInputStream *
open_fd (int         fd,
         const char *name,
         goffset    *size)
{
  if (is_packed (fd, *size))
    *size = -1;

  return fd_stream_new (fd, name);
}

static GInputStream *
open_local (GFile       *file,
            const char  *name,
            goffset     *ret_size,
            GError     **error)
{
  g_autofree char *path = g_file_get_path (file);
  int fd = open_path (path, name, FALSE, ret_size, error);

  return fd >= 0 ? open_fd (fd, name, ret_size) : NULL;
}

static GInputStream *
open_remote (GFile         *file,
             const char    *name,
             goffset       *ret_size,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &problem);
  g_autoptr (GFileInfo) info = NULL;

  *ret_size = -1;
  if (stream == NULL) {
    set_error_from_gio (name, problem, error);
    return NULL;
  }

  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                         cancellable, NULL);
  if (info != NULL && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_SIZE))
    *ret_size = g_file_info_get_size (info);

  return G_INPUT_STREAM (g_steal_pointer (&stream));
}

LogSource *
log_source_open_file (GFile         *file,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autofree char *base_name = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base_name != NULL ? base_name : "");
  g_autoptr (GInputStream) stream = NULL;
  LogSource *source;
  goffset size;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  stream = g_file_peek_path (file) != NULL
           ? open_local (file, name, &size, error)
           : open_remote (file, name, &size, cancellable, error);
  if (stream == NULL)
    return NULL;

  source = log_source_new (stream, name, size);
  source->uri = g_file_get_uri (file);

  return source;
}

LogSource *
log_source_new (GInputStream *stream,
                const char   *name,
                goffset       size)
{
  LogSource *source = g_new0 (LogSource, 1);

  source->stream = log_stream_new (stream, name, 0);
  source->name = g_strdup (name);
  source->size = size;

  return source;
}

LogSource *
log_source_new_stdin (void)
{
  const char *name = _("standard input");
  g_autoptr (GInputStream) stream = NULL;
  struct stat status;
  goffset size = -1;

  if (fstat (STDIN_FILENO, &status) == 0 && S_ISREG (status.st_mode) && status.st_size > 0)
    size = status.st_size;
  stream = open_fd (STDIN_FILENO, name, &size);

  return log_source_new (stream, name, size);
}

LogSource *
log_source_follow_fd (int           fd,
                      const char   *name,
                      GCancellable *stop)
{
  g_autoptr (GInputStream) stream = follow_stream_new (fd, name, stop);
  LogSource *source = log_source_new (stream, name, -1);

  source->followed = g_steal_pointer (&stream);
  g_set_object (&source->stop, stop);

  return source;
}

LogSource *
log_source_follow_file (GFile         *file,
                        GCancellable  *stop,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *base_name = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base_name != NULL ? base_name : "");
  LogSource *source;
  goffset size;
  int fd;

  if (path == NULL)
    return log_source_open_file (file, cancellable, error);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  fd = open_path (path, name, TRUE, &size, error);
  if (fd < 0)
    return NULL;

  if (is_packed (fd, size))
    size = -1;
  source = log_source_follow_fd (fd, name, stop);
  source->size = size;
  source->uri = g_file_get_uri (file);

  return source;
}

LogSource *
log_source_follow_stdin (GCancellable *stop)
{
  return log_source_follow_fd (STDIN_FILENO, _("standard input"), stop);
}

void
log_source_set_pause_func (LogSource        *source,
                           FollowStreamFunc  func,
                           gpointer          user_data)
{
  if (source->followed != NULL)
    follow_stream_set_pause_func (source->followed, func, user_data);
}

char *
log_source_take_part (LogSource *source)
{
  return log_stream_take_part (source->stream);
}

void
log_source_free (LogSource *source)
{
  if (source == NULL)
    return;

  g_object_unref (source->stream);
  g_clear_object (&source->followed);
  g_clear_object (&source->stop);
  g_free (source->name);
  g_free (source->uri);
  g_free (source);
}

/* Controls that terminals and programs have no use for in a log. */
static gboolean
is_odd (guint8 byte)
{
  return byte < 0x07 || (byte >= 0x0e && byte < 0x1a) || (byte >= 0x1c && byte < 0x20);
}

gboolean
log_source_looks_binary (const guint8 *bytes,
                         gsize         length)
{
  gsize n_odd = 0;

  for (gsize i = 0; i < length; i++)
    n_odd += is_odd (bytes[i]);

  return n_odd > ODD_BYTES + length / ODD_BYTES_EACH;
}
