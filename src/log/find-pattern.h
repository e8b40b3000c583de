/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* What the user looks for: words as they are, or a regular expression of PCRE2. May be used from any thread at the same
 * time, each with its own FindMatcher. */
typedef struct FindPattern FindPattern;

typedef enum {
  FIND_DEFAULT    = 0,
  FIND_REGEX      = 1 << 0,
  FIND_MATCH_CASE = 1 << 1,
} FindFlags;

/* NULL with the error that TEXT is no regular expression: "Missing closing parenthesis at 12", in characters. What
 * matches nothing ("a*" of "b") finds nothing. */
FindPattern *find_pattern_new     (const char   *text,
                                   FindFlags     flags,
                                   GError      **error);
FindPattern *find_pattern_ref     (FindPattern  *pattern);
void         find_pattern_unref   (FindPattern  *pattern);

#define FIND_PATTERN_ERROR (find_pattern_error_quark ())
GQuark       find_pattern_error_quark (void);

typedef struct FindMatcher FindMatcher;

FindMatcher *find_matcher_new     (FindPattern  *pattern);
void         find_matcher_free    (FindMatcher  *matcher);

/* The first match in TEXT, which is valid UTF-8 and has whole lines, from byte START on; it never goes beyond its line. Where
 * START is not 0, it is the end of the last match in the same TEXT.
 * Where the pattern and a line do not go together (PCRE2's limits), that line has none. */
gboolean     find_matcher_find    (FindMatcher  *matcher,
                                   const char   *text,
                                   gsize         length,
                                   gsize         start,
                                   gsize        *ret_start,
                                   gsize        *ret_end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FindPattern, find_pattern_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FindMatcher, find_matcher_free)
