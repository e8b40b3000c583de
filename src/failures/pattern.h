/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "data-node.h"

/* A regular expression of a rule: PCRE2, compiled for the processor. May be used from any
 * thread at the same time, each with its own PatternMatch.
 */
typedef struct Pattern Pattern;

/* The error's message is PCRE2's own, with the place in SOURCE. */
Pattern      *pattern_new        (const char  *source,
                                  GError     **error);
void          pattern_free       (Pattern     *pattern);

/* The pattern that a file of data/ has at NODE, into RET_PATTERN, which stays where NODE is NULL.
 * What is wrong is told with file and line; what is shipped is taken for right.
 */
gboolean      pattern_read       (const DataNode  *node,
                                  Pattern        **ret_pattern,
                                  GError         **error);

/* The same, as a GDestroyNotify. */
void          pattern_destroy    (gpointer     pattern);

/* What a match found. Reused from match to match. */
typedef struct PatternMatch PatternMatch;

PatternMatch *pattern_match_new  (void);
void          pattern_match_free (PatternMatch *match);

typedef enum {
  PATTERN_NO_MATCH,
  PATTERN_MATCH,
  PATTERN_TOO_SLOW,    /* gave up at a limit: this pattern and that text do not go together */
} PatternResult;

/* TEXT is valid UTF-8, and stays where it is while MATCH is asked about it. A pattern that took
 * milliseconds for three lines of more than 2,048 bytes is not tried on such lines again with MATCH.
 */
PatternResult pattern_find       (const Pattern *pattern,
                                  PatternMatch  *match,
                                  const char    *text,
                                  gsize          length);

/* Bytes of the text that the whole match covers. */
void          pattern_match_get_range   (PatternMatch *match,
                                         gsize        *ret_start,
                                         gsize        *ret_end);

/* The group NAME, or NULL where it took no part. */
const char   *pattern_match_get_group   (const Pattern *pattern,
                                         PatternMatch  *match,
                                         const char    *name,
                                         gsize         *ret_length);

/* The same as a string, at most MAX_BYTES of it; "" where it took no part. */
char         *pattern_match_dup_group   (const Pattern *pattern,
                                         PatternMatch  *match,
                                         const char    *name,
                                         gsize          max_bytes);

/* A copy of at most MAX_BYTES of TEXT, cut between words (very long ones between characters), so
 * that a secret is whole or gone; without blanks at its end. */
char         *pattern_dup_text   (const char  *text,
                                  gsize        length,
                                  gsize        max_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pattern, pattern_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatternMatch, pattern_match_free)
