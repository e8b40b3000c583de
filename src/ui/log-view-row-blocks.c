/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How many rows the lines take, counted and measured by the block. */

#include "config.h"

#include "log-view-rows-private.h"

/* Blocks whose lines' heights are kept; of the others, the sum. */
#define MOST_MEASURED 64

static void
clear_block (gpointer data)
{
  g_free (((LogRowsBlock *) data)->heights);
}

GArray *
log_rows_blocks_new (void)
{
  GArray *blocks = g_array_new (FALSE, TRUE, sizeof (LogRowsBlock));

  g_array_set_clear_func (blocks, clear_block);

  return blocks;
}

static gint64
count_block (const LogRows *rows,
             gint64         index)
{
  gint64 n = 0;
  gint64 gaps = 0;
  gint64 first = MAX (index * LOG_ROWS_BLOCK_LINES, 1);
  gint64 last = MIN ((index + 1) * LOG_ROWS_BLOCK_LINES - 1, rows->shown.n_lines);

  for (gint64 word = index * LOG_ROWS_BLOCK_WORDS; word < (index + 1) * LOG_ROWS_BLOCK_WORDS; word++) {
    n += __builtin_popcountll (log_shown_get_word (&rows->shown, word));
    gaps += __builtin_popcountll (log_shown_get_gaps (&rows->shown, word));
  }
  if (rows->get_height != NULL && n > 0)
    n += rows->get_bytes (first, last, rows->user_data) / rows->columns * n / (last - first + 1);

  return n + gaps;
}

static void
sum_from (LogRows *rows,
          gint64   index)
{
  gint64 start = index > 0 ? log_rows_get_block (rows, index - 1)->start + log_rows_get_block (rows, index - 1)->n_rows : 0;

  for (; index < (gint64) rows->blocks->len; index++) {
    log_rows_get_block (rows, index)->start = start;
    start += log_rows_get_block (rows, index)->n_rows;
  }
  rows->n_rows = start + log_shown_has_last_gap (&rows->shown);
}

void
log_rows_count_blocks (LogRows *rows)
{
  g_array_set_size (rows->blocks, 0);
  rows->n_measured = 0;
  if (log_rows_is_plain (rows)) {
    rows->n_rows = rows->shown.n_lines;
    return;
  }

  g_array_set_size (rows->blocks, (guint) (rows->shown.n_lines / LOG_ROWS_BLOCK_LINES + 1));
  for (gint64 i = 0; i < (gint64) rows->blocks->len; i++)
    log_rows_get_block (rows, i)->n_rows = count_block (rows, i);
  sum_from (rows, 0);
}

/* Whether block INDEX has the same lines as in BEFORE, and the same of them are shown. */
static gboolean
is_unchanged (const LogRows  *rows,
              const LogShown *before,
              gint64          index)
{
  if (before->n_lines != rows->shown.n_lines && (index + 1) * LOG_ROWS_BLOCK_LINES > MIN (before->n_lines, rows->shown.n_lines) + 1)
    return FALSE;
  if (!log_shown_hides (before) && !log_shown_hides (&rows->shown))
    return TRUE;

  for (gint64 word = index * LOG_ROWS_BLOCK_WORDS; word < (index + 1) * LOG_ROWS_BLOCK_WORDS; word++)
    if (log_shown_get_word (before, word) != log_shown_get_word (&rows->shown, word) ||
        log_shown_get_gaps (before, word) != log_shown_get_gaps (&rows->shown, word))
      return FALSE;

  return TRUE;
}

/* A log that grows is not measured all over again. */
void
log_rows_count_changed (LogRows        *rows,
                        const LogShown *before)
{
  if (rows->blocks->len == 0 || log_rows_is_plain (rows) || rows->shown.n_lines < before->n_lines) {
    log_rows_count_blocks (rows);
    return;
  }

  g_array_set_size (rows->blocks, (guint) (rows->shown.n_lines / LOG_ROWS_BLOCK_LINES + 1));
  for (gint64 i = 0; i < (gint64) rows->blocks->len; i++) {
    LogRowsBlock *block = log_rows_get_block (rows, i);

    if (is_unchanged (rows, before, i))
      continue;
    rows->n_measured -= block->heights != NULL;
    g_clear_pointer (&block->heights, g_free);
    block->n_rows = count_block (rows, i);
  }
  sum_from (rows, 0);
}

/* Far from block INDEX. */
static void
forget_heights (LogRows *rows,
                gint64   index)
{
  for (gint64 i = 0; i < (gint64) rows->blocks->len; i++)
    if (ABS (i - index) > MOST_MEASURED / 4 && log_rows_get_block (rows, i)->heights != NULL) {
      g_clear_pointer (&log_rows_get_block (rows, i)->heights, g_free);
      rows->n_measured--;
    }
}

gint64
log_rows_measure_block (LogRows *rows,
                        gint64   index)
{
  LogRowsBlock *block = log_rows_get_block (rows, index);
  gint64 before = block->n_rows;

  if (block->heights != NULL)
    return 0;
  if (rows->n_measured >= MOST_MEASURED)
    forget_heights (rows, index);

  block->heights = g_new0 (guint16, LOG_ROWS_BLOCK_LINES);
  block->n_rows = 0;
  for (int i = 0; i < LOG_ROWS_BLOCK_LINES; i++) {
    gint64 line = index * LOG_ROWS_BLOCK_LINES + i;

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
