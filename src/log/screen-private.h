/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "screen.h"

/* Where the cursor is in its row. As long as a program only adds to a row, or goes back to its
 * start and writes over all of it, as progress bars do, nobody has to count columns. */
typedef enum {
  CURSOR_AT_END,      /* after the row's text, or in a row without any */
  CURSOR_AT_START,    /* before the row's text */
  CURSOR_COVERING,    /* after text that was written over OLD from its start on */
  CURSOR_IN_COLUMN,   /* in COLUMN */
} Cursor;

struct Screen {
  const ScreenFuncs *funcs;
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

/* Where row Y of the window is kept. */
Row    **screen_get_slot    (Screen *screen,
                             guint   y);

/* The cursor's row, or NULL where it does not exist yet. */
Row     *screen_peek_row    (Screen *screen);

/* One more row at the end. */
void     screen_add_row     (Screen *screen);

/* The first row leaves the window. */
void     screen_scroll      (Screen *screen);

/* The cursor arrives at the start of its row; in COLUMN, from another row. */
void     screen_enter_start (Screen *screen);
void     screen_enter_row   (Screen *screen,
                             guint   column);

/* Counts the cursor's column. */
guint    screen_settle      (Screen *screen);
