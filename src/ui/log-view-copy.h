/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>

#include "log-view-selection.h"

G_BEGIN_DECLS

/* What the text of a part of a log is copied as. */
typedef enum {
  LOG_COPY_TEXT,
  LOG_COPY_MARKDOWN,         /* a fenced block of code, of no language */
  LOG_COPY_NUMBERED,         /* each line with its number in the log before it */
} LogCopyForm;

/* The text from START to END, with its secrets masked (transfer full). It keeps the store. For a
 * block of Markdown all of it is looked through first. ONLY: see
 * culprit_log_view_copy_stream_new_numbered(). */
GInputStream       *log_copy_open        (LogStore    *store,
                                          LogPlace     start,
                                          LogPlace     end,
                                          GBytes      *only,
                                          LogCopyForm  form,
                                          GError     **error);

/* The same for the clipboard, or for a drag (transfer full). */
GdkContentProvider *log_copy_new_content (LogStore    *store,
                                          LogPlace     start,
                                          LogPlace     end,
                                          GBytes      *only,
                                          LogCopyForm  form);

G_END_DECLS
