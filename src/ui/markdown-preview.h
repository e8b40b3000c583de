/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Markdown as GitHub shows it, for reading. Safe and quick with any text: what would be long
 * scrolls in a box of its own, and what is folded is made when it is unfolded. */
#define CULPRIT_TYPE_MARKDOWN_PREVIEW (culprit_markdown_preview_get_type ())
G_DECLARE_FINAL_TYPE (CulpritMarkdownPreview, culprit_markdown_preview, CULPRIT, MARKDOWN_PREVIEW, GtkWidget)

GtkWidget *culprit_markdown_preview_new      (void);

/* Blocks that are the same as before keep their widgets, and with them what is unfolded. */
void       culprit_markdown_preview_set_text (CulpritMarkdownPreview *preview,
                                              const char             *text);

G_END_DECLS
