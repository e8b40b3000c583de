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

/* Places for rows: a power of two, so that going round costs nothing. */
#define SCREEN_SLOTS 128

G_STATIC_ASSERT (SCREEN_SLOTS >= SCREEN_ROWS);

struct Screen {
  const ScreenFuncs *funcs;
  gpointer    user_data;

  Row        *rows[SCREEN_SLOTS];    /* made when first needed */
  guint       top;                   /* index of the window's first row in ROWS, which go round */
  guint       n_rows;                /* rows that exist */

  guint       y;                     /* may be below the last row that exists */
  Cursor      cursor;
  guint       column;                /* with CURSOR_IN_COLUMN */
  Row        *old;                   /* with CURSOR_COVERING: what stood in the row before */
  guint       old_width;             /* of OLD, or of the row before the cursor went to its start */

  int         origin;                /* where the program's own screen starts; -1: not known */
  gboolean    has_saved;
  guint       saved_y;
  guint       saved_column;
  gboolean    is_alternate;

  gboolean    has_own_stops;         /* a program set its own tab stops */
  gboolean    stops[SCREEN_COLUMNS];
  Style       style;
};

/* Where row Y of the window is kept. */
static inline Row **
screen_get_slot (Screen *screen,
                 guint   y)
{
  return &screen->rows[(screen->top + y) % SCREEN_SLOTS];
}

/* The cursor's row, or NULL where it does not exist yet. */
static inline Row *
screen_peek_row (Screen *screen)
{
  return screen->y < screen->n_rows ? *screen_get_slot (screen, screen->y) : NULL;
}

/* Gets ready to write a character where the cursor is. With CURSOR_AT_END and CURSOR_COVERING
 * it goes to the end of the row's text. */
Row     *screen_prepare_row (Screen *screen);

/* Offers ROW's text, at whose start the cursor is and which goes, to be kept. */
gboolean screen_offer_text  (Screen *screen,
                             Row    *row);

/* One more row at the end. */
void     screen_add_row     (Screen *screen);

/* The first row leaves the window. */
void     screen_scroll      (Screen *screen);

/* The cursor arrives at the start of its row; in COLUMN, from another row. */
void     screen_enter_start (Screen *screen);
void     screen_enter_row   (Screen *screen,
                             guint   column);

/* Down a row, of which the column is not told yet; scrolls at the bottom. */
void     screen_go_down     (Screen *screen);

/* All rows leave the window, down to the cursor's or the last one with text; not an empty one
 * that the cursor is in. The cursor is in the first row then. */
void     screen_give_rows   (Screen *screen);

/* Counts the cursor's column. */
guint    screen_settle      (Screen *screen);
