/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rule.h"

/* Runs the patterns of rules on one log. A rule whose patterns gave up three times there is left
 * out from then on, so that a slow one costs itself only. */
typedef struct Matcher Matcher;

/* RULES are borrowed and must outlive the matcher. */
Matcher         *matcher_new          (const Rules *rules);
void             matcher_free         (Matcher     *matcher);

/* Whether PATTERN, which is one of RULE's, matches; NULL matches everything. */
gboolean         matcher_find         (Matcher        *matcher,
                                       const LineRule *rule,
                                       const Pattern  *pattern,
                                       const char     *text,
                                       gsize           length);

/* What the last match found (borrowed). */
PatternMatch    *matcher_get_match    (Matcher     *matcher);

/* Messages that name the rules left out (element-type utf8, borrowed). */
const GPtrArray *matcher_get_warnings (Matcher     *matcher);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Matcher, matcher_free)
