/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-view-rows-private.h"

LogRows *
log_rows_new (void)
{
  LogRows *rows = g_new0 (LogRows, 1);

  log_shown_init (&rows->shown);
  rows->blocks = log_rows_blocks_new ();

  return rows;
}

void
log_rows_free (LogRows *rows)
{
  if (rows == NULL)
    return;

  log_shown_clear (&rows->shown);
  log_shown_clear (&rows->before);
  g_array_unref (rows->blocks);
  g_free (rows);
}

gboolean
log_rows_wraps (const LogRows *rows)
{
  return rows->get_height != NULL;
}

/* Hands on what is shown, to be told from what is from now on. */
static LogShown
take_shown (LogRows *rows)
{
  LogShown before = rows->shown;

  log_shown_init (&rows->shown);

  return before;
}

void
log_rows_show_all (LogRows *rows,
                   gint64   n_lines)
{
  LogShown before = take_shown (rows);

  log_shown_set_all (&rows->shown, n_lines);
  log_rows_count_changed (rows, &before);
  log_shown_clear (&before);
}

void
log_rows_begin (LogRows *rows,
                gint64   n_lines,
                gboolean shown,
                gboolean gaps)
{
  log_shown_clear (&rows->before);
  rows->before = take_shown (rows);
  log_shown_begin (&rows->shown, n_lines, shown, gaps);
}

void
log_rows_hide (LogRows *rows,
               gint64   first,
               gint64   last)
{
  log_shown_hide (&rows->shown, first, last);
}

guint64 *
log_rows_get_words (LogRows *rows,
                    gsize   *ret_n_words)
{
  return log_shown_get_words (&rows->shown, ret_n_words);
}

void
log_rows_end (LogRows *rows)
{
  log_shown_end (&rows->shown);
  log_rows_count_changed (rows, &rows->before);
  log_shown_clear (&rows->before);
}

void
log_rows_set_wrap (LogRows           *rows,
                   LogRowsHeightFunc  get_height,
                   LogRowsBytesFunc   get_bytes,
                   guint              columns,
                   gpointer           user_data)
{
  rows->get_height = get_height;
  rows->get_bytes = get_bytes;
  rows->columns = MAX (columns, 1);
  rows->user_data = user_data;
  log_rows_count_blocks (rows);
}

static gint64
find_block (const LogRows *rows,
            gint64         row)
{
  gint64 least = 0;
  gint64 most = (gint64) rows->blocks->len - 1;

  while (least < most) {
    gint64 middle = (least + most + 1) / 2;

    if (log_rows_get_block (rows, middle)->start <= row)
      least = middle;
    else
      most = middle - 1;
  }

  return least;
}

gint64
log_rows_measure (LogRows *rows,
                  gint64   row,
                  gint64   n_rows,
                  gint64   anchor)
{
  gint64 moved = 0;
  gint64 end = row + n_rows;

  if (rows->get_height == NULL)
    return 0;

  for (gint64 i = find_block (rows, MAX (row, 0)); i < (gint64) rows->blocks->len && log_rows_get_block (rows, i)->start < end; i++) {
    gint64 grown = log_rows_measure_block (rows, i);

    if (anchor >= (i + 1) * LOG_ROWS_BLOCK_LINES) {
      moved += grown;
      end += grown;
    }
  }

  return moved;
}

gint64
log_rows_measure_line (LogRows *rows,
                       gint64   line,
                       gint64   anchor)
{
  gint64 index = line / LOG_ROWS_BLOCK_LINES;
  gint64 grown;

  if (rows->get_height == NULL || index >= (gint64) rows->blocks->len)
    return 0;

  grown = log_rows_measure_block (rows, index);

  return anchor >= (index + 1) * LOG_ROWS_BLOCK_LINES ? grown : 0;
}

gint64
log_rows_get_n_rows (const LogRows *rows)
{
  return rows->n_rows;
}

/* Rows of the lines of block INDEX before LINE. */
static gint64
count_before (const LogRows *rows,
              gint64         index,
              gint64         line)
{
  const LogRowsBlock *block = log_rows_get_block (rows, index);
  gint64 first = index * LOG_ROWS_BLOCK_LINES;
  gint64 n = 0;

  if (rows->get_height != NULL && block->heights == NULL)
    return block->n_rows * (line - first) / LOG_ROWS_BLOCK_LINES;

  for (gint64 word = first / LOG_SHOWN_WORD_LINES; word * LOG_SHOWN_WORD_LINES < line; word++) {
    guint64 mask = line >= (word + 1) * LOG_SHOWN_WORD_LINES ? G_MAXUINT64 : G_MAXUINT64 >> (LOG_SHOWN_WORD_LINES - line % LOG_SHOWN_WORD_LINES);

    if (rows->get_height == NULL)
      n += __builtin_popcountll (log_shown_get_word (&rows->shown, word) & mask);
    n += __builtin_popcountll (log_shown_get_gaps (&rows->shown, word) & mask);
  }
  for (gint64 i = first; rows->get_height != NULL && i < line; i++)
    n += block->heights[i - first];

  return n;
}

