/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "character.h"
#include "screen-private.h"
#include "text-scanner.h"

#include "terminal-private.h"

#ifdef __AVX2__
#define TAKE_PLAIN terminal_take_plain_avx2
#else
#define TAKE_PLAIN terminal_take_plain
#endif

#define BEL 0x07
#define ESC 0x1b
#define DEL 0x7f

/* With less room, text takes more of it first. */
#define LEAST_ROOM 64

/* Commands that are longer take the long way. */
#define MAX_COMMAND 63

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
 * and fit. Returns how many bytes they take, and RET_LAST_LENGTH how many the last one, if any. */
static gsize
copy_characters (char         *to,
                 const guint8 *bytes,
                 gsize         length,
                 gsize        *ret_last_length)
{
  gsize count = 0;

  while (count < length && bytes[count] >= 0x80) {
    gsize next = get_usual_length (bytes + count, length - count);

    if (next == 0)
      next = get_length (bytes + count, length - count);
    if (next == 0)
      break;
    for (gsize i = 0; i < next; i++)
      to[count + i] = bytes[count + i];
    count += next;
    *ret_last_length = next;
  }

  return count;
}

static inline void
set_style (Terminal *terminal,
           Style     style)
{
  terminal->style = style;
  terminal->screen->style = style & terminal->style_mask;
}

static inline void
end_run (Screen     *screen,
         Row        *row,
         const char *start,
         const char *end)
{
  if (screen->style != STYLE_NONE)
    row_add_style (row, start, end, screen->style);
}

/* Adds the text that BYTES start with to the end of ROW, and takes the colours in it. Returns
 * what follows. */
static const guint8 *
take_text (Terminal     *terminal,
           TextScanner  *scanner,
           Row          *row,
           const guint8 *bytes,
           const guint8 *end)
{
  Screen *screen = terminal->screen;
  char *to = row->text->str + row->text->len;
  char *to_end = row_get_room_end (row);
  char *run = to;
  gsize previous_length = 0;

  for (;;) {
    gsize length = MIN (end - bytes, to_end - to);
    gsize count = text_copy (to, bytes, length);
    const guint8 *next;

    to += count;
    bytes += count;
    if (count > 0)
      previous_length = 1;
    if (count == length)
      break;

    if (*bytes >= 0x80) {
      count = copy_characters (to, bytes, length - count, &previous_length);
      if (count == 0)
        break;
      row->simple = FALSE;
      to += count;
      bytes += count;
    } else if (*bytes == ESC) {
      Style style = terminal->style;

      next = style_reader_read (&terminal->style_reader, bytes, end, &style);
      if (next == NULL || (style & STYLE_CONCEALED) != 0)
        break;
      end_run (screen, row, run, to);
      run = to;
      set_style (terminal, style);
      bytes = next;
    } else {
      break;
    }
  }

  end_run (screen, row, run, to);
  row_set_end (row, to);
  if (previous_length == 1)
    scanner->previous = 0;
  else if (previous_length > 1)
    character_decode ((const guint8 *) to - previous_length, previous_length, &scanner->previous);

  return bytes;
}

/* The row that text goes to the end of, with room for it, or NULL where it goes elsewhere. */
static Row *
get_open_row (Screen *screen)
{
  Row *row = screen_prepare_row (screen);

  if (screen->cursor == CURSOR_IN_COLUMN)
    return NULL;
  if (row_get_room_end (row) - row->text->str < (gssize) row->text->len + LEAST_ROOM &&
      row->text->len < ROW_LIMIT)
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

/* Takes EL. Returns what follows, or NULL where BYTES are none or end within it. */
static const guint8 *
take_erase (Terminal     *terminal,
            const guint8 *bytes,
            const guint8 *end)
{
  guint what = SCREEN_ERASE_AFTER;

  if (*bytes >= '0' && *bytes <= '2')
    what = *bytes++ - '0';
  if (bytes == end || *bytes != 'K')
    return NULL;
  screen_erase_in_line (terminal->screen, what);

  return bytes + 1;
}

/* Takes an application program command that BEL ends. Returns what follows, or NULL where BYTES
 * are none, are long or end within it. */
static const guint8 *
take_command (Terminal     *terminal,
              const guint8 *bytes,
              const guint8 *end)
{
  char command[MAX_COMMAND + 1 + TEXT_COPY_MARGIN];
  gsize length = text_copy (command, bytes, MIN (end - bytes, MAX_COMMAND));
  Row *row = screen_peek_row (terminal->screen);
  gint64 time;

  if (bytes + length == end || bytes[length] != BEL)
    return NULL;

  command[length] = '\0';
  time = terminal->funcs->got_command (command, terminal->user_data);
  if (time != LINE_NO_TIME && row != NULL)
    row->time = time;
  else if (time != LINE_NO_TIME)
    screen_set_time (terminal->screen, time);

  return bytes + length + 1;
}

/* Takes a sequence after which it is not known where text goes, or a colour. Returns what
 * follows, or NULL where BYTES are none of those or end within it. */
static const guint8 *
take_escape (Terminal      *terminal,
             const guint8  *bytes,
             const guint8  *end)
{
  Style style = terminal->style;
  const guint8 *next;

  if (end - bytes < 3)
    return NULL;
  if (bytes[1] == '_')
    return take_command (terminal, bytes + 2, end);
  if (bytes[1] != '[')
    return NULL;

  next = style_reader_read (&terminal->style_reader, bytes, end, &style);
  if (next == NULL)
    return take_erase (terminal, bytes + 2, end);
  if ((style & STYLE_CONCEALED) != 0)
    return NULL;
  set_style (terminal, style);

  return next;
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
TAKE_PLAIN (Terminal     *terminal,
            const guint8 *bytes,
            const guint8 *end)
{
  TextScanner *scanner = terminal_parser_get_plain_scanner (terminal->parser);

  if (scanner == NULL || !is_plain (terminal))
    return bytes;

  while (bytes < end) {
    const guint8 *next;

    if (*bytes >= 0x80 && get_length (bytes, end - bytes) == 0)
      break;
    if (*bytes >= ' ' && *bytes != DEL) {
      Row *row = get_open_row (terminal->screen);

      next = row != NULL ? take_text (terminal, scanner, row, bytes, end) : bytes;
      if (next == bytes)
        break;
      scanner->at_line_start = FALSE;
    } else if (*bytes == ESC) {
      next = take_escape (terminal, bytes, end);
      if (next == NULL)
        break;
    } else {
      next = take_control (terminal, bytes, end);
      if (next == NULL)
        break;
      scanner->previous = 0;
      scanner->at_line_start = *bytes == '\n';
    }
    bytes = next;
  }

  return bytes;
}
