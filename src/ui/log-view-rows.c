/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-view-rows.h"

/* Lines are counted in blocks, so that none is far from a place that is known. */
#define WORD_LINES    64
#define BLOCK_WORDS   16
#define BLOCK_LINES   (BLOCK_WORDS * WORD_LINES)

/* Blocks whose lines' heights are kept; of the others, the sum. */
#define MOST_MEASURED 64

typedef struct {
  gint64   start;              /* rows before it */
  gint64   n_rows;
  gboolean is_exact;
  guint16 *heights;            /* of its lines, gaps not counted; NULL: not measured, or forgotten since */
} Block;

struct LogRows {
  gint64             n_lines;

  GArray            *words;    /* of guint64, a bit a line; empty where all are shown */
  gboolean           gaps;

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

  rows->words = g_array_new (FALSE, TRUE, sizeof (guint64));
  rows->blocks = g_array_new (FALSE, TRUE, sizeof (Block));
  g_array_set_clear_func (rows->blocks, clear_block);

  return rows;
}

void
log_rows_free (LogRows *rows)
{
  if (rows == NULL)
    return;

  g_array_unref (rows->words);
  g_array_unref (rows->blocks);
  g_free (rows);
}

static gboolean
hides (const LogRows *rows)
{
  return rows->words->len > 0;
}

static gboolean
is_plain (const LogRows *rows)
{
  return !hides (rows) && rows->get_height == NULL;
}

gboolean
log_rows_wraps (const LogRows *rows)
{
  return rows->get_height != NULL;
}

/* The bits of the lines WORD * 64 on. */
static guint64
get_word (const LogRows *rows,
          gint64         word)
{
  if (hides (rows))
    return word < (gint64) rows->words->len ? g_array_index (rows->words, guint64, word) : 0;
  if (word < rows->n_lines / WORD_LINES)
    return word == 0 ? ~G_GUINT64_CONSTANT (1) : G_MAXUINT64;
  if (word > rows->n_lines / WORD_LINES)
    return 0;

  return (G_MAXUINT64 >> (WORD_LINES - 1 - rows->n_lines % WORD_LINES)) & (word == 0 ? ~G_GUINT64_CONSTANT (1) : G_MAXUINT64);
}

gboolean
log_rows_is_shown (const LogRows *rows,
                   gint64         line)
{
  return line >= 1 && line <= rows->n_lines && (get_word (rows, line / WORD_LINES) >> line % WORD_LINES & 1) != 0;
}

/* The bits of the lines that a gap is before. */
static guint64
get_gaps (const LogRows *rows,
          gint64         word)
{
  guint64 bits = get_word (rows, word);
  guint64 before = word > 0 ? get_word (rows, word - 1) >> (WORD_LINES - 1) : 1;

  if (word == 0)
    before = 0;
  bits &= ~(bits << 1 | before);

  /* Nothing is before the first line. */
  return rows->gaps ? word == 0 ? bits & ~G_GUINT64_CONSTANT (2) : bits : 0;
}

static gboolean
has_gap (const LogRows *rows,
         gint64         line)
{
  return (get_gaps (rows, line / WORD_LINES) >> line % WORD_LINES & 1) != 0;
}

static gboolean
has_last_gap (const LogRows *rows)
{
  return rows->gaps && rows->n_lines > 0 && !log_rows_is_shown (rows, rows->n_lines);
}

