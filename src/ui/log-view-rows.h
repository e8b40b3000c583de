/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which rows of the view the lines of a log are drawn in: none where they are hidden, several where they are wrapped. Between
 * the lines that are shown there can be a row for each gap. Rows are counted from 0, lines from 1.
 *
 * Without hidden or wrapped lines this costs nothing; hidden ones take a bit a line. How many rows wrapped lines take is
 * measured only around what is seen (log_rows_measure()) and estimated elsewhere. */
typedef struct LogRows LogRows;

/* How many rows LINE takes, at least 1; and the bytes of the lines FIRST to LAST with their line ends, for an estimate. */
typedef guint  (*LogRowsHeightFunc) (gint64   line,
                                     gpointer user_data);
typedef gint64 (*LogRowsBytesFunc)  (gint64   first,
                                     gint64   last,
                                     gpointer user_data);

/* Where a row is: row PART of LINE, or the gap before LINE (LOG_ROWS_GAP), which may be one beyond the last line. */
#define LOG_ROWS_GAP (-1)

typedef struct {
  gint64 line;
  gint64 part;
} LogRowsPlace;

LogRows *log_rows_new         (void);
void     log_rows_free        (LogRows *rows);

/* Shows all of N_LINES. */
void     log_rows_show_all    (LogRows *rows,
                               gint64   n_lines);

/* Shows all or none of N_LINES, less or more what the following two say, until log_rows_end(). GAPS: with rows for what is
 * hidden. */
void     log_rows_begin       (LogRows *rows,
                               gint64   n_lines,
                               gboolean shown,
                               gboolean gaps);
void     log_rows_hide        (LogRows *rows,
                               gint64   first,
                               gint64   last);

/* The bits, of which the lowest one of the first word is line 0, which is none. */
guint64 *log_rows_get_words   (LogRows *rows,
                               gsize   *ret_n_words);
void     log_rows_end         (LogRows *rows);

/* Wraps lines at COLUMNS bytes, about: the estimate. NULL: a line is a row. */
void     log_rows_set_wrap    (LogRows           *rows,
                               LogRowsHeightFunc  get_height,
                               LogRowsBytesFunc   get_bytes,
                               guint              columns,
                               gpointer           user_data);
gboolean log_rows_wraps       (const LogRows *rows);

/* Measures the lines that N_ROWS from ROW on are of. What comes to be known moves the lines after it: the rows by which ANCHOR
 * has moved. */
gint64   log_rows_measure     (LogRows *rows,
                               gint64   row,
                               gint64   n_rows,
                               gint64   anchor);

/* The same for the lines around LINE. */
gint64   log_rows_measure_line (LogRows *rows,
                                gint64   line,
                                gint64   anchor);

gint64   log_rows_get_n_rows  (const LogRows *rows);
gboolean log_rows_is_shown    (const LogRows *rows,
                               gint64         line);

/* How many of the lines FIRST to LAST are shown; which those are: a bit a line, from line 0 on, which is none (transfer full);
 * NULL: all of them. */
gint64   log_rows_count_shown (const LogRows *rows,
                               gint64         first,
                               gint64         last);
GBytes  *log_rows_copy_shown  (const LogRows *rows);

/* First row of LINE; of a hidden one, or one beyond the last: where it would be. */
gint64   log_rows_get_row     (const LogRows *rows,
                               gint64         line);

/* How many rows LINE takes: 0 where it is hidden. The gap before it does not count. */
guint    log_rows_get_height  (const LogRows *rows,
                               gint64         line);

/* What is in ROW; in the last one where there are less. Line 0: there are no rows. */
LogRowsPlace log_rows_get_place (const LogRows *rows,
                                 gint64         row);

/* The nearest line that is shown, after LINE (STEP 1) or before it (STEP -1); 0 where there is none. */
gint64   log_rows_get_next    (const LogRows *rows,
                               gint64         line,
                               int            step);

/* Lines that are hidden right before LINE; LINE may be one beyond the last. */
gint64   log_rows_get_gap     (const LogRows *rows,
                               gint64         line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LogRows, log_rows_free)

G_END_DECLS
