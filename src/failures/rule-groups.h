/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rule.h"

/* What the groups of a rule's patterns found. PATTERN is one of RULE's and has just matched. */

/* The group NAME, at most MAX_BYTES of it; of a rule whose lines are JSON without the escapes. Behind "test" goes the
 * group "rest". "" where it took no part (transfer full). */
char     *rule_dup_group     (const LineRule *rule,
                              const Pattern  *pattern,
                              PatternMatch   *match,
                              const char     *name,
                              gsize           max_bytes);

/* The suite of a test, which tells it from others of the same name: group “suite”, or “folder” for one that is
 * told as a path below the folder in which all run: "./page". "" where it is not told (transfer full). */
char     *rule_dup_suite     (const LineRule *rule,
                              const Pattern  *pattern,
                              PatternMatch   *match);

/* Whether PATH is longer than END and ends with it, behind a slash. */
gboolean  path_ends_with     (const char     *path,
                              const char     *end);

/* Whether both are the same suite, one perhaps told without the start of its path. */
gboolean  rule_is_same_suite (const char     *a,
                              const char     *b);
