/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "find-pattern.h"
#include "log-store.h"

/* What a pattern finds in a store: one thread looks, another one asks meanwhile what was found so far. Keeps a bit a line and a
 * number for each 4,096 lines, however much is found. */
typedef struct LogFind LogFind;

LogFind *log_find_new             (LogStore     *store,
                                   FindPattern  *pattern);
LogFind *log_find_ref             (LogFind      *find);
void     log_find_unref           (LogFind      *find);

/* Looks through the lines that the store has and that were not looked through. Blocks; may be called again once there are
 * more. FALSE where it was cancelled. A line of more than 8 MiB is looked through in parts. */
gboolean log_find_run             (LogFind      *find,
                                   GCancellable *cancellable);

/* Lines that were looked through, and hits in them. */
gint64   log_find_get_n_searched  (LogFind      *find);
gint64   log_find_get_n_hits      (LogFind      *find);

gboolean log_find_has_line        (LogFind      *find,
                                   gint64        line);

/* The nearest line after LINE with a hit (STEP 1), or before it (STEP -1); 0 where there is none. */
gint64   log_find_get_next        (LogFind      *find,
                                   gint64        line,
                                   int           step);

/* Sets in WORDS the bit of each line with a hit; the lowest one of the first word is line 0, which is none. */
void     log_find_copy_lines      (LogFind      *find,
                                   guint64      *words,
                                   gsize         n_words);

/* Hits in the lines before LINE: what is found there is counted from this on. */
gint64   log_find_count_before    (LogFind      *find,
                                   gint64        line);

/* Each hit in TEXT, a line of the store or its start, one call after the other. */
typedef void (*LogFindFunc) (gsize    start,
                             gsize    end,
                             gpointer user_data);

guint    log_find_foreach_in_line (LogFind      *find,
                                   const char   *text,
                                   gsize         length,
                                   LogFindFunc   func,
                                   gpointer      user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LogFind, log_find_unref)
