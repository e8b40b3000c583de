/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "character.h"
#include "text-copy.h"

#include "text-scanner.h"

#define ESC 0x1b

#define BYTE_ORDER_MARK   0xfeff
#define ZERO_WIDTH_JOINER 0x200d

void
text_scanner_init (TextScanner           *scanner,
                   const TerminalHandler *handler,
                   gpointer               user_data)
{
  memset (scanner, 0, sizeof *scanner);
  scanner->handler = handler;
  scanner->user_data = user_data;
  scanner->at_line_start = TRUE;
}

static void
give_text (TextScanner *scanner,
           const char  *text,
           gsize        length,
           gboolean     ascii)
{
  scanner->at_line_start = FALSE;
  scanner->handler->got_text (text, length, ascii, scanner->user_data);
}

void
text_scanner_take_control (TextScanner *scanner,
                           guint8       byte)
{
  if (strchr ("\n\r\t\b\016\017", byte) == NULL || byte == '\0')
    return;

  scanner->previous = 0;
  scanner->at_line_start = byte == '\n';
  scanner->handler->got_control (byte, scanner->user_data);
}

/* Whether CHARACTER goes on as it is. */
static gboolean
is_plain (TextScanner *scanner,
          gunichar     character)
{
  if (character < 0xa0)
    return FALSE;
  if (character == ZERO_WIDTH_JOINER)
    return character_can_join (scanner->previous);

  return !character_is_hidden (character);
}

static void
take_character (TextScanner *scanner,
                gunichar     character,
                gunichar    *ret_control)
{
  char text[16];

  if (is_plain (scanner, character)) {
    give_text (scanner, text, g_unichar_to_utf8 (character, text), FALSE);
    scanner->previous = character;
  } else if (character < 0xa0) {
    *ret_control = character;
  } else if (character != BYTE_ORDER_MARK || !scanner->at_line_start) {
    g_snprintf (text, sizeof text, "<U+%04X>", character);
    give_text (scanner, text, strlen (text), TRUE);
    scanner->previous = 0;
  }
}

static void
take_broken_bytes (TextScanner *scanner)
{
  give_text (scanner, "\xef\xbf\xbd", 3, FALSE);
  scanner->previous = 0xfffd;
}

void
text_scanner_end (TextScanner *scanner)
{
  if (scanner->n_partial > 0)
    take_broken_bytes (scanner);
  scanner->n_partial = 0;
}

/* Gives the visible characters at the start of BYTES as they stand, and returns what follows. */
static const guint8 *
take_text (TextScanner  *scanner,
           const guint8 *bytes,
           const guint8 *end)
{
  const guint8 *start = bytes;
  gboolean ascii = TRUE;

  for (;;) {
    const guint8 *next = bytes + text_span (bytes, end - bytes);
    gunichar character;
    int length;

    if (next > bytes)
      scanner->previous = 0;
    bytes = next;
    if (bytes == end || *bytes < 0x80)
      break;
    length = character_decode (bytes, end - bytes, &character);
    if (length <= 0 || !is_plain (scanner, character))
      break;
    ascii = FALSE;
    scanner->previous = character;
    bytes += length;
  }

  if (bytes > start)
    give_text (scanner, (const char *) start, bytes - start, ascii);

  return bytes;
}

/* Takes the bytes of a character that is not plain, is broken, or is cut by the chunk's end. */
static const guint8 *
take_odd_character (TextScanner  *scanner,
                    const guint8 *bytes,
                    const guint8 *end,
                    gunichar     *ret_control)
{
  gunichar character;
  int length = character_decode (bytes, end - bytes, &character);

  if (length > 0) {
    take_character (scanner, character, ret_control);
    return bytes + length;
  }
  if (length < 0) {
    take_broken_bytes (scanner);
    return bytes - length;
  }

  scanner->n_partial = end - bytes;
  memcpy (scanner->partial, bytes, scanner->n_partial);

  return end;
}

/* Goes on with a character that the last chunk's end cut. */
static const guint8 *
take_partial (TextScanner  *scanner,
              const guint8 *bytes,
              gunichar     *ret_control)
{
  gunichar character;
  int length;

  scanner->partial[scanner->n_partial] = *bytes;
  length = character_decode (scanner->partial, scanner->n_partial + 1, &character);
  if (length < 0) {
    scanner->n_partial = 0;
    take_broken_bytes (scanner);
    return bytes;
  }

  scanner->n_partial++;
  if (length > 0) {
    scanner->n_partial = 0;
    take_character (scanner, character, ret_control);
  }

  return bytes + 1;
}

const guint8 *
text_scanner_take (TextScanner  *scanner,
                   const guint8 *bytes,
                   const guint8 *end,
                   gunichar     *ret_control)
{
  *ret_control = 0;
  if (scanner->n_partial > 0)
    return take_partial (scanner, bytes, ret_control);

  bytes = take_text (scanner, bytes, end);
  if (bytes == end)
    return bytes;
  if (*bytes >= 0x80)
    return take_odd_character (scanner, bytes, end, ret_control);

  if (*bytes == ESC)
    *ret_control = ESC;
  else
    text_scanner_take_control (scanner, *bytes);

  return bytes + 1;
}

