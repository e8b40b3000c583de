/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A part of another stream: LENGTH bytes after the first SKIP. Nothing is read before the
 * first read. */
#define CULPRIT_TYPE_LOG_VIEW_RANGE_STREAM (culprit_log_view_range_stream_get_type ())
G_DECLARE_FINAL_TYPE (CulpritLogViewRangeStream, culprit_log_view_range_stream,
                      CULPRIT, LOG_VIEW_RANGE_STREAM, GFilterInputStream)

/* Takes over BASE. */
GInputStream *culprit_log_view_range_stream_new (GInputStream *base,
                                                 gsize         skip,
                                                 guint64       length);

G_END_DECLS
