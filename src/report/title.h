/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* The part of an issue's title that names the tests: the shortest readable text that, taken
 * as an unanchored PCRE2 pattern in which "." may stand for itself, matches each of FAILED
 * and none of PASSED (both of char *). Names that agree only in their beginning are joined as
 * in "tests/x.py::test_(load|save)". NULL where none of at most MAX_CHARACTERS characters does. */
char *title_dup_pattern (GPtrArray *failed,
                         GPtrArray *passed,
                         gsize      max_characters);

/* Where there is no such pattern: the tests without their parameters, or else their files, each
 * once, with ", " between them. Where neither has room in MAX_CHARACTERS, the first of the files, and
 * how many more there are. */
char *title_dup_names   (GPtrArray *failed,
                         gsize      max_characters);

/* How PATTERN fares: how many of each list it matches. FALSE where it is no valid pattern. */
gboolean title_check_pattern (const char *pattern,
                              GPtrArray  *failed,
                              GPtrArray  *passed,
                              guint      *ret_failed_matched,
                              guint      *ret_passed_matched);
