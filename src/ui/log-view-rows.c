/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-view-rows.h"
#include "log-view-shown.h"

/* Lines are counted in blocks, so that none is far from a place that is known. */
#define WORD_LINES    LOG_SHOWN_WORD_LINES
#define BLOCK_WORDS   16
#define BLOCK_LINES   (BLOCK_WORDS * WORD_LINES)

/* Blocks whose lines' heights are kept; of the others, the sum. */
#define MOST_MEASURED 64

typedef struct {
  gint64   start;              /* rows before it */
  gint64   n_rows;
  guint16 *heights;            /* of its lines, gaps not counted; NULL: not measured, or forgotten since */
} Block;

struct LogRows {
  LogShown           shown;
  LogShown           before;   /* from log_rows_begin() to log_rows_end() */

  LogRowsHeightFunc  get_height;
  LogRowsBytesFunc   get_bytes;
  guint              columns;
  gpointer           user_data;

  GArray            *blocks;   /* of Block; empty where a line is a row */
  guint              n_measured;
  gint64             n_rows;
};

static void
clear_block (gpointer data)
{
  g_free (((Block *) data)->heights);
}

LogRows *
log_rows_new (void)
{
  LogRows *rows = g_new0 (LogRows, 1);

  log_shown_init (&rows->shown);
  rows->blocks = g_array_new (FALSE, TRUE, sizeof (Block));
  g_array_set_clear_func (rows->blocks, clear_block);

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

static gboolean
is_plain (const LogRows *rows)
{
  return !log_shown_hides (&rows->shown) && rows->get_height == NULL;
}

gboolean
log_rows_wraps (const LogRows *rows)
{
  return rows->get_height != NULL;
}

static gint64
count_block (const LogRows *rows,
             gint64         index)
{
  gint64 n = 0;
  gint64 gaps = 0;
  gint64 first = MAX (index * BLOCK_LINES, 1);
  gint64 last = MIN ((index + 1) * BLOCK_LINES - 1, rows->shown.n_lines);

  for (gint64 word = index * BLOCK_WORDS; word < (index + 1) * BLOCK_WORDS; word++) {
    n += __builtin_popcountll (log_shown_get_word (&rows->shown, word));
    gaps += __builtin_popcountll (log_shown_get_gaps (&rows->shown, word));
  }
  if (rows->get_height != NULL && n > 0)
    n += rows->get_bytes (first, last, rows->user_data) / rows->columns * n / (last - first + 1);

  return n + gaps;
}

static Block *
get_block (const LogRows *rows,
           gint64         index)
{
  return &g_array_index (rows->blocks, Block, index);
}

static void
sum_from (LogRows *rows,
          gint64   index)
{
  gint64 start = index > 0 ? get_block (rows, index - 1)->start + get_block (rows, index - 1)->n_rows : 0;

  for (; index < (gint64) rows->blocks->len; index++) {
    get_block (rows, index)->start = start;
    start += get_block (rows, index)->n_rows;
  }
  rows->n_rows = start + log_shown_has_last_gap (&rows->shown);
}

static void
count_blocks (LogRows *rows)
{
  g_array_set_size (rows->blocks, 0);
  rows->n_measured = 0;
  if (is_plain (rows)) {
    rows->n_rows = rows->shown.n_lines;
    return;
  }

  g_array_set_size (rows->blocks, (guint) (rows->shown.n_lines / BLOCK_LINES + 1));
  for (gint64 i = 0; i < (gint64) rows->blocks->len; i++)
    get_block (rows, i)->n_rows = count_block (rows, i);
  sum_from (rows, 0);
}

/* Whether block INDEX has the same lines as in BEFORE, and the same of them are shown. */
static gboolean
is_unchanged (const LogRows  *rows,
              const LogShown *before,
              gint64          index)
{
  if (before->n_lines != rows->shown.n_lines && (index + 1) * BLOCK_LINES > MIN (before->n_lines, rows->shown.n_lines) + 1)
    return FALSE;
  if (!log_shown_hides (before) && !log_shown_hides (&rows->shown))
    return TRUE;

  for (gint64 word = index * BLOCK_WORDS; word < (index + 1) * BLOCK_WORDS; word++)
    if (log_shown_get_word (before, word) != log_shown_get_word (&rows->shown, word) ||
        log_shown_get_gaps (before, word) != log_shown_get_gaps (&rows->shown, word))
      return FALSE;

  return TRUE;
}

/* The same where BEFORE was shown, for which lines have been counted: a log that grows is not measured all over again. */
static void
count_changed (LogRows        *rows,
               const LogShown *before)
{
  if (rows->blocks->len == 0 || is_plain (rows) || rows->shown.n_lines < before->n_lines) {
    count_blocks (rows);
    return;
  }

  g_array_set_size (rows->blocks, (guint) (rows->shown.n_lines / BLOCK_LINES + 1));
  for (gint64 i = 0; i < (gint64) rows->blocks->len; i++) {
    Block *block = get_block (rows, i);

    if (is_unchanged (rows, before, i))
      continue;
    rows->n_measured -= block->heights != NULL;
    g_clear_pointer (&block->heights, g_free);
    block->n_rows = count_block (rows, i);
  }
  sum_from (rows, 0);
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
  count_changed (rows, &before);
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
  count_changed (rows, &rows->before);
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
  count_blocks (rows);
}

/* Far from BLOCK. */
static void
forget_heights (LogRows *rows,
                gint64   index)
{
  for (gint64 i = 0; i < (gint64) rows->blocks->len; i++)
    if (ABS (i - index) > MOST_MEASURED / 4 && get_block (rows, i)->heights != NULL) {
      g_clear_pointer (&get_block (rows, i)->heights, g_free);
      rows->n_measured--;
    }
}

/* By how much the block has grown. */
static gint64
measure_block (LogRows *rows,
               gint64   index)
{
  Block *block = get_block (rows, index);
  gint64 before = block->n_rows;

  if (block->heights != NULL)
    return 0;
  if (rows->n_measured >= MOST_MEASURED)
    forget_heights (rows, index);

  block->heights = g_new0 (guint16, BLOCK_LINES);
  block->n_rows = 0;
  for (int i = 0; i < BLOCK_LINES; i++) {
    gint64 line = index * BLOCK_LINES + i;

    if (log_shown_has (&rows->shown, line)) {
      guint height = rows->get_height (line, rows->user_data);

      block->heights[i] = (guint16) CLAMP (height, 1, G_MAXUINT16);
      block->n_rows += block->heights[i] + log_shown_has_gap (&rows->shown, line);
    }
  }
  rows->n_measured++;
  if (block->n_rows != before)
    sum_from (rows, index);

  return block->n_rows - before;
}

static gint64
find_block (const LogRows *rows,
            gint64         row)
{
  gint64 least = 0;
  gint64 most = (gint64) rows->blocks->len - 1;

  while (least < most) {
    gint64 middle = (least + most + 1) / 2;

    if (get_block (rows, middle)->start <= row)
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

  for (gint64 i = find_block (rows, MAX (row, 0)); i < (gint64) rows->blocks->len && get_block (rows, i)->start < end; i++) {
    gint64 grown = measure_block (rows, i);

    if (anchor >= (i + 1) * BLOCK_LINES) {
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
  gint64 index = line / BLOCK_LINES;
  gint64 grown;

  if (rows->get_height == NULL || index >= (gint64) rows->blocks->len)
    return 0;

  grown = measure_block (rows, index);

  return anchor >= (index + 1) * BLOCK_LINES ? grown : 0;
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
  const Block *block = get_block (rows, index);
  gint64 first = index * BLOCK_LINES;
  gint64 n = 0;

  if (rows->get_height != NULL && block->heights == NULL)
    return block->n_rows * (line - first) / BLOCK_LINES;

  for (gint64 word = first / WORD_LINES; word * WORD_LINES < line; word++) {
    guint64 mask = line >= (word + 1) * WORD_LINES ? G_MAXUINT64 : G_MAXUINT64 >> (WORD_LINES - line % WORD_LINES);

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
  if (is_plain (rows))
    return line - 1;
  if (line > rows->shown.n_lines)
    return rows->n_rows - log_shown_has_last_gap (&rows->shown);
  index = line / BLOCK_LINES;

  return get_block (rows, index)->start + count_before (rows, index, line) + log_shown_has_gap (&rows->shown, line);
}

guint
log_rows_get_height (const LogRows *rows,
                     gint64         line)
{
  const Block *block;

  if (!log_shown_has (&rows->shown, line))
    return 0;
  if (rows->get_height == NULL)
    return 1;

  block = get_block (rows, line / BLOCK_LINES);

  return block->heights != NULL ? block->heights[line % BLOCK_LINES] : rows->get_height (line, rows->user_data);
}

/* In a block that is not measured: about. */
static LogRowsPlace
guess_place (const LogRows *rows,
             gint64         index,
             gint64         row)
{
  const Block *block = get_block (rows, index);
  gint64 line = index * BLOCK_LINES + row * BLOCK_LINES / MAX (block->n_rows, 1);
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
  const Block *block = get_block (rows, index);
  gint64 line = index * BLOCK_LINES;
  gint64 word = index * BLOCK_WORDS;

  if (rows->get_height != NULL && block->heights == NULL)
    return guess_place (rows, index, row);

  for (; rows->get_height == NULL; word++, line += WORD_LINES) {
    gint64 n = __builtin_popcountll (log_shown_get_word (&rows->shown, word)) + __builtin_popcountll (log_shown_get_gaps (&rows->shown, word));

    if (row < n || word + 1 == (index + 1) * BLOCK_WORDS)
      break;
    row -= n;
  }
  for (; line < (index + 1) * BLOCK_LINES; line++) {
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
  if (is_plain (rows))
    return (LogRowsPlace) { row + 1, 0 };
  if (log_shown_has_last_gap (&rows->shown) && row == rows->n_rows - 1)
    return (LogRowsPlace) { rows->shown.n_lines + 1, LOG_ROWS_GAP };

  index = find_block (rows, row);

  return find_in_block (rows, index, row - get_block (rows, index)->start);
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
