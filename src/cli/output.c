/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "character.h"
#include "plain-text.h"

#include "output.h"

#define BUFFER_SIZE (256 * 1024)

static int write_error;
static char buffer[BUFFER_SIZE];
static gsize buffered;

static void
write_out (const char *text,
           gsize       length)
{
  while (write_error == 0 && length > 0) {
    gssize count = write (STDOUT_FILENO, text, length);

    if (count >= 0) {
      text += count;
      length -= count;
    } else if (errno == EAGAIN) {
      GPollFD poll = { STDOUT_FILENO, G_IO_OUT, 0 };

      g_poll (&poll, 1, -1);
    } else if (errno == EPIPE) {
      _exit (COMMAND_DONE);
    } else if (errno != EINTR) {
      write_error = errno;
    }
  }
}

void
output_flush (void)
{
  write_out (buffer, buffered);
  buffered = 0;
}

void
output_write (const char *text,
              gsize       length)
{
  if (length > BUFFER_SIZE - buffered)
    output_flush ();
  if (length > BUFFER_SIZE) {
    write_out (text, length);
    return;
  }

  memcpy (buffer + buffered, text, length);
  buffered += length;
}

void
output_text (const char *text)
{
  gsize length = strlen (text);

  output_write (text, length);
  if (length > 0 && text[length - 1] != '\n')
    output_write ("\n", 1);
}

gboolean
output_stream (GInputStream  *stream,
               GError       **error)
{
  g_autofree char *chunk = g_malloc (BUFFER_SIZE);
  gssize length;

  while ((length = g_input_stream_read (stream, chunk, BUFFER_SIZE, NULL, error)) > 0)
    output_write (chunk, (gsize) length);

  return length == 0;
}

CommandStatus
output_finish (void)
{
  output_flush ();
  if (write_error != 0)
    return command_fail (COMMAND_FAILED, _("standard output: %s"), g_strerror (write_error));

  return COMMAND_DONE;
}

void
output_append_words (GString    *line,
                     const char *words)
{
  g_autofree char *plain = plain_text_dup (words, ' ');

  g_string_append (line, plain);
}

void
output_append_cell (GString    *line,
                    const char *words,
                    guint       width)
{
  gsize start = line->len;
  guint taken;

  output_append_words (line, words);
  taken = character_get_text_width (line->str + start);
  g_string_append_printf (line, "%*s", taken < width ? (int) (width - taken) : 0, "");
}
