/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "screen-private.h"

/* What changes text that is there already: erases, inserts and deletes. */

gboolean
screen_offer_text (Screen *screen,
                   Row    *row)
{
  if (row->in_cells || row_is_empty (row) ||
      !screen->funcs->got_erased (row->text->str, row->text->len, screen->user_data))
    return FALSE;

  row_add_note (row, row->text->str, row->text->len);

  return TRUE;
}

void
screen_erase_in_line (Screen      *screen,
                      ScreenErase  what)
{
  Row *row = screen_peek_row (screen);

  if (row == NULL || (what == SCREEN_ERASE_AFTER && screen->cursor == CURSOR_AT_END))
    return;

  if (what == SCREEN_ERASE_AFTER && screen->cursor == CURSOR_COVERING) {
    row_clear (screen->old);
    screen->cursor = CURSOR_AT_END;
    return;
  }

  if (what != SCREEN_ERASE_BEFORE && screen->cursor == CURSOR_AT_START)
    screen_offer_text (screen, row);

  screen_settle (screen);
  if (what == SCREEN_ERASE_BEFORE)
    row_erase (row, 0, screen->column + 1);
  else if (what == SCREEN_ERASE_AFTER && screen->column > 0)
    row_erase (row, screen->column, G_MAXUINT);
  else
    row_clear (row);

  if (screen->column == 0)
    screen_enter_start (screen);
}

static void
clear (Screen *screen)
{
  guint column = screen_settle (screen);

  if (screen->is_alternate) {
    for (guint y = 0; y < screen->n_rows; y++)
      row_clear (*screen_get_slot (screen, y));
  } else {
    screen_give_rows (screen);
    screen->origin = 0;
    screen->saved_y = 0;
  }
  screen_enter_row (screen, column);
}

void
screen_erase_in_display (Screen      *screen,
                         ScreenErase  what)
{
  guint first = what == SCREEN_ERASE_AFTER ? screen->y + 1 : 0;
  guint end = what == SCREEN_ERASE_BEFORE ? MIN (screen->y, screen->n_rows) : screen->n_rows;

  if (what == SCREEN_ERASE_ALL) {
    clear (screen);
    return;
  }

  screen_erase_in_line (screen, what);
  for (guint y = first; y < end; y++)
    if (y != screen->y)
      row_clear (*screen_get_slot (screen, y));
}

void
screen_reset (Screen *screen)
{
  clear (screen);
  screen->has_saved = FALSE;
  screen->has_own_stops = FALSE;
  screen_enter_row (screen, 0);
}

void
screen_erase_characters (Screen *screen,
                         guint   count)
{
  guint column = screen_settle (screen);

  if (screen_peek_row (screen) != NULL)
    row_erase (screen_peek_row (screen), column, column + count);
}

void
screen_insert_blanks (Screen *screen,
                      guint   count)
{
  guint column = screen_settle (screen);

  if (screen_peek_row (screen) != NULL)
    row_insert_blanks (screen_peek_row (screen), column, MIN (count, SCREEN_COLUMNS));
}

void
screen_delete_characters (Screen *screen,
                          guint   count)
{
  guint column = screen_settle (screen);

  if (screen_peek_row (screen) != NULL)
    row_delete_cells (screen_peek_row (screen), column, count);
}

static void
swap_rows (Screen *screen,
           guint   a,
           guint   b)
{
  Row **slot = screen_get_slot (screen, a);
  Row **other_slot = screen_get_slot (screen, b);
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
    screen_add_row (screen);
  for (guint i = screen->n_rows; i-- > y + count;)
    swap_rows (screen, i, i - count);
  for (guint i = y; i < y + count; i++)
    row_reset (*screen_get_slot (screen, i));
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
  screen_settle (screen);
  if (screen->y < screen->n_rows)
    insert_rows (screen, screen->y, count);
  screen_enter_row (screen, 0);
}

void
screen_delete_lines (Screen *screen,
                     guint   count)
{
  screen_settle (screen);
  if (screen->y < screen->n_rows)
    delete_rows (screen, screen->y, count);
  screen_enter_row (screen, 0);
}

void
screen_repeat (Screen *screen,
               guint   count)
{
  guint column = screen_settle (screen);
  Row *row = screen_peek_row (screen);
  gunichar character = row != NULL && column > 0 ? row_get_character (row, column - 1) : 0;
  char text[6];
  gsize length;

  if (character < ' ')
    return;

  length = g_unichar_to_utf8 (character, text);
  for (guint i = 0; i < MIN (count, SCREEN_COLUMNS); i++)
    screen_write (screen, text, length, length == 1);
}

void
screen_scroll_up (Screen *screen,
                  guint   count)
{
  guint column = screen_settle (screen);

  for (guint i = 0; i < MIN (count, SCREEN_ROWS) && screen->n_rows > 0; i++)
    screen_scroll (screen);
  screen_enter_row (screen, column);
}

void
screen_scroll_down (Screen *screen,
                    guint   count)
{
  guint column = screen_settle (screen);

  insert_rows (screen, 0, count);
  screen_enter_row (screen, column);
}
