/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "line.h"

/* Holds a clean log: its text, and for each line its time and its colours.
 *
 * One thread appends, any thread reads, at any time. Lines once appended never change. Small
 * logs stay in memory; a large one goes to a private, unlinked file of mode 0600 under the
 * user's cache folder, so that memory does not grow with the log. Any line is found in time
 * that does not depend on the log's size.
 */
typedef struct LogStore LogStore;

LogStore     *log_store_new             (void);
LogStore     *log_store_ref             (LogStore *store);
void          log_store_unref           (LogStore *store);

/* A line that is cut is appended part by part, and there once its last part is.
 *
 * Fails where the file cannot grow: the disk is full. What was appended before stays usable. */
gboolean      log_store_append          (LogStore    *store,
                                         const Line  *line,
                                         GError     **error);

/* Lines so far. */
gint64        log_store_get_n_lines     (LogStore *store);

/* Bytes of the lines FIRST to LAST, each counted with a line end. Lines that do not exist do
 * not count. */
gint64        log_store_get_n_bytes     (LogStore *store,
                                         gint64    first,
                                         gint64    last);

/* What one line is, with storage of its own. */
typedef struct {
  GString *text;
  GArray  *styles;           /* of LineStyle */
  gint64   time;
} StoredLine;

void          stored_line_init          (StoredLine *line);
void          stored_line_clear         (StoredLine *line);

/* Reads line NUMBER into LINE, which is reused from call to call; at most MAX_BYTES of its
 * text, cut between characters (0: all). RET_LENGTH, where not NULL, gets the length in bytes
 * of the whole line. FALSE where there is no such line. */
gboolean      log_store_read_line       (LogStore   *store,
                                         gint64      number,
                                         gsize       max_bytes,
                                         StoredLine *line,
                                         gsize      *ret_length);

/* A stream of the text of lines FIRST to LAST, each with a line end; it keeps the store. */
GInputStream *log_store_open_range      (LogStore *store,
                                         gint64    first,
                                         gint64    last);

/* Calls FUNC for each line's text, without line end and not NUL-terminated, until it returns
 * FALSE. TRUE if it never did. */
typedef gboolean (*LogStoreFunc) (gint64      number,
                                  const char *text,
                                  gsize       length,
                                  gpointer    user_data);

gboolean      log_store_foreach         (LogStore     *store,
                                         gint64        first,
                                         gint64        last,
                                         LogStoreFunc  func,
                                         gpointer      user_data);

/* The same for each line's colours, without its text. */
typedef gboolean (*LogStoreStylesFunc) (gint64           number,
                                        const LineStyle *styles,
                                        guint            n_styles,
                                        gpointer         user_data);

gboolean      log_store_foreach_styles  (LogStore           *store,
                                         gint64              first,
                                         gint64              last,
                                         LogStoreStylesFunc  func,
                                         gpointer            user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LogStore, log_store_unref)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StoredLine, stored_line_clear)
