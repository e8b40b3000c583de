/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plain-text.h"

#include "command.h"

/* A message holds file names and words of the log, which may be hostile to a terminal. */
static void G_GNUC_PRINTF (1, 0)
print (const char *format,
       va_list     arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  g_autofree char *line = plain_text_dup (message, ' ');

  g_printerr ("culprit-cli: %s\n", line);
}

CommandStatus
command_fail (CommandStatus  status,
              const char    *format,
              ...)
{
  va_list arguments;

  va_start (arguments, format);
  print (format, arguments);
  va_end (arguments);

  return status;
}

void
command_warn (const char *format,
              ...)
{
  va_list arguments;

  va_start (arguments, format);
  print (format, arguments);
  va_end (arguments);
}

void
command_warn_all (GPtrArray *warnings)
{
  for (guint i = 0; i < warnings->len; i++)
    command_warn ("%s", (const char *) g_ptr_array_index (warnings, i));
}
