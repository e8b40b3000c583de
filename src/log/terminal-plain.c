/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "character.h"
#include "screen-private.h"
#include "text-scanner.h"

#include "terminal-private.h"

#define BEL 0x07
#define ESC 0x1b
#define DEL 0x7f

/* Commands that are longer take the long way. */
#define MAX_COMMAND 63

/* Larger parameters of SGR mean nothing. */
#define MAX_NUMBER 999

/* Bytes of the character that BYTES start with, where its first two tell that it is whole, is
 * visible and may stand anywhere: what Latin text, lines and blocks, Chinese and Japanese are
 * made of. Otherwise 0. */
static gsize
get_usual_length (const guint8 *bytes,
                  gsize         length)
{
  guint8 first = bytes[0];

  if (length < 4)
    return 0;
  if (first >= 0xc3 && first < 0xcc && (bytes[1] & 0xc0) == 0x80)
    return 2;
  if (((first == 0xe2 && bytes[1] >= 0x82) || (first >= 0xe4 && first < 0xed)) &&
      (bytes[1] & 0xc0) == 0x80 && (bytes[2] & 0xc0) == 0x80)
    return 3;
  if (first == 0xf0 && bytes[1] == 0x9f &&
      (bytes[2] & 0xc0) == 0x80 && (bytes[3] & 0xc0) == 0x80)
    return 4;

  return 0;
}

/* The same for any character. */
static gsize
get_length (const guint8 *bytes,
            gsize         length)
{
  gunichar character;
  int size = character_decode (bytes, length, &character);

  return size > 0 && character >= 0xa0 && !character_is_hidden (character) ? size : 0;
}

/* Copies the characters beyond ASCII that BYTES start with, as far as they are whole, visible
 * and fit. Returns how many bytes they take. */
static gsize
copy_characters (TextScanner  *scanner,
                 char         *to,
                 const guint8 *bytes,
                 gsize         length)
{
  gsize count = 0;
  gsize size = 0;

  while (count < length && bytes[count] >= 0x80) {
    gsize next = get_usual_length (bytes + count, length - count);

    if (next == 0)
      next = get_length (bytes + count, length - count);
    if (next == 0)
      break;
    size = next;
    memcpy (to + count, bytes + count, size);
    count += size;
  }
  if (count > 0)
    character_decode (bytes + count - size, size, &scanner->previous);

  return count;
}

/* Adds the text that BYTES start with to the end of ROW, and returns what follows. */
static const guint8 *
take_text (Terminal     *terminal,
           TextScanner  *scanner,
           Row          *row,
           const guint8 *bytes,
           const guint8 *end)
{
  char *to = row->text->str + row->text->len;
  gsize length = MIN ((gsize) (end - bytes), ROW_LIMIT - row->text->len);
  gsize done = 0;
  gsize count;

  do {
    count = terminal->copy_text (to + done, bytes + done, length - done);
    if (count > 0)
      scanner->previous = 0;
    done += count;
    if (done == length || bytes[done] < 0x80)
      break;

    count = copy_characters (scanner, to + done, bytes + done, length - done);
    if (count > 0)
      row->simple = FALSE;
    done += count;
  } while (count > 0 && done < length);

  if (done > 0)
    row_grow (row, done, terminal->screen->style);

  return bytes + done;
}

/* The row that text goes to the end of, with room for it, or NULL where it goes elsewhere. */
static Row *
get_open_row (Screen *screen)
{
  Row *row = screen_prepare_row (screen);

  if (screen->cursor == CURSOR_IN_COLUMN)
    return NULL;
  row_make_room (row);

  return row;
}

static void
end_line (Screen *screen)
{
  if (screen->cursor != CURSOR_AT_END || screen->y + 1 != screen->n_rows) {
    screen_line_feed (screen);
    return;
  }

  /* The cursor is in the last row, and at its end: only a new row follows. */
  (*screen_get_slot (screen, screen->y))->continued = FALSE;
  if (screen->y + 1 == SCREEN_ROWS)
    screen_scroll (screen);
  else
    screen->y++;
}

