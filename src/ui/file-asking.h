/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* So long a window waits in all for what does not answer, and after that for each file; what answers is much faster. In
 * milliseconds. */
#define FILE_ASKING_PATIENCE 300
#define FILE_ASKING_LEAST     20

/* As g_file_query_info(), but of a file on a disk that does not answer, as that of a machine that is away, it comes to know
 * nothing: NULL with G_IO_ERROR_TIMED_OUT. For the main thread. */
GFileInfo *file_ask (GFile       *file,
                     const char  *attributes,
                     GError     **error);

G_END_DECLS
