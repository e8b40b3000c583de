/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Inline Markdown as Pango markup for a label: code, bold, italic, struck out, links, escapes
 * and character references. Always well-formed, and nothing of TEXT can act as markup; links
 * lead to http and https only (transfer full). TEXT must be valid UTF-8. */
char *markdown_dup_markup (const char *text);

G_END_DECLS
