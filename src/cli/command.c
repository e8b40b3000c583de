/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "command.h"

CommandStatus
command_fail (CommandStatus  status,
              const char    *format,
              ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_printerr ("culprit-cli: %s\n", g_strdelimit (message, "\n\r", ' '));

  return status;
}
