/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "follow-stream.h"

#define FOLLOW_TYPE_STREAM (follow_stream_get_type ())
G_DECLARE_FINAL_TYPE (FollowStream, follow_stream, FOLLOW, STREAM, GInputStream)

struct _FollowStream {
  GInputStream      parent_instance;

  int               fd;
  gboolean          is_file;
  char             *name;
  GCancellable     *stop;

  FollowStreamFunc  func;
  gpointer          user_data;
  gboolean          has_told;     /* all that was read */
  gint64            told;         /* when; monotonic time */
  int               rest;         /* of a pipe, in bytes, once it was stopped; else -1 */
};

G_DEFINE_FINAL_TYPE (FollowStream, follow_stream, G_TYPE_INPUT_STREAM)

static void
set_error (FollowStream  *self,
           int            problem,
           GError       **error)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (problem),
               _("%s cannot be read: %s"), self->name, g_strerror (problem));
}

static void
tell_pause (FollowStream *self)
{
  self->has_told = TRUE;
  self->told = g_get_monotonic_time ();
  if (self->func != NULL)
    self->func (self->user_data);
}

/* Waits a while for bytes in a pipe, or for the time to pass at a file's end. Ends early where
 * somebody cancels. */
static void
wait_for_bytes (FollowStream *self,
                GCancellable *cancellable)
{
  GPollFD polls[3];
  guint n_polls = 0;
  gboolean can_cancel = g_cancellable_make_pollfd (cancellable, &polls[n_polls]);
  gboolean can_stop;

  if (!self->has_told
      && g_get_monotonic_time () - self->told >= FOLLOW_STREAM_PAUSE * G_TIME_SPAN_MILLISECOND)
    tell_pause (self);

  n_polls += can_cancel;
  can_stop = g_cancellable_make_pollfd (self->stop, &polls[n_polls]);
  n_polls += can_stop;
  if (!self->is_file)
    polls[n_polls++] = (GPollFD) { self->fd, G_IO_IN, 0 };

  if (g_poll (polls, n_polls, FOLLOW_STREAM_PAUSE) == 0 && !self->has_told)
    tell_pause (self);

  if (can_cancel)
    g_cancellable_release_fd (cancellable);
  if (can_stop)
    g_cancellable_release_fd (self->stop);
}

static void
start_again_where_cut (FollowStream *self)
{
  struct stat status;

  if (fstat (self->fd, &status) == 0 && status.st_size < lseek (self->fd, 0, SEEK_CUR))
    lseek (self->fd, 0, SEEK_SET);
}

static gboolean
is_readable (FollowStream *self)
{
  GPollFD poll = { self->fd, G_IO_IN, 0 };

  return self->is_file || (g_poll (&poll, 1, 0) > 0 && poll.revents != 0);
}

/* A pipe whose writer never pauses would never end: what is in it when it is stopped is read. */
static gsize
limit_to_rest (FollowStream *self,
               gsize         count)
{
  if (self->is_file || !g_cancellable_is_cancelled (self->stop))
    return count;

  if (self->rest < 0 && ioctl (self->fd, FIONREAD, &self->rest) != 0)
    self->rest = 0;

  return MIN (count, (gsize) self->rest);
}

static gssize
read_rest (FollowStream *self,
           void         *buffer,
           gsize         count)
{
  gsize limit = limit_to_rest (self, count);
  gssize done = limit > 0 ? read (self->fd, buffer, limit) : 0;

  if (done > 0 && self->rest > 0)
    self->rest -= (int) done;

  return done;
}

static gssize
follow_stream_read (GInputStream  *stream,
                    void          *buffer,
                    gsize          count,
                    GCancellable  *cancellable,
                    GError       **error)
{
  FollowStream *self = FOLLOW_STREAM (stream);

  while (!g_cancellable_set_error_if_cancelled (cancellable, error)) {
    gssize done = 0;

    if (is_readable (self)) {
      done = read_rest (self, buffer, count);
      if (done > 0)
        self->has_told = FALSE;
      if (done > 0 || (done == 0 && !self->is_file))
        return done;
    }
    if (done < 0 && errno != EINTR && errno != EAGAIN) {
      set_error (self, errno, error);
      break;
    }

    if (g_cancellable_is_cancelled (self->stop))
      return 0;
    if (self->is_file)
      start_again_where_cut (self);
    wait_for_bytes (self, cancellable);
  }

  return -1;
}

static gboolean
follow_stream_close (GInputStream  *stream,
                     GCancellable  *cancellable,
                     GError       **error)
{
  FollowStream *self = FOLLOW_STREAM (stream);

  if (self->fd > STDIN_FILENO)
    close (self->fd);
  self->fd = -1;

  return TRUE;
}

static void
follow_stream_finalize (GObject *object)
{
  FollowStream *self = FOLLOW_STREAM (object);

  g_free (self->name);
  g_clear_object (&self->stop);

  G_OBJECT_CLASS (follow_stream_parent_class)->finalize (object);
}

static void
follow_stream_class_init (FollowStreamClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GInputStreamClass *stream_class = G_INPUT_STREAM_CLASS (class);

  object_class->finalize = follow_stream_finalize;
  stream_class->read_fn = follow_stream_read;
  stream_class->close_fn = follow_stream_close;
}

static void
follow_stream_init (FollowStream *self)
{
}

GInputStream *
follow_stream_new (int           fd,
                   const char   *name,
                   GCancellable *stop)
{
  FollowStream *self = g_object_new (FOLLOW_TYPE_STREAM, NULL);
  struct stat status;

  self->fd = fd;
  self->is_file = fstat (fd, &status) == 0 && S_ISREG (status.st_mode);
  self->name = g_strdup (name);
  self->told = g_get_monotonic_time ();
  self->rest = -1;
  g_set_object (&self->stop, stop);

  return G_INPUT_STREAM (self);
}

void
follow_stream_set_pause_func (GInputStream     *stream,
                              FollowStreamFunc  func,
                              gpointer          user_data)
{
  FollowStream *self = FOLLOW_STREAM (stream);

  self->func = func;
  self->user_data = user_data;
}
