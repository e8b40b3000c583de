/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "log-view-rows.h"
#include "log-view-shown.h"

/* Lines are counted in blocks, so that none is far from a place that is known. */
#define LOG_ROWS_BLOCK_WORDS   16
#define LOG_ROWS_BLOCK_LINES   (LOG_ROWS_BLOCK_WORDS * LOG_SHOWN_WORD_LINES)

typedef struct {
  gint64   start;              /* rows before it */
  gint64   n_rows;
  guint16 *heights;            /* of its lines, gaps not counted; NULL: not measured, or forgotten since */
} LogRowsBlock;

struct LogRows {
  LogShown           shown;
  LogShown           before;   /* from log_rows_begin() to log_rows_end() */

  LogRowsHeightFunc  get_height;
  LogRowsBytesFunc   get_bytes;
  guint              columns;
  gpointer           user_data;

  GArray            *blocks;   /* of LogRowsBlock; empty where a line is a row */
  guint              n_measured;
  gint64             n_rows;
};

static inline gboolean
log_rows_is_plain (const LogRows *rows)
{
  return !log_shown_hides (&rows->shown) && rows->get_height == NULL;
}

static inline LogRowsBlock *
log_rows_get_block (const LogRows *rows,
                    gint64         index)
{
  return &g_array_index (rows->blocks, LogRowsBlock, index);
}

/* log-view-row-blocks.c */
GArray *log_rows_blocks_new    (void);
void    log_rows_count_blocks  (LogRows        *rows);
void    log_rows_count_changed (LogRows        *rows,      /* the same where BEFORE was shown, for which lines have been counted */
                                const LogShown *before);
gint64  log_rows_measure_block (LogRows        *rows,      /* returns by how much the block has grown */
                                gint64          index);
