/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "character.h"

#include "row.h"

/* A character, or a part of the one to the left: a wide character and a tab have several
 * cells. */
typedef guint32 Cell;

/* Bytes that a row has room for at first. */
#define FIRST_ROOM 255

#define CELL_CHARACTER   0x001fffffu
#define CELL_PART        0x00200000u
#define CELL_STYLE_SHIFT 24
#define CELL_BLANK       ((Cell) ' ')

Row *
row_new (void)
{
  Row *row = g_new0 (Row, 1);

  row->text = g_string_sized_new (FIRST_ROOM);
  row->styles = g_array_new (FALSE, FALSE, sizeof (LineStyle));
  row->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  row_reset (row);

  return row;
}

void
row_free (Row *row)
{
  g_string_free (row->text, TRUE);
  g_array_unref (row->styles);
  g_array_unref (row->cells);
  g_clear_pointer (&row->marks, row_marks_free);
  g_free (row->note);
  g_free (row);
}

void
row_reset (Row *row)
{
  row_clear (row);
  row->visited = FALSE;
  row->time = LINE_NO_TIME;
  g_clear_pointer (&row->note, g_free);
}

void
row_add_note (Row        *row,
              const char *text,
              gsize       length)
{
  g_autofree char *before = NULL;

  if (row->note != NULL && strlen (row->note) + length >= ROW_LIMIT)
    return;

  before = g_steal_pointer (&row->note);
  row->note = g_strdup_printf ("%s%s%.*s", before != NULL ? before : "",
                               before != NULL ? "\n" : "", (int) length, text);
}

void
row_clear (Row *row)
{
  row->text->len = 0;
  row->text->str[0] = '\0';
  row->styles->len = 0;
  row->cells->len = 0;
  g_clear_pointer (&row->marks, row_marks_free);
  row->simple = TRUE;
  row->in_cells = FALSE;
  row->continued = FALSE;
}

gboolean
row_is_empty (const Row *row)
{
  return row->in_cells ? row->cells->len == 0 : row->text->len == 0;
}

/* Columns of the character at TEXT when it stands at COLUMN. */
static guint
get_advance (const char *text,
             guint       column)
{
  const guint8 *bytes = (const guint8 *) text;

  if (*bytes == '\t')
    return ROW_TAB - column % ROW_TAB;
  if (*bytes < 0x80)
    return 1;

  /* Lines and blocks, U+2500 to U+25BF, make up progress bars. */
  if (bytes[0] == 0xe2 && bytes[1] >= 0x94 && bytes[1] <= 0x96)
    return 1;

  /* A mark without a character to stand on takes a column. */
  return MAX (character_get_width (g_utf8_get_char (text)), column == 0);
}

guint
row_get_width (Row *row)
{
  const guint8 *text = (const guint8 *) row->text->str;
  const guint8 *end = text + row->text->len;
  guint width = 0;

  if (row->in_cells)
    return row->cells->len;
  if (row->simple)
    return row->text->len;

  while (text < end) {
    gsize count = text_span (text, end - text);

    text += count;
    width += count;
    for (; text < end && (*text >= 0x80 || *text == '\t'); text += g_utf8_skip[*text])
      width += get_advance ((const char *) text, width);
  }

  return width;
}

static void
add_style (GArray  *styles,
           guint32  start,
           guint32  length,
           Style    style)
{
  LineStyle run = { start, length, style & STYLE_COLOUR_MASK, (style & STYLE_BOLD) != 0 };
  LineStyle *last = NULL;

  if (style == STYLE_NONE || length == 0)
    return;

  if (styles->len > 0)
    last = &g_array_index (styles, LineStyle, styles->len - 1);
  if (last != NULL && last->start + last->length == start &&
      last->colour == run.colour && last->bold == run.bold)
    last->length += length;
  else
    g_array_append_val (styles, run);
}

void
row_append (Row        *row,
            const char *text,
            gsize       length,
            gboolean    ascii,
            Style       style)
{
  add_style (row->styles, row->text->len, length, style);
  g_string_append_len (row->text, text, length);
  row->simple = row->simple && ascii;
}

