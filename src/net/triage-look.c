/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>

#include "triage-look.h"

void
triage_look_tell (const TriageLook *look,
                  const char       *format,
                  ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (look->progress == NULL)
    return;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  look->progress (message, look->user_data);
}

void
triage_look_warn (const TriageLook *look,
                  const char       *format,
                  ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (look->warnings, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

gboolean
triage_look_is_end (const GError *error)
{
  static const HttpError ends[] = { HTTP_ERROR_OFFLINE, HTTP_ERROR_CONNECTION, HTTP_ERROR_TLS, HTTP_ERROR_TIMEOUT,
                                    HTTP_ERROR_TOKEN, HTTP_ERROR_DENIED, HTTP_ERROR_LIMITED };

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_error_matches (error, HTTP_ERROR, ends[i]))
      return TRUE;

  return FALSE;
}
