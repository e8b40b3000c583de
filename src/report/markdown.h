/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Pieces of GitHub's Markdown that are made from text nobody can trust: what a log, a file
 * name or an option says must not mention somebody, refer to an issue, or act as HTML.
 *
 * Fences and code spans follow CommonMark 0.31, sections 4.5 and 6.1.
 */

/* TEXT as a code span, on one line; a blank in one where there is nothing. */
void  markdown_append_code       (GString    *out,
                                  const char *text);

/* TEXT as it is where GitHub makes nothing of it, else as a code span. */
void  markdown_append_name       (GString    *out,
                                  const char *text);

/* NAME linked to URL; the name alone where URL is no address of a page. */
void  markdown_append_link       (GString    *out,
                                  const char *name,
                                  const char *url);

/* TEXT in a fence that is longer than any run of backticks in it. */
void  markdown_append_fence      (GString    *out,
                                  const char *text);

/* Whether COMMIT is 7 to 40 hexadecimal digits. */
gboolean markdown_is_commit      (const char *commit);

/* TEXT without what could hide some of it: controls other than tab and line end become
 * U+FFFD, invisible and bidirectional ones read as "<U+202E>". The joiner of emojis stays. */
char *markdown_dup_visible       (const char *text);

/* The same on one line, without white space at its ends. */
char *markdown_dup_line          (const char *text);
