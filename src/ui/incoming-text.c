/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib-unix.h>
#include <string.h>

#include "address.h"

#include "incoming-text.h"

/* So much is looked at, and read at once. An address is shorter. */
#define BLOCK_SIZE (64 * 1024)

typedef struct {
  GInputStream   *input;
  GOutputStream  *output;              /* of the pipe; NULL before it is there */
  GDestroyNotify  done;
  gpointer        data;
  gsize           length;
  char            block[BLOCK_SIZE];
} Incoming;

static void
incoming_clear (gpointer data)
{
  Incoming *incoming = data;

  g_object_unref (incoming->input);
  g_clear_object (&incoming->output);
  if (incoming->done != NULL)
    incoming->done (incoming->data);
}

static void
incoming_release (gpointer incoming)
{
  g_rc_box_release_full (incoming, incoming_clear);
}

void
incoming_text_free (IncomingText *text)
{
  g_free (text->address);
  g_clear_object (&text->stream);
  g_free (text);
}

static gboolean
is_file_address (const char *text)
{
  g_autofree char *scheme = g_uri_parse_scheme (text);

  return scheme != NULL && g_ascii_strcasecmp (scheme, "file") == 0 && strpbrk (text, " \t\r\n") == NULL;
}

IncomingTextKind
incoming_text_classify (const char  *text,
                        gsize        length,
                        char       **ret_address)
{
  g_autofree char *line = g_strndup (text, length);

  g_strstrip (line);
  if (line[0] == '\0')
    return INCOMING_TEXT_EMPTY;
  if (!address_is (line) && !is_file_address (line))
    return INCOMING_TEXT_LOG;

  *ret_address = g_steal_pointer (&line);

  return INCOMING_TEXT_ADDRESS;
}

static void
got_block (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data);

static void
wrote_block (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Incoming *incoming = user_data;

  /* That the worker stopped reading is its own affair. */
  if (g_output_stream_write_all_finish (incoming->output, result, NULL, NULL))
    g_input_stream_read_async (incoming->input, incoming->block, BLOCK_SIZE, G_PRIORITY_DEFAULT,
                               NULL, got_block, incoming);
  else
    incoming_release (incoming);
}

static void
write_block (Incoming *incoming,
             gsize     length)
{
  g_output_stream_write_all_async (incoming->output, incoming->block, length, G_PRIORITY_DEFAULT,
                                   NULL, wrote_block, incoming);
}

static void
got_block (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Incoming *incoming = user_data;
  gssize length = g_input_stream_read_finish (incoming->input, result, NULL);

  if (length > 0)
    write_block (incoming, (gsize) length);
  else
    incoming_release (incoming);
}

/* Starts to carry the text over into a pipe, and gives its other end. */
static GInputStream *
pump (Incoming  *incoming,
      GError   **error)
{
  int fds[2];

  if (!g_unix_open_pipe (fds, FD_CLOEXEC, error))
    return NULL;

  /* One that is full and blocks would stop the window until somebody reads from it. */
  g_unix_set_fd_nonblocking (fds[1], TRUE, NULL);
  incoming->output = g_unix_output_stream_new (fds[1], TRUE);
  write_block (g_rc_box_acquire (incoming), incoming->length);

  return g_unix_input_stream_new (fds[0], TRUE);
}

static void
got_start (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (IncomingText) text = g_new0 (IncomingText, 1);
  Incoming *incoming = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_input_stream_read_all_finish (incoming->input, result, &incoming->length, &error)) {
    g_task_return_error (task, error);
    return;
  }

  text->kind = INCOMING_TEXT_LOG;
  if (incoming->length < BLOCK_SIZE)
    text->kind = incoming_text_classify (incoming->block, incoming->length, &text->address);
  if (text->kind == INCOMING_TEXT_LOG)
    text->stream = pump (incoming, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&text), (GDestroyNotify) incoming_text_free);
}

void
incoming_text_read_async (GInputStream        *stream,
                          GDestroyNotify       done,
                          gpointer             data,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Incoming *incoming = g_rc_box_new0 (Incoming);

  incoming->input = g_object_ref (stream);
  incoming->done = done;
  incoming->data = data;
  g_task_set_task_data (task, incoming, incoming_release);

  g_input_stream_read_all_async (stream, incoming->block, BLOCK_SIZE, G_PRIORITY_DEFAULT,
                                 cancellable, got_start, task);
}

IncomingText *
incoming_text_read_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
