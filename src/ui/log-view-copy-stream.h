/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Another stream's lines, with their numbers before them or a fence round them, however many there are
 * and however long: nothing is kept but what was just read. */
#define CULPRIT_TYPE_LOG_VIEW_COPY_STREAM (culprit_log_view_copy_stream_get_type ())
G_DECLARE_FINAL_TYPE (CulpritLogViewCopyStream, culprit_log_view_copy_stream,
                      CULPRIT, LOG_VIEW_COPY_STREAM, GFilterInputStream)

/* BASE's lines are FIRST to LAST: each gets its number, right-aligned, and two blanks. ONLY is a bit for each line of the
 * log, as log_rows_copy_shown() gives it: of the others nothing is given; NULL: all are. Takes over BASE. */
GInputStream *culprit_log_view_copy_stream_new_numbered (GInputStream *base,
                                                         gint64        first,
                                                         gint64        last,
                                                         GBytes       *only);

/* BASE's lines are FIRST and those after it: those of ONLY. Takes over BASE. */
GInputStream *culprit_log_view_copy_stream_new_only     (GInputStream *base,
                                                         gint64        first,
                                                         GBytes       *only);

/* A block of Markdown: BASE's lines, of which none has a run of N_BACKTICKS backticks or more, between two
 * fences of that many. Takes over BASE. */
GInputStream *culprit_log_view_copy_stream_new_fenced   (GInputStream *base,
                                                         gsize         n_backticks);

/* How many backticks a fence round BASE's text needs: one more than stand together anywhere in it,
 * three at least. Reads all of it and takes over BASE. 0 on error. */
gsize         culprit_log_view_copy_stream_get_fence    (GInputStream  *base,
                                                         GError       **error);

G_END_DECLS
