/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "character.h"

#include "screen.h"

/* Where the cursor is in its row. As long as a program only adds to a row, or goes back to its
 * start and writes over all of it, as progress bars do, nobody has to count columns. */
typedef enum {
  CURSOR_AT_END,      /* after the row's text, or in a row without any */
  CURSOR_AT_START,    /* before the row's text */
  CURSOR_COVERING,    /* after text that was written over OLD from its start on */
  CURSOR_IN_COLUMN,   /* in COLUMN */
} Cursor;

#define UNKNOWN_WIDTH G_MAXUINT

struct Screen {
  ScreenFunc  func;
  gpointer    user_data;

  Row        *rows[SCREEN_ROWS];     /* made when first needed */
  guint       top;                   /* index of the window's first row in ROWS, which go round */
  guint       n_rows;                /* rows that exist */

  guint       y;                     /* may be below the last row that exists */
  Cursor      cursor;
  guint       column;                /* with CURSOR_IN_COLUMN */
  Row        *old;                   /* with CURSOR_COVERING: what stood in the row before */
  guint       old_width;             /* of OLD, or of the row before the cursor went to its start */

  guint       saved_y;
  guint       saved_column;
  Style       style;
};

Screen *
screen_new (ScreenFunc func,
            gpointer   user_data)
{
  Screen *screen = g_new0 (Screen, 1);

  screen->func = func;
  screen->user_data = user_data;
  screen->old = row_new ();

  return screen;
}

void
screen_free (Screen *screen)
{
  if (screen == NULL)
    return;

  for (guint i = 0; i < SCREEN_ROWS; i++)
    g_clear_pointer (&screen->rows[i], row_free);
  row_free (screen->old);
  g_free (screen);
}

static Row **
get_slot (Screen *screen,
          guint   y)
{
  return &screen->rows[(screen->top + y) % SCREEN_ROWS];
}

/* The cursor's row, or NULL where it does not exist yet. */
static Row *
peek_row (Screen *screen)
{
  return screen->y < screen->n_rows ? *get_slot (screen, screen->y) : NULL;
}

static void
add_row (Screen *screen)
{
  Row **slot = get_slot (screen, screen->n_rows++);

  if (*slot == NULL)
    *slot = row_new ();
  else
    row_reset (*slot);
}

static Row *
get_row (Screen *screen)
{
  while (screen->n_rows <= screen->y)
    add_row (screen);

  return *get_slot (screen, screen->y);
}

static void
hand_over (Screen *screen,
           Row    *row)
{
  row_make_text (row);
  screen->func (row, screen->user_data);
}

/* The first row leaves the window. */
static void
scroll (Screen *screen)
{
  hand_over (screen, *get_slot (screen, 0));
  screen->top = (screen->top + 1) % SCREEN_ROWS;
  screen->n_rows--;
}

static guint
get_old_width (Screen *screen)
{
  if (screen->old_width == UNKNOWN_WIDTH)
    screen->old_width = row_get_width (screen->old);

  return screen->old_width;
}

/* Ends covering in ROW, whose text then has what was not covered too. Returns the width of
 * what was written, and whether that covered all in RET_COVERED. */
static guint
end_covering (Screen   *screen,
              Row      *row,
              gboolean *ret_covered)
{
  guint width = row_get_width (row);

  *ret_covered = width >= get_old_width (screen);
  if (!*ret_covered)
    row_append_rest (row, screen->old, width);
  row_clear (screen->old);
  screen->cursor = CURSOR_AT_END;

  return width;
}

/* The cursor arrives at the start of its row. */
static void
enter_start (Screen *screen)
{
  Row *row = peek_row (screen);

  screen->column = 0;
  screen->old_width = UNKNOWN_WIDTH;
  if (row == NULL || row_is_empty (row)) {
    if (row != NULL && row->in_cells)
      row_clear (row);
    screen->cursor = CURSOR_AT_END;
  } else {
    screen->cursor = row->in_cells || row->visited ? CURSOR_IN_COLUMN : CURSOR_AT_START;
  }
}

