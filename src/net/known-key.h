/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* A mark that nobody sees in the body of an issue that Culprit made, so that the next run finds it, whatever its title
 * became:
 *
 *     <!-- culprit: KEY -->
 *
 * KEY is 64 hexadecimal digits: the SHA-256 of the project and of the tests that failed. */

/* REPOSITORY is "owner/name", in any case. TESTS (element-type utf8) in any order, names as their runners spell them;
 * parameters and what separates a name's parts do not count, nor does "tests/" at its start. NULL where there are none
 * (transfer full). */
char     *known_key_new         (const char *repository,
                                 GPtrArray  *tests);

/* Appends the mark as a line of its own. */
void      known_key_append_mark (GString    *body,
                                 const char *key);

/* Whether one of the marks in BODY is KEY's: an excerpt of a log may have others. Anybody may write one. */
gboolean  known_key_is_in       (const char *key,
                                 const char *body);
