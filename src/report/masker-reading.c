/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A line as it reads: JSON, addresses, markup and terminals have characters in other forms. */

#include "config.h"

#include <string.h>

#include "character.h"
#include "masker-private.h"

/* What a sequence of bytes stands for, where that is no byte: nothing. */
#define NOTHING (-1)

/* More of a colour code than any has, and more signs than anything is escaped with. */
#define MAX_CODE  32
#define MAX_SIGNS 16

static const struct {
  const char *name;
  guint8      character;
} entities[] = {
  { "&quot;", '"' }, { "&apos;", '\'' }, { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' },
  { "&#34;", '"' }, { "&#39;", '\'' }, { "&#x22;", '"' }, { "&#x27;", '\'' }, { "&#x2F;", '/' },
};

/* The number in base 16 that the N bytes of TEXT are; NOTHING where they are none. */
static int
read_number (const char *text,
             gsize       n)
{
  int number = 0;

  for (gsize i = 0; i < n; i++) {
    int digit = g_ascii_xdigit_value (text[i]);

    if (digit < 0)
      return NOTHING;
    number = number * 16 + digit;
  }

  return number;
}

/* How long a colour code is that TEXT goes on with behind its escape character. */
static gsize
measure_code (const char *text,
              gsize       length)
{
  gsize size = 1;

  if (length == 0 || text[0] != '[')
    return 0;
  while (size < MIN (length, MAX_CODE) && (g_ascii_isdigit (text[size]) || strchr (";:?", text[size])))
    size++;

  return size < length && g_ascii_isalpha (text[size]) ? size + 1 : 0;
}

/* Takes the character of number CHARACTER, of which SIZE bytes of TEXT are an escaped form. Returns how many
 * bytes that is, 0 where it is left as it is. */
static gsize
take_number (const char *text,
             gsize       length,
             gsize       size,
             int         character,
             int        *ret_byte)
{
  *ret_byte = character;
  if (character == 0x1b) {
    *ret_byte = NOTHING;
    return size + measure_code (text + size, length - size);
  }
  if (character >= 0x80) {
    *ret_byte = NOTHING;
    return character_is_hidden (character) ? size : 0;
  }

  return character >= ' ' || character == '\n' || character == '\t' || character == '\r' ? size : 0;
}

/* "\n", "\u0022", "\x1b[31m" and the like, behind any number of backslashes. */
static gsize
take_backslash (const char *text,
                gsize       length,
                int        *ret_byte)
{
  gsize size = 0;

  while (size < MIN (length, MAX_SIGNS) && text[size] == '\\')
    size++;
  if (size == length)
    return 0;

  switch (text[size]) {
  case 'n':
  case 'r':
    return take_number (text, length, size + 1, '\n', ret_byte);
  case 't':
    return take_number (text, length, size + 1, '\t', ret_byte);
  case '/':
    return take_number (text, length, size + 1, '/', ret_byte);
  case 'e':
    return take_number (text, length, size + 1, 0x1b, ret_byte);
  case 'x':
    return length - size < 3 ? 0 : take_number (text, length, size + 3,
                                                read_number (text + size + 1, 2), ret_byte);
  case 'u':
    return length - size < 5 ? 0 : take_number (text, length, size + 5,
                                                read_number (text + size + 1, 4), ret_byte);
  case '0':
    return length - size < 3 || memcmp (text + size, "033", 3) != 0
           ? 0 : take_number (text, length, size + 3, 0x1b, ret_byte);
  default:
    return 0;
  }
}

/* "%20", and that escaped again: "%2520". */
static gsize
take_percent (const char *text,
              gsize       length,
              int        *ret_byte)
{
  gsize size = 1;

  while (size + 2 < MIN (length, MAX_SIGNS) && text[size] == '2' && text[size + 1] == '5')
    size += 2;
  if (size + 2 > length)
    return 0;

  return take_number (text, length, size + 2, read_number (text + size, 2), ret_byte);
}

static gsize
take_entity (const char *text,
             gsize       length,
             int        *ret_byte)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++) {
    gsize size = strlen (entities[i].name);

    if (length >= size && memcmp (text, entities[i].name, size) == 0) {
      *ret_byte = entities[i].character;
      return size;
    }
  }

  return 0;
}

/* A character that nobody sees. */
static gsize
take_hidden (const char *text,
             gsize       length,
             int        *ret_byte)
{
  gunichar character;
  int size = character_decode ((const guint8 *) text, length, &character);

  *ret_byte = NOTHING;

  return size > 0 && (character_is_hidden (character) || character_get_width (character) == 0) ? size : 0;
}

/* One that was made visible: "<U+200B>". */
static gsize
take_shown (const char *text,
            gsize       length,
            int        *ret_byte)
{
  gsize size = strlen ("<U+");
  gsize digits = 0;
  int character;

  if (length < size || memcmp (text, "<U+", size) != 0)
    return 0;
  while (digits < 6 && size + digits < length && g_ascii_isxdigit (text[size + digits]))
    digits++;
  character = read_number (text + size, digits);
  size += digits;
  *ret_byte = NOTHING;

  return size < length && text[size] == '>' && character_is_hidden (character) ? size + 1 : 0;
}

/* How many bytes TEXT starts with that read as another one, or as nothing; 0: none. */
static gsize
take (const char *text,
      gsize       length,
      int        *ret_byte)
{
  guchar first = text[0];

  if (first == '\\')
    return take_backslash (text, length, ret_byte);
  if (first == '%')
    return take_percent (text, length, ret_byte);
  if (first == '&')
    return take_entity (text, length, ret_byte);
  if (first == '<')
    return take_shown (text, length, ret_byte);
  if (first == 0x1b)
    return take_number (text, length, 1, first, ret_byte);
  if (first >= 0x80)
    return take_hidden (text, length, ret_byte);
  *ret_byte = NOTHING;

  return (first < ' ' && first != '\t') || first == 0x7f;
}

/* Adds bytes START to END of the line, which read as BYTE. */
static void
add_byte (Masker *masker,
          int     byte,
          gsize   start,
          gsize   end)
{
  Place place = { start, end };

  if (byte == NOTHING)
    return;

  g_string_append_c (masker->reading, byte);
  g_array_append_val (masker->places, place);
}

/* Where the first byte is that may read as another one. */
static gsize
find_other (const char *text,
            gsize       length,
            gsize       from)
{
  while (from < length && (guchar) text[from] >= ' ' && (guchar) text[from] < 0x7f &&
         text[from] != '\\' && text[from] != '%' && text[from] != '&' && text[from] != '<')
    from++;

  return from;
}

gboolean
masker_read_plainly (Masker     *masker,
                     const char *text,
                     gsize       length)
{
  gsize first = find_other (text, length, 0);
  int byte;

  while (first < length && take (text + first, length - first, &byte) == 0)
    first = find_other (text, length, first + 1);
  if (first == length)
    return FALSE;

  g_string_truncate (masker->reading, 0);
  g_array_set_size (masker->places, 0);
  for (gsize i = 0; i < length;) {
    gsize size = i < first ? 0 : take (text + i, length - i, &byte);

    add_byte (masker, size > 0 ? byte : (guchar) text[i], i, i + MAX (size, 1));
    i += MAX (size, 1);
  }

  return TRUE;
}
