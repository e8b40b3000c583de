/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The blocks of a Markdown text, as far as issues use them and as GitHub reads them: headings,
 * paragraphs whose line ends count, list items, check boxes, fenced code, quotes, rules, and
 * <details>. What is anything else is a paragraph that shows itself. Any text will do. */

typedef enum {
  MARKDOWN_PARAGRAPH,
  MARKDOWN_HEADING,
  MARKDOWN_ITEM,
  MARKDOWN_CHECK,
  MARKDOWN_CODE,
  MARKDOWN_QUOTE,
  MARKDOWN_RULE,
  MARKDOWN_DETAILS,
} MarkdownKind;

typedef struct {
  MarkdownKind  kind;
  int           level;       /* of a heading, 1 to 6; of an item, 0 for the outermost */
  gboolean      checked;
  char         *text;        /* inline Markdown, code as it is, or the summary of details */
  char         *marker;      /* of an item: "•" or "1." */
  GPtrArray    *children;    /* of details: MarkdownBlock; else NULL */
} MarkdownBlock;

/* No text gives more blocks than this; the last one says that there is more. */
#define MARKDOWN_MAX_BLOCKS 400

/* No block but code holds more bytes than this. */
#define MARKDOWN_MAX_TEXT 4000

/* A GPtrArray of MarkdownBlock (transfer full). */
GPtrArray *markdown_parse       (const char *text);

gboolean   markdown_block_equal (const MarkdownBlock *a,
                                 const MarkdownBlock *b);

G_END_DECLS
