/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* The files of LIST, a "text/uri-list" (RFC 2483) as file managers and browsers give it to drag and drop (of GFile, transfer
 * full). A browser's link is among them with its http address. */
GListModel *dropped_list_get_files  (const char *list);

/* Whether FILES (of GFile) are one link of a browser. */
gboolean    dropped_list_is_address (GListModel *files);
