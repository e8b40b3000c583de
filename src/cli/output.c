/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "output.h"

static int write_error;

static void
write_failed (void)
{
  if (errno == EPIPE)
    _exit (COMMAND_DONE);
  write_error = errno;
}

void
output_write (const char *text,
              gsize       length)
{
  if (write_error == 0 && length > 0 && fwrite (text, 1, length, stdout) != length)
    write_failed ();
}

void
output_text (const char *text)
{
  gsize length = strlen (text);

  output_write (text, length);
  if (length > 0 && text[length - 1] != '\n')
    output_write ("\n", 1);
}

CommandStatus
output_finish (void)
{
  if (write_error == 0 && fflush (stdout) != 0)
    write_failed ();
  if (write_error != 0)
    return command_fail (COMMAND_FAILED, _("standard output: %s"), g_strerror (write_error));

  return COMMAND_DONE;
}
