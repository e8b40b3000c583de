/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "character.h"

#include "screen-private.h"

/* OLD_WIDTH before somebody counts. */
#define UNKNOWN_WIDTH G_MAXUINT

Screen *
screen_new (const ScreenFuncs *funcs,
            gpointer           user_data)
{
  Screen *screen = g_new0 (Screen, 1);

  screen->funcs = funcs;
  screen->user_data = user_data;
  screen->old = row_new ();
  screen->origin = -1;

  return screen;
}

Screen *
screen_new_alternate (const ScreenFuncs *funcs,
                      gpointer           user_data)
{
  Screen *screen = screen_new (funcs, user_data);

  screen->is_alternate = TRUE;
  screen->origin = 0;

  return screen;
}

void
screen_free (Screen *screen)
{
  if (screen == NULL)
    return;

  for (guint i = 0; i < SCREEN_SLOTS; i++)
    g_clear_pointer (&screen->rows[i], row_free);
  row_free (screen->old);
  g_free (screen);
}

void
screen_add_row (Screen *screen)
{
  Row **slot = screen_get_slot (screen, screen->n_rows++);

  if (*slot == NULL)
    *slot = row_new ();
  else
    row_reset (*slot);
}

static Row *
get_row (Screen *screen)
{
  while (screen->n_rows <= screen->y)
    screen_add_row (screen);

  return *screen_get_slot (screen, screen->y);
}

static void
hand_over (Screen *screen,
           Row    *row)
{
  if (row->in_cells)
    row_make_text (row);
  screen->funcs->got_row (row, screen->user_data);
}

/* Puts ROW, which was in SLOT before the window's first row, where the next one will be made:
 * its memory is in the processor's cache still. */
static void
recycle (Screen  *screen,
         Row    **slot,
         Row     *row)
{
  Row **next = screen_get_slot (screen, screen->n_rows);

  *slot = *next;
  *next = row;
}

void
screen_scroll (Screen *screen)
{
  Row **slot = screen_get_slot (screen, 0);
  Row *row = *slot;

  hand_over (screen, row);
  screen->top = (screen->top + 1) % SCREEN_SLOTS;
  screen->n_rows--;
  recycle (screen, slot, row);
  if (!screen->is_alternate)
    screen->origin = MAX (screen->origin - 1, -1);
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

void
screen_enter_start (Screen *screen)
{
  Row *row = screen_peek_row (screen);

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

void
screen_enter_row (Screen *screen,
                  guint   column)
{
  Row *row = screen_peek_row (screen);

  if (row != NULL && !row_is_empty (row))
    row->visited = TRUE;
  if (column == 0) {
    screen_enter_start (screen);
  } else {
    screen->cursor = CURSOR_IN_COLUMN;
    screen->column = column;
  }
}

/* Counts the cursor's column. A row that was covered in part becomes cells here, so that the
 * next time costs nothing. */
guint
screen_settle (Screen *screen)
{
  Row *row = screen_peek_row (screen);
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

void
screen_go_down (Screen *screen)
{
  get_row (screen);
  screen->y++;
  if (screen->y == SCREEN_ROWS) {
    screen_scroll (screen);
    screen->y--;
  }
}

void
screen_flush (Screen *screen)
{
  while (screen->y > 0 && screen->n_rows > 0 && !(*screen_get_slot (screen, 0))->visited) {
    screen_scroll (screen);
    screen->y--;
    screen->saved_y -= MIN (screen->saved_y, 1);
  }
}

void
screen_give_rows (Screen *screen)
{
  leave_row (screen);
  while (screen->n_rows > screen->y &&
         row_is_empty (*screen_get_slot (screen, screen->n_rows - 1)))
    screen->n_rows--;
  while (screen->n_rows > 0)
    screen_scroll (screen);

  screen->y = 0;
}

void
screen_finish (Screen *screen)
{
  screen_give_rows (screen);
  screen_enter_start (screen);
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
  screen_go_down (screen);
  screen_enter_row (screen, 0);
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
    count = character_find_cut (text, count);
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

Row *
screen_prepare_row (Screen *screen)
{
  Row *row = get_row (screen);

  if (screen->cursor == CURSOR_AT_START && screen_offer_text (screen, row)) {
    row_clear (row);
    screen->cursor = CURSOR_AT_END;
  } else if (screen->cursor == CURSOR_AT_START) {
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
    Row *row = screen_prepare_row (screen);
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

  if (screen->has_own_stops) {
    screen_move_tabs (screen, 1);
    return;
  }

  if (screen->cursor != CURSOR_AT_END)
    screen_settle (screen);
  row = screen_prepare_row (screen);
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
  screen_go_down (screen);
  screen_enter_row (screen, 0);
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
    screen_enter_start (screen);
    screen->old_width = width;
  } else if (screen->cursor != CURSOR_AT_START) {
    screen_enter_start (screen);
  }
}
