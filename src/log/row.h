/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "line.h"
#include "row-marks.h"
#include "style.h"
#include "text-copy.h"

/* A row of the terminal's window. It is plain text while a program only adds to it, which is
 * nearly always; it becomes cells, one a column, when something is written within it. */
typedef struct {
  GString    *text;        /* valid UTF-8 */
  GArray     *styles;      /* of LineStyle */
  gboolean    simple;      /* TEXT has only ASCII and no tab, so that a byte is a column */

  gboolean    in_cells;
  GArray     *cells;       /* of Cell */
  RowMarks   *marks;       /* on the cells; or NULL */

  gboolean    visited;     /* the cursor came back to it from another row */
  gboolean    continued;   /* the next row is a part of the same line */
  gint64      time;
  char       *note;        /* what its terminal's owner wanted to keep of erased text, or NULL */
} Row;

/* A row holds this many bytes, or columns; what goes beyond is the next row, of the same line. */
#define ROW_LIMIT 8192

#define ROW_TAB 8

Row     *row_new           (void);
void     row_free          (Row         *row);

/* Makes it as new. */
void     row_reset         (Row         *row);

/* Adds LENGTH bytes of TEXT to the note, after a line feed where there is one already, unless it
 * would be longer than ROW_LIMIT. */
void     row_add_note      (Row         *row,
                            const char  *text,
                            gsize        length);

/* Takes out the text alone. */
void     row_clear         (Row         *row);
gboolean row_is_empty      (const Row   *row);

/* In columns. */
guint    row_get_width     (Row         *row);

/* Adds visible characters, or a tab, after the row's text; only while it is no cells. */
void     row_append        (Row         *row,
                            const char  *text,
                            gsize        length,
                            gboolean     ascii,
                            Style        style);

/* Where a caller may stop that puts visible characters after the text's end by itself; beyond
 * it there are TEXT_COPY_MARGIN bytes more. If they are not ASCII alone it clears SIMPLE. */
static inline char *
row_get_room_end (Row *row)
{
  gsize room = row->text->allocated_len - TEXT_COPY_MARGIN - 1;

  return row->text->str + CLAMP (room, row->text->len, ROW_LIMIT);
}

/* Makes much more of it, up to ROW_LIMIT. */
void     row_make_room     (Row         *row);

/* The text, to which the caller added, ends at END now. */
static inline void
row_set_end (Row  *row,
             char *end)
{
  row->text->len = end - row->text->str;
  *end = '\0';
}

/* The text from START to END, which the caller put there, looks so. */
void     row_add_style     (Row         *row,
                            const char  *start,
                            const char  *end,
                            Style        style);

/* Puts what OLD (a row's text, no cells) has from COLUMN on behind ROW's text, which ends
 * there. */
void     row_append_rest   (Row         *row,
                            Row         *old,
                            guint        column);

void     row_make_cells    (Row         *row);

/* Makes the cells text again. */
void     row_make_text     (Row         *row);

/* The character that has a cell at COLUMN, or 0 where none stands there. */
gunichar row_get_character (Row         *row,
                            guint        column);

/* All of these make cells of the row. A character that is cut in two becomes blanks. */

/* Writes CHARACTER at COLUMN, and returns how many columns it took. */
guint    row_put           (Row         *row,
                            guint        column,
                            gunichar     character,
                            Style        style);
void     row_put_ascii     (Row         *row,
                            guint        column,
                            const char  *text,
                            gsize        length,
                            Style        style);
void     row_erase         (Row         *row,
                            guint        start,
                            guint        end);
void     row_insert_blanks (Row         *row,
                            guint        column,
                            guint        count);
void     row_delete_cells  (Row         *row,
                            guint        column,
                            guint        count);