/* The cursor arrives in COLUMN of its row from another one. */
static void
enter_row (Screen *screen,
           guint   column)
{
  Row *row = peek_row (screen);

  if (row != NULL && !row_is_empty (row))
    row->visited = TRUE;
  if (column == 0) {
    enter_start (screen);
  } else {
    screen->cursor = CURSOR_IN_COLUMN;
    screen->column = column;
  }
}

/* Counts the cursor's column. A row that was covered in part becomes cells here, so that the
 * next time costs nothing. */
static guint
settle (Screen *screen)
{
  Row *row = peek_row (screen);
  gboolean covered;

  switch (screen->cursor) {
    case CURSOR_AT_END:
      screen->column = row != NULL ? row_get_width (row) : 0;
      break;
    case CURSOR_AT_START:
      screen->column = 0;
      break;
    case CURSOR_COVERING:
      screen->column = end_covering (screen, row, &covered);
      if (!covered)
        row_make_cells (row);
      break;
    case CURSOR_IN_COLUMN:
    default:
      break;
  }
  screen->cursor = CURSOR_IN_COLUMN;

  return screen->column;
}

/* The cursor leaves its row for good, as far as anybody knows. */
static void
leave_row (Screen *screen)
{
  gboolean covered;

  if (screen->cursor == CURSOR_COVERING)
    end_covering (screen, get_row (screen), &covered);
}

static void
go_down (Screen *screen)
{
  get_row (screen);
  screen->y++;
  if (screen->y == SCREEN_ROWS) {
    scroll (screen);
    screen->y--;
  }
}

void
screen_finish (Screen *screen)
{
  leave_row (screen);
  while (screen->n_rows > screen->y &&
         row_is_empty (*get_slot (screen, screen->n_rows - 1)))
    screen->n_rows--;
  while (screen->n_rows > 0)
    scroll (screen);

  screen->y = 0;
  enter_start (screen);
}

void
screen_set_style (Screen *screen,
                  Style   style)
{
  screen->style = style;
}

void
screen_set_time (Screen *screen,
                 gint64  time)
{
  get_row (screen)->time = time;
}

/* The row is full: its line goes on in the next one. */
static void
wrap (Screen *screen)
{
  leave_row (screen);
  get_row (screen)->continued = TRUE;
  go_down (screen);
  enter_row (screen, 0);
}

static void
start_covering (Screen *screen,
                Row    *row)
{
  Row old = *screen->old;

  /* The text changes places; what is known of the row stays. */
  screen->old->text = row->text;
  screen->old->styles = row->styles;
  screen->old->simple = row->simple;
  row->text = old.text;
  row->styles = old.styles;
  row->simple = TRUE;
  screen->cursor = CURSOR_COVERING;
}

/* Writes at the end of the row's text as much as it holds, and returns how much that was. */
static gsize
append_text (Row        *row,
             const char *text,
             gsize       length,
             gboolean    ascii,
             Style       style)
{
  gsize count = MIN (length, ROW_LIMIT - MIN (row->text->len, ROW_LIMIT));

  if (!ascii && count < length)
    while (count > 0 && ((guint8) text[count] & 0xc0) == 0x80)
      count--;
  if (count > 0)
    row_append (row, text, count, ascii, style);

  return count;
}

/* The same in the cursor's column. */
static gsize
put_text (Screen     *screen,
          Row        *row,
          const char *text,
          gsize       length,
          gboolean    ascii)
{
  const char *next = text;

  if (ascii) {
    gsize count = MIN (length, ROW_LIMIT - MIN (screen->column, ROW_LIMIT));

    row_put_ascii (row, screen->column, text, count, screen->style);
    screen->column += count;
    return count;
  }

  while (next < text + length) {
    gunichar character = g_utf8_get_char (next);

    if (screen->column + character_get_width (character) > ROW_LIMIT)
      break;
    screen->column += row_put (row, screen->column, character, screen->style);
    next = g_utf8_next_char (next);
  }

  return next - text;
}