void
row_make_room (Row *row)
{
  gsize length = row->text->len;

  g_string_set_size (row->text, MIN (2 * row->text->allocated_len, ROW_LIMIT + TEXT_COPY_MARGIN));
  g_string_truncate (row->text, length);
}

void
row_add_style (Row        *row,
               const char *start,
               const char *end,
               Style       style)
{
  add_style (row->styles, start - row->text->str, end - start, style);
}

/* Bytes of ROW's text before COLUMN. RET_COLUMN is where they end: beyond COLUMN where it
 * falls within a character. */
static gsize
find_column (Row   *row,
             guint  column,
             guint *ret_column)
{
  const char *end = row->text->str + row->text->len;
  const char *text = row->text->str;
  guint width = 0;

  if (row->simple) {
    *ret_column = MIN (column, row->text->len);
    return *ret_column;
  }

  while (text < end && (width < column || get_advance (text, width) == 0)) {
    width += get_advance (text, width);
    text = g_utf8_next_char (text);
  }
  *ret_column = width;

  return text - row->text->str;
}

void
row_append_rest (Row   *row,
                 Row   *old,
                 guint  column)
{
  guint start_column;
  gsize start = find_column (old, column, &start_column);
  gsize base;

  for (guint i = column; i < start_column; i++)
    g_string_append_c (row->text, ' ');

  base = row->text->len;
  g_string_append_len (row->text, old->text->str + start, old->text->len - start);
  row->simple = row->simple && old->simple;
  for (guint i = 0; i < old->styles->len; i++) {
    const LineStyle *run = &g_array_index (old->styles, LineStyle, i);
    gsize first = MAX (run->start, start);
    gsize end = (gsize) run->start + run->length;

    if (end > first)
      add_style (row->styles, base + first - start, end - first,
                 run->colour | (run->bold ? STYLE_BOLD : 0));
  }
}

static Cell *
get_cells (Row *row)
{
  return (gpointer) row->cells->data;
}

/* Where the character that has a cell at COLUMN starts. */
static guint
find_start (Row   *row,
            guint  column)
{
  while (column > 0 && (get_cells (row)[column] & CELL_PART) != 0)
    column--;

  return column;
}

static void
fill_blanks (Row   *row,
             guint  start,
             guint  end)
{
  row_marks_drop (row->marks, start, end);
  for (guint i = start; i < end; i++)
    get_cells (row)[i] = CELL_BLANK;
}

/* Makes sure that no character stands on both sides of COLUMN's left edge. */
static void
split_at (Row   *row,
          guint  column)
{
  guint end = column;

  if (column >= row->cells->len || (get_cells (row)[column] & CELL_PART) == 0)
    return;

  while (end < row->cells->len && (get_cells (row)[end] & CELL_PART) != 0)
    end++;
  fill_blanks (row, find_start (row, column), end);
}

/* Makes room for COUNT cells from COLUMN on that will be overwritten. */
static void
open_cells (Row   *row,
            guint  column,
            guint  count)
{
  guint held;

  row_make_cells (row);
  held = row->cells->len;
  if (column + count > held) {
    g_array_set_size (row->cells, column + count);
    for (guint i = held; i < column + count; i++)
      get_cells (row)[i] = CELL_BLANK;
  }
  split_at (row, column);
  split_at (row, column + count);
  row_marks_drop (row->marks, column, column + count);
}

static Cell
make_cell (gunichar character,
           Style    style)
{
  return character | (Cell) style << CELL_STYLE_SHIFT;
}

guint
row_put (Row      *row,
         guint     column,
         gunichar  character,
         Style     style)
{
  guint width = character == '\t' ? ROW_TAB - column % ROW_TAB
                                  : character_get_width (character);

  row_make_cells (row);
  if (width == 0 && column > 0) {
    if (column > row->cells->len)
      open_cells (row, column - 1, 1);
    row_marks_add (&row->marks, find_start (row, column - 1), character);
    return 0;
  }

  width = MAX (width, 1);
  open_cells (row, column, width);
  get_cells (row)[column] = make_cell (character, style);
  for (guint i = 1; i < width; i++)
    get_cells (row)[column + i] = make_cell (' ', style) | CELL_PART;

  return width;
}

