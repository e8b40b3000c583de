/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "name-words.h"

static gboolean
is_of_word (char character)
{
  return g_ascii_isalnum (character) || character == '_' || (guchar) character >= 0x80;
}

static gboolean
has_word (const char *text,
          const char *word,
          gsize       length)
{
  for (const char *at = text; (at = strstr (at, word)) != NULL; at++)
    if ((at == text || !is_of_word (at[-1])) && !is_of_word (at[length]))
      return TRUE;

  return FALSE;
}

gboolean
name_has_words_of (const char *full,
                   const char *name)
{
  const char *end;

  for (; *name != '\0'; name = end) {
    g_autofree char *word = NULL;

    for (; *name != '\0' && !is_of_word (*name); name++)
      ;
    for (end = name; is_of_word (*end); end++)
      ;
    if (end == name)
      break;
    word = g_strndup (name, end - name);
    if (!has_word (full, word, end - name))
      return FALSE;
  }

  return TRUE;
}
