/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE    /* memmem */

#include "config.h"

#include <string.h>

#include "written-colours.h"

#define START "^[["

static const char *
find_start (const char *text,
            gsize       length)
{
  return memmem (text, length, START, strlen (START));
}

gboolean
written_colours_are_in (const char *text,
                        gsize       length)
{
  return find_start (text, length) != NULL;
}

/* The end of the sequence that starts at TEXT, or TEXT where it is none. */
static const char *
skip_sequence (const char *text,
               const char *end)
{
  const char *at = text + strlen (START);

  while (at < end && (g_ascii_isdigit (*at) || *at == ';' || *at == ':' || *at == '?'))
    at++;

  return at < end && g_ascii_isalpha (*at) ? at + 1 : text;
}

gboolean
written_colours_remove (const char *text,
                        gsize       length,
                        GString    *plain)
{
  const char *end = text + length;
  const char *start = find_start (text, length);

  if (start == NULL)
    return FALSE;

  g_string_truncate (plain, 0);
  for (; start != NULL; start = find_start (text, end - text)) {
    const char *next = skip_sequence (start, end);

    g_string_append_len (plain, text, start - text);
    if (next == start) {
      g_string_append (plain, START);
      next = start + strlen (START);
    }
    text = next;
  }
  g_string_append_len (plain, text, end - text);

  return TRUE;
}
