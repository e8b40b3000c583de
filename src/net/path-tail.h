/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Paths as logs, issues and services write them: from the repository's top, from a folder in it, or whole, with either
 * slash. Whether two of them name the same file is told by their ends. */

/* Folders and the file's name that A and B have in common, counted from their ends: 2 of "v1/test_page.py" and
 * "/quill/tests/v1/test_page.py". RET_IS_WHOLE, which may be NULL: whether that is all of the shorter one. */
guint       path_count_common (const char *a,
                               const char *b,
                               gboolean   *ret_is_whole);

/* Whether A and B, read from the top of the same repository, may name the same file: one is the end of the other, or
 * they have its folder and name in common. */
gboolean    path_is_same_file (const char *a,
                               const char *b);

/* What follows the last slash. Borrowed from PATH. */
const char *path_get_name     (const char *path);