/* Takes an SGR of plain numbers, or EL, after which it is not known where text goes. Returns
 * what follows, or NULL where BYTES are neither or end within it. */
static const guint8 *
take_sequence (Terminal      *terminal,
               const guint8  *bytes,
               const guint8  *end,
               Row          **row)
{
  Style style = terminal->style;
  gboolean is_first = TRUE;
  int number = 0;

  for (; bytes < end; bytes++) {
    if (*bytes >= '0' && *bytes <= '9') {
      number = number * 10 + (*bytes - '0');
      if (number > MAX_NUMBER)
        return NULL;
    } else if (*bytes == ';' || *bytes == 'm') {
      if (number == 8 || number == 38 || number == 48 || number == 58)
        return NULL;
      style = style_apply_number (style, number);
      if (*bytes == 'm') {
        terminal_set_style (terminal, style);
        return bytes + 1;
      }
      number = 0;
      is_first = FALSE;
    } else if (*bytes == 'K' && is_first && number <= 2) {
      screen_erase_in_line (terminal->screen, number);
      *row = NULL;
      return bytes + 1;
    } else {
      return NULL;
    }
  }

  return NULL;
}

/* Takes an application program command that BEL ends. Returns what follows, or NULL where BYTES
 * are none, are long or end within it. */
static const guint8 *
take_command (Terminal     *terminal,
              const guint8 *bytes,
              const guint8 *end)
{
  char command[MAX_COMMAND + 1 + TEXT_COPY_MARGIN];
  gsize length = terminal->copy_text (command, bytes, MIN (end - bytes, MAX_COMMAND));
  gint64 time;

  if (bytes + length == end || bytes[length] != BEL)
    return NULL;

  command[length] = '\0';
  time = terminal->funcs->got_command (command, terminal->user_data);
  if (time != LINE_NO_TIME)
    screen_set_time (terminal->screen, time);

  return bytes + length + 1;
}

static const guint8 *
take_escape (Terminal      *terminal,
             const guint8  *bytes,
             const guint8  *end,
             Row          **row)
{
  if (end - bytes < 3)
    return NULL;
  if (bytes[1] == '[')
    return take_sequence (terminal, bytes + 2, end, row);
  if (bytes[1] == '_')
    return take_command (terminal, bytes + 2, end);

  return NULL;
}

/* Takes a control that a row's end knows. Returns what follows, or NULL where it is another. */
static const guint8 *
take_control (Terminal     *terminal,
              const guint8 *bytes,
              const guint8 *end)
{
  if (*bytes == '\n') {
    end_line (terminal->screen);
  } else if (*bytes == '\r') {
    /* Before a line feed it changes nothing. */
    if (bytes + 1 == end || bytes[1] != '\n')
      screen_carriage_return (terminal->screen);
  } else if (*bytes == '\t') {
    screen_tab (terminal->screen);
  } else {
    return NULL;
  }

  return bytes + 1;
}

static gboolean
is_plain (Terminal *terminal)
{
  return (terminal->style & STYLE_CONCEALED) == 0 && !terminal->in_status_line &&
         !terminal->draws[terminal->set];
}

const guint8 *
terminal_take_plain (Terminal     *terminal,
                     const guint8 *bytes,
                     const guint8 *end)
{
  TextScanner *scanner = terminal_parser_get_plain_scanner (terminal->parser);
  Row *row = NULL;

  if (scanner == NULL || !is_plain (terminal))
    return bytes;

  while (bytes < end) {
    const guint8 *next;

    if (*bytes >= ' ' && *bytes != DEL) {
      row = row != NULL ? row : get_open_row (terminal->screen);
      next = row != NULL ? take_text (terminal, scanner, row, bytes, end) : bytes;
      if (next == bytes)
        break;
      scanner->at_line_start = FALSE;
    } else if (*bytes == ESC) {
      next = take_escape (terminal, bytes, end, &row);
      if (next == NULL)
        break;
    } else {
      next = take_control (terminal, bytes, end);
      if (next == NULL)
        break;
      row = NULL;
      scanner->previous = 0;
      scanner->at_line_start = *bytes == '\n';
    }
    bytes = next;
  }

  return bytes;
}
