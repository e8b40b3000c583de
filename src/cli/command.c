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

static void G_GNUC_PRINTF (1, 0)
print (const char *format,
       va_list     arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  g_autofree char *line = make_harmless (message);

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