/* Gets ready to write a character where the cursor is. */
static Row *
prepare_row (Screen *screen)
{
  Row *row = get_row (screen);

  if (screen->cursor == CURSOR_AT_START) {
    start_covering (screen, row);
  } else if (screen->cursor == CURSOR_IN_COLUMN && row_is_empty (row) &&
             screen->column < ROW_LIMIT) {
    row_clear (row);
    for (guint i = 0; i < screen->column; i++)
      g_string_append_c (row->text, ' ');
    screen->cursor = CURSOR_AT_END;
  } else if (screen->cursor == CURSOR_IN_COLUMN && !row->in_cells && row->simple &&
             screen->column == row->text->len) {
    screen->cursor = CURSOR_AT_END;
  }

  return row;
}

void
screen_write (Screen     *screen,
              const char *text,
              gsize       length,
              gboolean    ascii)
{
  for (;;) {
    Row *row = prepare_row (screen);
    gsize count = screen->cursor == CURSOR_IN_COLUMN
                  ? put_text (screen, row, text, length, ascii)
                  : append_text (row, text, length, ascii, screen->style);

    text += count;
    length -= count;
    if (length == 0)
      break;
    wrap (screen);
  }
}

void
screen_tab (Screen *screen)
{
  Row *row;

  if (screen->cursor != CURSOR_AT_END)
    settle (screen);
  row = prepare_row (screen);
  if (screen->cursor == CURSOR_AT_END) {
    if (append_text (row, "\t", 1, FALSE, STYLE_NONE) == 0) {
      wrap (screen);
      screen_tab (screen);
    }
    return;
  }

  row_make_cells (row);
  if (screen->column >= row_get_width (row) && screen->column + ROW_TAB <= ROW_LIMIT) {
    screen->column += row_put (row, screen->column, '\t', STYLE_NONE);
  } else {
    screen->column = MIN (screen->column + ROW_TAB - screen->column % ROW_TAB, ROW_LIMIT);
  }
}

void
screen_line_feed (Screen *screen)
{
  leave_row (screen);
  get_row (screen)->continued = FALSE;
  go_down (screen);
  enter_row (screen, 0);
}

void
screen_carriage_return (Screen *screen)
{
  gboolean covered;
  guint width;

  if (screen->cursor == CURSOR_COVERING) {
    Row *row = get_row (screen);

    width = end_covering (screen, row, &covered);
    if (!covered)
      row_make_cells (row);
    enter_start (screen);
    screen->old_width = width;
  } else if (screen->cursor != CURSOR_AT_START) {
    enter_start (screen);
  }
}

void
screen_index (Screen *screen)
{
  guint column = settle (screen);

  go_down (screen);
  enter_row (screen, column);
}

void
screen_reverse_index (Screen *screen)
{
  screen_move_rows (screen, -1);
}

void
screen_move_columns (Screen *screen,
                     int     count)
{
  int column = (int) settle (screen);

  if (count > 0)
    screen->column = MAX (column, MIN (column + count, SCREEN_COLUMNS - 1));
  else
    screen->column = MAX (column + count, 0);
}

void
screen_move_rows (Screen *screen,
                  int     count)
{
  guint column = settle (screen);

  screen->y = CLAMP ((int) screen->y + count, 0, SCREEN_ROWS - 1);
  enter_row (screen, MIN (column, SCREEN_COLUMNS - 1));
}

void
screen_set_column (Screen *screen,
                   guint   column)
{
  if (column == 0) {
    screen_carriage_return (screen);
  } else {
    settle (screen);
    screen->column = MIN (column, SCREEN_COLUMNS - 1);
  }
}

void
screen_set_position (Screen *screen,
                     guint   column)
{
  Row *row;
  gint64 time;

  settle (screen);
  row = peek_row (screen);
  if (row != NULL && !row_is_empty (row)) {
    time = row->time;
    go_down (screen);
    if (time != LINE_NO_TIME)
      screen_set_time (screen, time);
  }
  enter_row (screen, MIN (column, SCREEN_COLUMNS - 1));
}

void
screen_keep_column (Screen *screen)
{
  screen_set_position (screen, settle (screen));
}

gboolean
screen_is_at_start (Screen *screen)
{
  return settle (screen) == 0;
}

void
screen_save (Screen *screen)
{
  screen->saved_column = settle (screen);
  screen->saved_y = screen->y;
}

