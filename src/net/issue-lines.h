/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tracker-issue.h"

/* The lines of an issue that say which tests fail, of all that it says. */

typedef enum {
  ISSUE_LINE_TITLE,    /* one of the title's variants (title-variants.h) */
  ISSUE_LINE_TEXT,     /* of the body, outside of fences and indented code */
  ISSUE_LINE_CODE,     /* in these: it says that something failed, and not that it passed */
  ISSUE_LINE_ERROR,    /* in these: it says no more than an exception's class and message */
} IssueLineKind;

typedef struct {
  IssueLineKind  kind;
  char          *text;     /* without marks of Markdown and escapes */
  char          *words;    /* its words with a blank around each: " tests test_page py test_render "; "" of errors */
} IssueLine;

/* At most so many bytes of a body are kept, lines of errors apart; what comes after that is not read. */
#define ISSUE_LINES_MAX_BYTES (8 * 1024)
#define ISSUE_LINES_MAX_ERROR_BYTES (2 * 1024)

/* The title's first (element-type IssueLine, transfer full). Frames of tracebacks are left out. */
GPtrArray *issue_lines_new       (const TrackerIssue *issue);

/* TEXT, which is UTF-8, as an IssueLine's words. A number after a colon, as in "page.spec.js:12:3", is none. */
char      *issue_line_dup_words  (const char         *text);
