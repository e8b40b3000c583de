/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "row.h"

/* The terminal's window: the last SCREEN_ROWS rows, in which the cursor moves. A row that
 * scrolls out at the top can no longer change and is handed over.
 *
 * Rows and columns count from 0. A row may be longer than the window is wide, since only a
 * line feed ends a line; the cursor moves right only within the window.
 */
typedef struct Screen Screen;

#define SCREEN_ROWS    100
#define SCREEN_COLUMNS 160

typedef struct {
  /* ROW can no longer change. It is text, not cells, and borrowed. */
  void     (*got_row)    (Row        *row,
                          gpointer    user_data);

  /* TEXT stood in the cursor's row and is erased from the row's start on, as CI systems hide
   * their marks from terminals ("section_start:1:name", CR, EL), or written over from there, as
   * is left of that where a tool took out the escape sequences. TRUE keeps it as the row's
   * note, and nothing of it in the row. */
  gboolean (*got_erased) (const char *text,
                          gsize       length,
                          gpointer    user_data);
} ScreenFuncs;

typedef enum {
  SCREEN_ERASE_AFTER  = 0,     /* the numbers of ECMA-48's EL and ED */
  SCREEN_ERASE_BEFORE = 1,
  SCREEN_ERASE_ALL    = 2,
} ScreenErase;

/* FUNCS are borrowed. */
Screen *screen_new              (const ScreenFuncs *funcs,
                                 gpointer           user_data);

/* xterm's alternate screen: it has no scrollback to which what is cleared could go, and where
 * the program's rows are in it is always known. */
Screen *screen_new_alternate    (const ScreenFuncs *funcs,
                                 gpointer           user_data);
void    screen_free             (Screen      *screen);

/* Hands over the rows above the cursor's to which no program came back: they hardly ever
 * change any more, and nobody has to wait for the window to fill. */
void    screen_flush            (Screen      *screen);

/* Hands over all rows down to the cursor's or the last one with text. A cursor's row without
 * text does not count. */
void    screen_finish           (Screen      *screen);

void    screen_set_style        (Screen      *screen,
                                 Style        style);

/* The time of the row that the cursor is in. */
void    screen_set_time         (Screen      *screen,
                                 gint64       time);

/* Visible characters in valid UTF-8; ASCII: all of them are. */
void    screen_write            (Screen      *screen,
                                 const char  *text,
                                 gsize        length,
                                 gboolean     ascii);
void    screen_tab              (Screen      *screen);
void    screen_line_feed        (Screen      *screen);
void    screen_carriage_return  (Screen      *screen);

/* Down or up a row in the same column; down scrolls at the bottom. */
void    screen_index            (Screen      *screen);
void    screen_reverse_index    (Screen      *screen);

/* Within the window: by so many columns and rows, to a column. */
void    screen_move_columns     (Screen      *screen,
                                 int          count);
void    screen_move_rows        (Screen      *screen,
                                 int          count);
void    screen_set_column       (Screen      *screen,
                                 guint        column);

/* Forward or, where COUNT is negative, back by so many tab stops, without a tab. */
void    screen_move_tabs        (Screen      *screen,
                                 int          count);

/* To ROW and COLUMN of the program's own screen. That starts where it was cleared last, as
 * long as this row is in the window. Otherwise nobody knows where it started in the log, since
 * each command of a job has a terminal of its own: then what is there stays, and the text goes
 * on in the next row. */
void    screen_set_position     (Screen      *screen,
                                 guint        row,
                                 guint        column);

guint   screen_get_column       (Screen      *screen);

/* Without a saved position, restoring goes to the first row and column. */
void    screen_save             (Screen      *screen);
void    screen_restore          (Screen      *screen);

/* At the cursor's column. Stops are eight columns apart until a program sets its own. */
void    screen_set_tab_stop     (Screen      *screen);
void    screen_clear_tab_stops  (Screen      *screen,
                                 gboolean     all);

/* All as at the start, in a cleared screen. */
void    screen_reset            (Screen      *screen);

void    screen_erase_in_line    (Screen      *screen,
                                 ScreenErase  what);

/* Erasing all of it clears the screen for the program, but not the log: what is there goes to
 * the scrollback, as modern terminals do it (VTE, kitty), and the program's screen starts
 * with the row after it. */
void    screen_erase_in_display (Screen      *screen,
                                 ScreenErase  what);
void    screen_erase_characters (Screen      *screen,
                                 guint        count);
void    screen_insert_blanks    (Screen      *screen,
                                 guint        count);
void    screen_delete_characters (Screen     *screen,
                                  guint       count);
void    screen_insert_lines     (Screen      *screen,
                                 guint        count);
void    screen_delete_lines     (Screen      *screen,
                                 guint        count);

/* Writes the character before the cursor COUNT times more, as often as the window is wide. */
void    screen_repeat           (Screen      *screen,
                                 guint        count);
void    screen_scroll_up        (Screen      *screen,
                                 guint        count);
void    screen_scroll_down      (Screen      *screen,
                                 guint        count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Screen, screen_free)