void
screen_restore (Screen *screen)
{
  settle (screen);
  screen->y = screen->saved_y;
  enter_row (screen, screen->saved_column);
}

void
screen_erase_in_line (Screen      *screen,
                      ScreenErase  what)
{
  Row *row = peek_row (screen);

  if (row == NULL || (what == SCREEN_ERASE_AFTER && screen->cursor == CURSOR_AT_END))
    return;

  if (what == SCREEN_ERASE_AFTER && screen->cursor == CURSOR_COVERING) {
    row_clear (screen->old);
    screen->cursor = CURSOR_AT_END;
    return;
  }

  settle (screen);
  if (what == SCREEN_ERASE_BEFORE)
    row_erase (row, 0, screen->column + 1);
  else if (what == SCREEN_ERASE_AFTER && screen->column > 0)
    row_erase (row, screen->column, G_MAXUINT);
  else
    row_clear (row);

  if (screen->column == 0)
    enter_start (screen);
}

void
screen_erase_in_display (Screen      *screen,
                         ScreenErase  what)
{
  guint first = what == SCREEN_ERASE_AFTER ? screen->y + 1 : 0;
  guint end = what == SCREEN_ERASE_BEFORE ? MIN (screen->y, screen->n_rows) : screen->n_rows;

  screen_erase_in_line (screen, what);
  for (guint y = first; y < end; y++)
    if (y != screen->y)
      row_clear (*get_slot (screen, y));
}

void
screen_erase_characters (Screen *screen,
                         guint   count)
{
  guint column = settle (screen);

  if (peek_row (screen) != NULL)
    row_erase (peek_row (screen), column, column + count);
}

void
screen_insert_blanks (Screen *screen,
                      guint   count)
{
  guint column = settle (screen);

  if (peek_row (screen) != NULL)
    row_insert_blanks (peek_row (screen), column, MIN (count, SCREEN_COLUMNS));
}

void
screen_delete_characters (Screen *screen,
                          guint   count)
{
  guint column = settle (screen);

  if (peek_row (screen) != NULL)
    row_delete_cells (peek_row (screen), column, count);
}

static void
swap_rows (Screen *screen,
           guint   a,
           guint   b)
{
  Row **slot = get_slot (screen, a);
  Row **other_slot = get_slot (screen, b);
  Row *row = *slot;

  *slot = *other_slot;
  *other_slot = row;
}

/* COUNT empty rows at Y; what they push out of the window at its end is gone. */
static void
insert_rows (Screen *screen,
             guint   y,
             guint   count)
{
  count = MIN (count, SCREEN_ROWS - y);
  for (guint i = 0; i < count && screen->n_rows < SCREEN_ROWS; i++)
    add_row (screen);
  for (guint i = screen->n_rows; i-- > y + count;)
    swap_rows (screen, i, i - count);
  for (guint i = y; i < y + count; i++)
    row_reset (*get_slot (screen, i));
}

static void
delete_rows (Screen *screen,
             guint   y,
             guint   count)
{
  count = MIN (count, screen->n_rows - y);
  for (guint i = y; i + count < screen->n_rows; i++)
    swap_rows (screen, i, i + count);
  screen->n_rows -= count;
}

void
screen_insert_lines (Screen *screen,
                     guint   count)
{
  settle (screen);
  if (screen->y < screen->n_rows)
    insert_rows (screen, screen->y, count);
  enter_row (screen, 0);
}

void
screen_delete_lines (Screen *screen,
                     guint   count)
{
  settle (screen);
  if (screen->y < screen->n_rows)
    delete_rows (screen, screen->y, count);
  enter_row (screen, 0);
}

void
screen_scroll_up (Screen *screen,
                  guint   count)
{
  guint column = settle (screen);

  for (guint i = 0; i < MIN (count, SCREEN_ROWS) && screen->n_rows > 0; i++)
    scroll (screen);
  enter_row (screen, column);
}

void
screen_scroll_down (Screen *screen,
                    guint   count)
{
  guint column = settle (screen);

  insert_rows (screen, 0, count);
  enter_row (screen, column);
}
