/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "block.h"

/* Where tools said at their end that all went well ("is: good", or "covers"): what looked like a failure before that was
 * none, or was mended by another try. A tool that says later that something failed takes it back.
 */

typedef struct GoodEnds GoodEnds;

GoodEnds *good_ends_new    (void);
void      good_ends_free   (GoodEnds       *ends);

/* Takes line NUMBER, which is RULE, whatever it is. */
void      good_ends_push   (GoodEnds       *ends,
                            const LineRule *rule,
                            const char     *text,
                            gsize           length,
                            gint64          number);

/* The line that is RULE, whose pattern has just matched, may name what passed. */
void      good_ends_name   (GoodEnds       *ends,
                            const LineRule *rule,
                            PatternMatch   *match);

/* Whether all went well that RUNNER had done when line NUMBER was written. */
gboolean  good_ends_has    (const GoodEnds *ends,
                            const Runner   *runner,
                            gint64          number);

/* Whether the runner of BLOCK ran then what failed, and later as many tests of which none did ("ran"): the same ones, most
 * likely, unless what it named of them has not BLOCK's. */
gboolean  good_ends_was_tried_again (const GoodEnds *ends,
                                     const Block    *block);

/* Whether the same is so of all that ran then, by the word of a tool that speaks for it ("covers: all"). */
gboolean  good_ends_has_all (const GoodEnds *ends,
                             gint64          number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GoodEnds, good_ends_free)
