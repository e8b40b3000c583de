/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fd-stream.h"

#define FD_TYPE_STREAM (fd_stream_get_type ())
G_DECLARE_FINAL_TYPE (FdStream, fd_stream, FD, STREAM, GInputStream)

struct _FdStream {
  GInputStream  parent_instance;

  int           fd;
  char         *name;
  gboolean      is_file;
};

static void fd_stream_seekable_init (GSeekableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FdStream, fd_stream, G_TYPE_INPUT_STREAM,
                               G_IMPLEMENT_INTERFACE (G_TYPE_SEEKABLE, fd_stream_seekable_init))

static gboolean
set_error (FdStream  *self,
           int        problem,
           GError   **error)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (problem),
               _("%s cannot be read: %s"), self->name, g_strerror (problem));

  return FALSE;
}

/* Waits until there are bytes, or the end. */
static gboolean
wait_for_bytes (FdStream      *self,
                GCancellable  *cancellable,
                GError       **error)
{
  GPollFD polls[2] = { { self->fd, G_IO_IN, 0 } };
  guint n_polls = g_cancellable_make_pollfd (cancellable, &polls[1]) ? 2 : 1;
  gboolean ready = FALSE;
  gboolean failed = FALSE;

  while (!ready && !failed) {
    int count = g_poll (polls, n_polls, -1);

    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      failed = TRUE;
    else if (count < 0 && errno != EINTR)
      failed = !set_error (self, errno, error);
    else
      ready = count > 0 && polls[0].revents != 0;
  }
  if (n_polls == 2)
    g_cancellable_release_fd (cancellable);

  return ready;
}

static gssize
fd_stream_read (GInputStream  *stream,
                void          *buffer,
                gsize          count,
                GCancellable  *cancellable,
                GError       **error)
{
  FdStream *self = FD_STREAM (stream);

  while (self->is_file ? !g_cancellable_set_error_if_cancelled (cancellable, error)
                       : wait_for_bytes (self, cancellable, error)) {
    gssize done = read (self->fd, buffer, count);

    if (done >= 0)
      return done;
    if (errno != EINTR && errno != EAGAIN) {
      set_error (self, errno, error);
      break;
    }
  }

  return -1;
}

static gboolean
fd_stream_close (GInputStream  *stream,
                 GCancellable  *cancellable,
                 GError       **error)
{
  FdStream *self = FD_STREAM (stream);

  if (self->fd > STDIN_FILENO)
    close (self->fd);
  self->fd = -1;

  return TRUE;
}

static goffset
fd_stream_tell (GSeekable *seekable)
{
  return lseek (FD_STREAM (seekable)->fd, 0, SEEK_CUR);
}

static gboolean
fd_stream_can_seek (GSeekable *seekable)
{
  return FD_STREAM (seekable)->is_file;
}

static gboolean
fd_stream_seek (GSeekable     *seekable,
                goffset        offset,
                GSeekType      type,
                GCancellable  *cancellable,
                GError       **error)
{
  static const int whences[] = {
    [G_SEEK_CUR] = SEEK_CUR, [G_SEEK_SET] = SEEK_SET, [G_SEEK_END] = SEEK_END,
  };
  FdStream *self = FD_STREAM (seekable);

  return lseek (self->fd, offset, whences[type]) >= 0 || set_error (self, errno, error);
}

static gboolean
fd_stream_can_truncate (GSeekable *seekable)
{
  return FALSE;
}

static gboolean
fd_stream_truncate (GSeekable     *seekable,
                    goffset        size,
                    GCancellable  *cancellable,
                    GError       **error)
{
  return set_error (FD_STREAM (seekable), EBADF, error);
}

static void
fd_stream_finalize (GObject *object)
{
  FdStream *self = FD_STREAM (object);

  g_free (self->name);

  G_OBJECT_CLASS (fd_stream_parent_class)->finalize (object);
}

static void
fd_stream_class_init (FdStreamClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GInputStreamClass *stream_class = G_INPUT_STREAM_CLASS (class);

  object_class->finalize = fd_stream_finalize;
  stream_class->read_fn = fd_stream_read;
  stream_class->close_fn = fd_stream_close;
}

static void
fd_stream_seekable_init (GSeekableIface *iface)
{
  iface->tell = fd_stream_tell;
  iface->can_seek = fd_stream_can_seek;
  iface->seek = fd_stream_seek;
  iface->can_truncate = fd_stream_can_truncate;
  iface->truncate_fn = fd_stream_truncate;
}

static void
fd_stream_init (FdStream *self)
{
}

GInputStream *
fd_stream_new (int         fd,
               const char *name)
{
  FdStream *self = g_object_new (FD_TYPE_STREAM, NULL);
  struct stat status;

  self->fd = fd;
  self->name = g_strdup (name);
  self->is_file = fstat (fd, &status) == 0 && S_ISREG (status.st_mode);

  return G_INPUT_STREAM (self);
}