gint64
log_rows_get_row (const LogRows *rows,
                  gint64         line)
{
  gint64 index;

  line = CLAMP (line, 1, rows->shown.n_lines + 1);
  if (log_rows_is_plain (rows))
    return line - 1;
  if (line > rows->shown.n_lines)
    return rows->n_rows - log_shown_has_last_gap (&rows->shown);
  index = line / LOG_ROWS_BLOCK_LINES;

  return log_rows_get_block (rows, index)->start + count_before (rows, index, line) + log_shown_has_gap (&rows->shown, line);
}

guint
log_rows_get_height (const LogRows *rows,
                     gint64         line)
{
  const LogRowsBlock *block;

  if (!log_shown_has (&rows->shown, line))
    return 0;
  if (rows->get_height == NULL)
    return 1;

  block = log_rows_get_block (rows, line / LOG_ROWS_BLOCK_LINES);

  return block->heights != NULL ? block->heights[line % LOG_ROWS_BLOCK_LINES] : rows->get_height (line, rows->user_data);
}

/* In a block that is not measured: about. */
static LogRowsPlace
guess_place (const LogRows *rows,
             gint64         index,
             gint64         row)
{
  const LogRowsBlock *block = log_rows_get_block (rows, index);
  gint64 line = index * LOG_ROWS_BLOCK_LINES + row * LOG_ROWS_BLOCK_LINES / MAX (block->n_rows, 1);
  gint64 shown;

  line = CLAMP (line, 1, rows->shown.n_lines);
  shown = log_shown_has (&rows->shown, line) ? line : log_shown_get_next (&rows->shown, line, 1);
  if (shown == 0)
    shown = log_shown_get_next (&rows->shown, line, -1);

  return (LogRowsPlace) { shown, 0 };
}

/* Row ROW of block INDEX. */
static LogRowsPlace
find_in_block (const LogRows *rows,
               gint64         index,
               gint64         row)
{
  const LogRowsBlock *block = log_rows_get_block (rows, index);
  gint64 line = index * LOG_ROWS_BLOCK_LINES;
  gint64 word = index * LOG_ROWS_BLOCK_WORDS;

  if (rows->get_height != NULL && block->heights == NULL)
    return guess_place (rows, index, row);

  for (; rows->get_height == NULL; word++, line += LOG_SHOWN_WORD_LINES) {
    gint64 n = __builtin_popcountll (log_shown_get_word (&rows->shown, word)) + __builtin_popcountll (log_shown_get_gaps (&rows->shown, word));

    if (row < n || word + 1 == (index + 1) * LOG_ROWS_BLOCK_WORDS)
      break;
    row -= n;
  }
  for (; line < (index + 1) * LOG_ROWS_BLOCK_LINES; line++) {
    gint64 gap = log_shown_has_gap (&rows->shown, line);
    gint64 height = log_rows_get_height (rows, line);

    if (row < gap + height)
      return (LogRowsPlace) { line, row < gap ? LOG_ROWS_GAP : row - gap };
    row -= gap + height;
  }

  return (LogRowsPlace) { rows->shown.n_lines, 0 };
}

LogRowsPlace
log_rows_get_place (const LogRows *rows,
                    gint64         row)
{
  gint64 index;

  if (rows->n_rows == 0)
    return (LogRowsPlace) { 0, 0 };

  row = CLAMP (row, 0, rows->n_rows - 1);
  if (log_rows_is_plain (rows))
    return (LogRowsPlace) { row + 1, 0 };
  if (log_shown_has_last_gap (&rows->shown) && row == rows->n_rows - 1)
    return (LogRowsPlace) { rows->shown.n_lines + 1, LOG_ROWS_GAP };

  index = find_block (rows, row);

  return find_in_block (rows, index, row - log_rows_get_block (rows, index)->start);
}

gboolean
log_rows_is_shown (const LogRows *rows,
                   gint64         line)
{
  return log_shown_has (&rows->shown, line);
}

gint64
log_rows_count_shown (const LogRows *rows,
                      gint64         first,
                      gint64         last)
{
  return log_shown_count (&rows->shown, first, last);
}

GBytes *
log_rows_copy_shown (const LogRows *rows)
{
  return log_shown_copy (&rows->shown);
}

gint64
log_rows_get_next (const LogRows *rows,
                   gint64         line,
                   int            step)
{
  return log_shown_get_next (&rows->shown, line, step);
}

gint64
log_rows_get_gap (const LogRows *rows,
                  gint64         line)
{
  return log_shown_hides (&rows->shown) ? line - 1 - log_shown_get_next (&rows->shown, line, -1) : 0;
}
