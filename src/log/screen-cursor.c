/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "screen-private.h"

/* What moves the cursor and leaves the text as it is. */

void
screen_index (Screen *screen)
{
  guint column = screen_settle (screen);

  screen_go_down (screen);
  screen_enter_row (screen, column);
}

void
screen_reverse_index (Screen *screen)
{
  if (screen->y > 0)
    screen_move_rows (screen, -1);
  else
    screen_scroll_down (screen, 1);
}

void
screen_move_columns (Screen *screen,
                     int     count)
{
  int column = (int) screen_settle (screen);

  if (count > 0)
    screen->column = MAX (column, MIN (column + count, SCREEN_COLUMNS - 1));
  else
    screen->column = MAX (column + count, 0);
}

void
screen_move_rows (Screen *screen,
                  int     count)
{
  guint column = screen_settle (screen);

  screen->y = CLAMP ((int) screen->y + count, 0, SCREEN_ROWS - 1);
  screen_enter_row (screen, MIN (column, SCREEN_COLUMNS - 1));
}

void
screen_set_column (Screen *screen,
                   guint   column)
{
  if (column == 0) {
    screen_carriage_return (screen);
  } else {
    screen_settle (screen);
    screen->column = MIN (column, SCREEN_COLUMNS - 1);
  }
}

guint
screen_get_column (Screen *screen)
{
  return screen_settle (screen);
}

/* To the row after the cursor's, if that has text, with its time. */
static void
leave_text (Screen *screen)
{
  Row *row = screen_peek_row (screen);
  gint64 time;

  if (row == NULL || row_is_empty (row))
    return;

  time = row->time;
  screen_go_down (screen);
  if (time != LINE_NO_TIME)
    screen_set_time (screen, time);
}

void
screen_set_position (Screen *screen,
                     guint   row,
                     guint   column)
{
  screen_settle (screen);
  if (screen->origin >= 0)
    screen->y = MIN (screen->origin + row, SCREEN_ROWS - 1);
  else
    leave_text (screen);
  screen_enter_row (screen, MIN (column, SCREEN_COLUMNS - 1));
}

void
screen_save (Screen *screen)
{
  screen->has_saved = TRUE;
  screen->saved_column = screen_settle (screen);
  screen->saved_y = screen->y;
}

void
screen_restore (Screen *screen)
{
  if (!screen->has_saved) {
    screen_set_position (screen, 0, 0);
    return;
  }

  screen_settle (screen);
  screen->y = screen->saved_y;
  screen_enter_row (screen, screen->saved_column);
}

static gboolean
is_tab_stop (Screen *screen,
             guint   column)
{
  return screen->has_own_stops ? screen->stops[column] : column % ROW_TAB == 0;
}

static void
make_own_stops (Screen *screen)
{
  for (guint i = 0; i < SCREEN_COLUMNS; i++)
    screen->stops[i] = is_tab_stop (screen, i);
  screen->has_own_stops = TRUE;
}

void
screen_set_tab_stop (Screen *screen)
{
  guint column = screen_settle (screen);

  make_own_stops (screen);
  if (column < SCREEN_COLUMNS)
    screen->stops[column] = TRUE;
}

void
screen_clear_tab_stops (Screen   *screen,
                        gboolean  all)
{
  guint column = screen_settle (screen);

  make_own_stops (screen);
  for (guint i = 0; i < SCREEN_COLUMNS; i++)
    if (all || i == column)
      screen->stops[i] = FALSE;
}

void
screen_move_tabs (Screen *screen,
                  int     count)
{
  guint column = screen_settle (screen);
  guint last = SCREEN_COLUMNS - 1;

  for (; count > 0 && column < last; count--)
    do
      column++;
    while (column < last && !is_tab_stop (screen, column));

  for (; count < 0 && column > 0; count++) {
    column = MIN (column, SCREEN_COLUMNS);
    do
      column--;
    while (column > 0 && !is_tab_stop (screen, column));
  }

  screen->column = column;
}
