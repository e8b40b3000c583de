/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "follow-stream.h"

/* A log whose writer writes the next of its parts whenever the reader had to pause. */
typedef struct {
  int                 writer;
  const char * const *parts;
  guint               n_written;
  gboolean            cuts;         /* truncates before the second part */
  GCancellable       *stop;
} Log;

static void
got_pause (gpointer user_data)
{
  Log *log = user_data;
  const char *part = log->parts[log->n_written];

  if (part == NULL) {
    g_cancellable_cancel (log->stop);
    return;
  }

  if (log->cuts && log->n_written == 1) {
    g_assert_cmpint (ftruncate (log->writer, 0), ==, 0);
    lseek (log->writer, 0, SEEK_SET);
  }
  g_assert_cmpint (write (log->writer, part, strlen (part)), ==, strlen (part));
  log->n_written++;
}

static char *
read_all (GInputStream *stream)
{
  GString *text = g_string_new (NULL);
  char bytes[100];
  gssize count;

  while ((count = g_input_stream_read (stream, bytes, sizeof bytes, NULL, NULL)) > 0)
    g_string_append_len (text, bytes, count);
  g_assert_cmpint (count, ==, 0);

  return g_string_free (text, FALSE);
}

static char *
follow_file (const char * const *parts,
             gboolean            cuts)
{
  g_autofree char *path = NULL;
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (GInputStream) stream = NULL;
  int fd = g_file_open_tmp (NULL, &path, NULL);
  Log log = { .writer = fd, .parts = parts, .cuts = cuts, .stop = stop };
  char *text;

  stream = follow_stream_new (g_open (path, O_RDONLY | O_CLOEXEC, 0), "x.log", stop);
  follow_stream_set_pause_func (stream, got_pause, &log);
  text = read_all (stream);
  close (fd);
  g_unlink (path);

  return text;
}

static void
test_file_that_grows (void)
{
  static const char * const parts[] = { "one\n", "tw", "o\n", NULL };
  g_autofree char *text = follow_file (parts, FALSE);

  g_assert_cmpstr (text, ==, "one\ntwo\n");
}

static void
test_file_that_is_cut (void)
{
  static const char * const parts[] = { "long line\n", "new\n", NULL };
  g_autofree char *text = follow_file (parts, TRUE);

  g_assert_cmpstr (text, ==, "long line\nnew\n");
}

static void
test_pipe (void)
{
  static const char * const parts[] = { "one\n", "two\n", NULL };
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *text = NULL;
  int fds[2];
  Log log = { .parts = parts, .stop = stop };

  g_assert_cmpint (pipe (fds), ==, 0);
  log.writer = fds[1];
  stream = follow_stream_new (fds[0], "pipe", stop);
  follow_stream_set_pause_func (stream, got_pause, &log);
  text = read_all (stream);
  close (fds[1]);

  g_assert_cmpstr (text, ==, "one\ntwo\n");
}

static void
test_pipe_ends (void)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *text = NULL;
  int fds[2];

  g_assert_cmpint (pipe (fds), ==, 0);
  g_assert_cmpint (write (fds[1], "one\n", 4), ==, 4);
  close (fds[1]);
  stream = follow_stream_new (fds[0], "pipe", NULL);
  text = read_all (stream);

  g_assert_cmpstr (text, ==, "one\n");
}

/* A writer that writes a line now and then, but never waits as long as a pause. */
static gpointer
write_steadily (gpointer data)
{
  int fd = GPOINTER_TO_INT (data);

  for (guint i = 0; i < 15; i++) {
    g_assert_cmpint (write (fd, "x\n", 2), ==, 2);
    g_usleep (FOLLOW_STREAM_PAUSE * G_TIME_SPAN_MILLISECOND / 5);
  }
  close (fd);

  return NULL;
}

static void
count (gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_steady_pipe (void)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *text = NULL;
  GThread *writer;
  guint n_told = 0;
  int fds[2];

  g_assert_cmpint (pipe (fds), ==, 0);
  stream = follow_stream_new (fds[0], "pipe", NULL);
  follow_stream_set_pause_func (stream, count, &n_told);
  writer = g_thread_new ("writer", write_steadily, GINT_TO_POINTER (fds[1]));
  text = read_all (stream);
  g_thread_join (writer);

  g_assert_cmpuint (strlen (text), ==, 30);
  g_assert_cmpuint (n_told, >=, 1);
}

/* A writer that always has more to say. */
static gpointer
write_on (gpointer data)
{
  int fd = GPOINTER_TO_INT (data);

  while (write (fd, "a line that comes again and again\n", 34) > 0)
    ;
  close (fd);

  return NULL;
}

static void
test_stop_of_a_pipe_that_never_pauses (void)
{
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  GInputStream *stream;
  g_autofree char *text = NULL;
  GThread *writer;
  char byte;
  int fds[2];

  signal (SIGPIPE, SIG_IGN);
  g_assert_cmpint (pipe (fds), ==, 0);
  stream = follow_stream_new (fds[0], "pipe", stop);
  writer = g_thread_new ("writer", write_on, GINT_TO_POINTER (fds[1]));
  g_assert_cmpint (g_input_stream_read (stream, &byte, 1, NULL, NULL), ==, 1);

  g_cancellable_cancel (stop);
  text = read_all (stream);
  g_assert_cmpuint (strlen (text), <, 1024 * 1024);

  g_object_unref (stream);
  g_thread_join (writer);
}

static void
cancel (gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancel (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GInputStream) stream = follow_stream_new (g_file_open_tmp (NULL, &path, NULL),
                                                       "x.log", NULL);
  g_autoptr (GError) error = NULL;
  char byte;

  follow_stream_set_pause_func (stream, cancel, cancellable);
  g_assert_cmpint (g_input_stream_read (stream, &byte, 1, cancellable, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_unlink (path);
}

static void
test_folder (void)
{
  g_autoptr (GInputStream) stream = follow_stream_new (g_open (g_get_tmp_dir (), O_RDONLY, 0),
                                                       "folder", NULL);
  g_autoptr (GError) error = NULL;
  char byte;

  g_assert_cmpint (g_input_stream_read (stream, &byte, 1, NULL, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_true (g_str_has_prefix (error->message, "folder "));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/follow-stream/file-that-grows", test_file_that_grows);
  g_test_add_func ("/follow-stream/file-that-is-cut", test_file_that_is_cut);
  g_test_add_func ("/follow-stream/pipe", test_pipe);
  g_test_add_func ("/follow-stream/pipe-ends", test_pipe_ends);
  g_test_add_func ("/follow-stream/steady-pipe", test_steady_pipe);
  g_test_add_func ("/follow-stream/stop-of-a-pipe-that-never-pauses",
                   test_stop_of_a_pipe_that_never_pauses);
  g_test_add_func ("/follow-stream/cancel", test_cancel);
  g_test_add_func ("/follow-stream/folder", test_folder);

  return g_test_run ();
}