static gint64
count_block (const LogRows *rows,
             gint64         index)
{
  gint64 n = 0;
  gint64 gaps = 0;
  gint64 first = MAX (index * BLOCK_LINES, 1);
  gint64 last = MIN ((index + 1) * BLOCK_LINES - 1, rows->n_lines);

  for (gint64 word = index * BLOCK_WORDS; word < (index + 1) * BLOCK_WORDS; word++) {
    n += __builtin_popcountll (get_word (rows, word));
    gaps += __builtin_popcountll (get_gaps (rows, word));
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
  rows->n_rows = start + has_last_gap (rows);
}

static void
count_blocks (LogRows *rows)
{
  g_array_set_size (rows->blocks, 0);
  rows->n_measured = 0;
  if (is_plain (rows)) {
    rows->n_rows = rows->n_lines;
    return;
  }

  g_array_set_size (rows->blocks, (guint) (rows->n_lines / BLOCK_LINES + 1));
  for (gint64 i = 0; i < (gint64) rows->blocks->len; i++) {
    get_block (rows, i)->n_rows = count_block (rows, i);
    get_block (rows, i)->is_exact = rows->get_height == NULL;
  }
  sum_from (rows, 0);
}

void
log_rows_show_all (LogRows *rows,
                   gint64   n_lines)
{
  gint64 before = rows->n_lines;
  gboolean is_same = !hides (rows) && n_lines >= before;

  rows->n_lines = n_lines;
  g_array_set_size (rows->words, 0);
  rows->gaps = FALSE;
  if (!is_same || rows->get_height == NULL) {
    count_blocks (rows);
    return;
  }
  if (n_lines == before)
    return;

  /* What was measured of a log that grows still is right, but for the last block. */
  g_array_set_size (rows->blocks, (guint) (n_lines / BLOCK_LINES + 1));
  for (gint64 i = before / BLOCK_LINES; i < (gint64) rows->blocks->len; i++) {
    Block *block = get_block (rows, i);

    rows->n_measured -= block->heights != NULL;
    g_clear_pointer (&block->heights, g_free);
    block->is_exact = FALSE;
    block->n_rows = count_block (rows, i);
  }
  sum_from (rows, before / BLOCK_LINES);
}

void
log_rows_begin (LogRows *rows,
                gint64   n_lines,
                gboolean shown,
                gboolean gaps)
{
  gint64 n_words = n_lines / WORD_LINES + 1;

  rows->n_lines = n_lines;
  rows->gaps = gaps;
  g_array_set_size (rows->words, (guint) n_words);
  memset (rows->words->data, shown ? 0xff : 0, (gsize) n_words * sizeof (guint64));
}

void
log_rows_hide (LogRows *rows,
               gint64   first,
               gint64   last)
{
  guint64 *words = (guint64 *) (gpointer) rows->words->data;

  first = MAX (first, 1);
  last = MIN (last, rows->n_lines);
  for (gint64 word = first / WORD_LINES; first <= last && word <= last / WORD_LINES; word++) {
    guint64 bits = G_MAXUINT64;

    if (word == first / WORD_LINES)
      bits &= G_MAXUINT64 << first % WORD_LINES;
    if (word == last / WORD_LINES)
      bits &= G_MAXUINT64 >> (WORD_LINES - 1 - last % WORD_LINES);
    words[word] &= ~bits;
  }
}

guint64 *
log_rows_get_words (LogRows *rows,
                    gsize   *ret_n_words)
{
  *ret_n_words = rows->words->len;

  return (guint64 *) (gpointer) rows->words->data;
}

void
log_rows_end (LogRows *rows)
{
  guint64 *words = (guint64 *) (gpointer) rows->words->data;
  gint64 last = rows->n_lines / WORD_LINES;

  words[0] &= ~G_GUINT64_CONSTANT (1);
  words[last] &= G_MAXUINT64 >> (WORD_LINES - 1 - rows->n_lines % WORD_LINES);
  count_blocks (rows);
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

    if (log_rows_is_shown (rows, line)) {
      block->heights[i] = (guint16) CLAMP (rows->get_height (line, rows->user_data), 1, G_MAXUINT16);
      block->n_rows += block->heights[i] + has_gap (rows, line);
    }
  }
  block->is_exact = TRUE;
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

gint64
log_rows_count_shown (const LogRows *rows,
                      gint64         first,
                      gint64         last)
{
  gint64 n = 0;

  for (gint64 word = MAX (first, 0) / WORD_LINES; first <= last && word <= last / WORD_LINES; word++) {
    guint64 bits = get_word (rows, word);

    if (word == first / WORD_LINES)
      bits &= G_MAXUINT64 << first % WORD_LINES;
    if (word == last / WORD_LINES)
      bits &= G_MAXUINT64 >> (WORD_LINES - 1 - last % WORD_LINES);
    n += __builtin_popcountll (bits);
  }

  return n;
}

GBytes *
log_rows_copy_shown (const LogRows *rows)
{
  return hides (rows) ? g_bytes_new (rows->words->data, rows->words->len * sizeof (guint64)) : NULL;
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
      n += __builtin_popcountll (get_word (rows, word) & mask);
    n += __builtin_popcountll (get_gaps (rows, word) & mask);
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

  line = CLAMP (line, 1, rows->n_lines + 1);
  if (is_plain (rows))
    return line - 1;
  if (line > rows->n_lines)
    return rows->n_rows - has_last_gap (rows);
  index = line / BLOCK_LINES;

  return get_block (rows, index)->start + count_before (rows, index, line) + has_gap (rows, line);
}

guint
log_rows_get_height (const LogRows *rows,
                     gint64         line)
{
  const Block *block;

  if (!log_rows_is_shown (rows, line))
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

  line = CLAMP (line, 1, rows->n_lines);
  shown = log_rows_is_shown (rows, line) ? line : log_rows_get_next (rows, line, 1);
  if (shown == 0)
    shown = log_rows_get_next (rows, line, -1);

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
    gint64 n = __builtin_popcountll (get_word (rows, word)) + __builtin_popcountll (get_gaps (rows, word));

    if (row < n || word + 1 == (index + 1) * BLOCK_WORDS)
      break;
    row -= n;
  }
  for (; line < (index + 1) * BLOCK_LINES; line++) {
    gint64 gap = has_gap (rows, line);
    gint64 height = log_rows_get_height (rows, line);

    if (row < gap + height)
      return (LogRowsPlace) { line, row < gap ? LOG_ROWS_GAP : row - gap };
    row -= gap + height;
  }

  return (LogRowsPlace) { rows->n_lines, 0 };
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
  if (has_last_gap (rows) && row == rows->n_rows - 1)
    return (LogRowsPlace) { rows->n_lines + 1, LOG_ROWS_GAP };

  index = find_block (rows, row);

  return find_in_block (rows, index, row - get_block (rows, index)->start);
}

gint64
log_rows_get_next (const LogRows *rows,
                   gint64         line,
                   int            step)
{
  gint64 n_words = rows->n_lines / WORD_LINES + 1;
  gint64 from = CLAMP (line + step, 0, rows->n_lines + 1);
  gint64 word = from / WORD_LINES;
  guint64 bits;

  if (!hides (rows))
    return from >= 1 && from <= rows->n_lines ? from : 0;
  if (step > 0) {
    for (bits = get_word (rows, word) & G_MAXUINT64 << from % WORD_LINES; bits == 0 && word + 1 < n_words; )
      bits = get_word (rows, ++word);
    return bits != 0 ? word * WORD_LINES + __builtin_ctzll (bits) : 0;
  }
  for (bits = get_word (rows, word) & G_MAXUINT64 >> (WORD_LINES - 1 - from % WORD_LINES); bits == 0 && word > 0; )
    bits = get_word (rows, --word);

  return bits != 0 ? word * WORD_LINES + WORD_LINES - 1 - __builtin_clzll (bits) : 0;
}

gint64
log_rows_get_gap (const LogRows *rows,
                  gint64         line)
{
  return hides (rows) ? line - 1 - log_rows_get_next (rows, line, -1) : 0;
}