gunichar
row_get_character (Row   *row,
                   guint  column)
{
  row_make_cells (row);
  if (column >= row->cells->len)
    return 0;

  return get_cells (row)[find_start (row, column)] & CELL_CHARACTER;
}

void
row_put_ascii (Row        *row,
               guint       column,
               const char *text,
               gsize       length,
               Style       style)
{
  open_cells (row, column, length);
  for (gsize i = 0; i < length; i++)
    get_cells (row)[column + i] = make_cell (text[i], style);
}

void
row_erase (Row   *row,
           guint  start,
           guint  end)
{
  row_make_cells (row);
  if (start >= row->cells->len)
    return;

  end = MIN (end, row->cells->len);
  split_at (row, start);
  split_at (row, end);
  fill_blanks (row, start, end);
  if (end == row->cells->len)
    g_array_set_size (row->cells, start);
}

void
row_insert_blanks (Row   *row,
                   guint  column,
                   guint  count)
{
  guint held;

  row_make_cells (row);
  held = row->cells->len;
  count = MIN (count, ROW_LIMIT - MIN (held, ROW_LIMIT));
  if (column >= held || count == 0)
    return;

  split_at (row, column);
  g_array_set_size (row->cells, held + count);
  memmove (get_cells (row) + column + count, get_cells (row) + column,
           (held - column) * sizeof (Cell));
  for (guint i = column; i < column + count; i++)
    get_cells (row)[i] = CELL_BLANK;
  row_marks_insert (row->marks, column, count);
}

void
row_delete_cells (Row   *row,
                  guint  column,
                  guint  count)
{
  row_make_cells (row);
  if (column >= row->cells->len)
    return;

  count = MIN (count, row->cells->len - column);
  split_at (row, column);
  split_at (row, column + count);
  if (count > 0)
    g_array_remove_range (row->cells, column, count);
  row_marks_remove (row->marks, column, count);
}

/* The style of the byte at OFFSET; *RUN is where to look first. */
static Style
get_style_at (Row   *row,
              gsize  offset,
              guint *run)
{
  while (*run < row->styles->len) {
    const LineStyle *style = &g_array_index (row->styles, LineStyle, *run);

    if (offset < style->start)
      return STYLE_NONE;
    if (offset < (gsize) style->start + style->length)
      return style->colour | (style->bold ? STYLE_BOLD : 0);
    *run += 1;
  }

  return STYLE_NONE;
}

void
row_make_cells (Row *row)
{
  const char *text = row->text->str;
  const char *end = text + row->text->len;
  guint run = 0;

  if (row->in_cells)
    return;

  row->in_cells = TRUE;
  while (text < end) {
    Style style = get_style_at (row, text - row->text->str, &run);

    row_put (row, row->cells->len, g_utf8_get_char (text), style);
    text = g_utf8_next_char (text);
  }
  g_string_truncate (row->text, 0);
  g_array_set_size (row->styles, 0);
}

void
row_make_text (Row *row)
{
  const Cell *cells = get_cells (row);

  if (!row->in_cells)
    return;

  for (guint i = 0; i < row->cells->len; i++) {
    gsize start = row->text->len;

    if ((cells[i] & CELL_PART) != 0)
      continue;
    g_string_append_unichar (row->text, cells[i] & CELL_CHARACTER);
    if (row_marks_get (row->marks, i) != NULL)
      g_string_append (row->text, row_marks_get (row->marks, i));
    add_style (row->styles, start, row->text->len - start, cells[i] >> CELL_STYLE_SHIFT);
  }

  row->in_cells = FALSE;
  row->simple = FALSE;
  g_array_set_size (row->cells, 0);
  g_clear_pointer (&row->marks, row_marks_free);
}
