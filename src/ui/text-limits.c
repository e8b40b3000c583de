/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "text-limits.h"

#define MAX_SHOWN_CHARACTERS 1000

char *
culprit_dup_shown_text (const char *text)
{
  /* A character has at most six bytes in what is not valid yet. */
  g_autofree char *head = g_strndup (text, 6 * (MAX_SHOWN_CHARACTERS + 1));
  g_autofree char *shown = g_utf8_make_valid (head, -1);

  g_strdelimit (shown, "\n\r\t", ' ');
  if (g_utf8_strlen (shown, -1) > MAX_SHOWN_CHARACTERS) {
    *g_utf8_offset_to_pointer (shown, MAX_SHOWN_CHARACTERS) = '\0';
    return g_strconcat (shown, "…", NULL);
  }

  return g_steal_pointer (&shown);
}
