/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* What a character is to a terminal. */

/* What a file may start with that says that it is UTF-8: U+FEFF, in bytes. */
#define UTF8_MARK        "\xef\xbb\xbf"
#define UTF8_MARK_LENGTH 3

/* Columns it takes: 0, 1 or 2. */
guint    character_get_width (gunichar character);

/* Columns that TEXT, which is UTF-8 on one line, takes. */
guint    character_get_text_width (const char *text);

/* Whether it can hide text or change its order, or breaks a line for some programs and not for
 * others: bidirectional and invisible controls (CVE-2021-42574), separators, tags. */
gboolean character_is_hidden (gunichar character);

/* Whether a zero width joiner after it belongs to a picture (“👩‍💻”). */
gboolean character_can_join  (gunichar character);

/* Where to cut TEXT so that LENGTH bytes or a few less are left and no character is halved; the byte behind these is there
 * as well, if only a NUL. */
static inline gsize
character_find_cut (const char *text,
                    gsize       length)
{
  while (length > 0 && ((guchar) text[length] & 0xc0) == 0x80)
    length--;

  return length;
}

/* Decodes the character that BYTES start with. Returns its length; 0 where LENGTH ends within
 * it; where it is broken, minus the number of bytes that one U+FFFD stands for (Unicode 15,
 * 3.9, “substitution of maximal subparts”). */
int      character_decode    (const guint8 *bytes,
                              gsize         length,
                              gunichar     *ret_character);
