/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "command.h"

/* A message holds file names and words of the log, which may be hostile to a terminal. */
static char *
make_harmless (const char *message)
{
  g_autofree char *valid = g_utf8_make_valid (message, -1);
  GString *text = g_string_new (NULL);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);

    if (character == '\n' || character == '\r')
      g_string_append_c (text, ' ');
    else
      g_string_append_unichar (text, g_unichar_iscntrl (character) ? 0xFFFD : character);
  }

  return g_string_free (text, FALSE);
}

CommandStatus
command_fail (CommandStatus  status,
              const char    *format,
              ...)
{
  g_autofree char *message = NULL;
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  line = make_harmless (message);
  g_printerr ("culprit-cli: %s\n", line);

  return status;
}
