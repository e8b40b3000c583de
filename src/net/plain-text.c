/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib.h>

#include "character.h"

#include "plain-text.h"

char *
plain_text_dup (const char *text,
                char        instead)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *plain = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);
    GUnicodeType type = g_unichar_type (character);
    gboolean acts = type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || character_is_hidden (character);

    g_string_append_unichar (plain, acts ? (gunichar) instead : character);
  }

  return g_string_free (plain, FALSE);
}
