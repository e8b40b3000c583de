/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings.h"
#include "rules.h"

/* Finds failures while a log streams by: each line is looked at once.
 *
 *     Finder *finder = finder_new (rules);
 *     finder_push (finder, text, length, 1); …
 *     Findings *findings = finder_get_findings (finder, TRUE);
 */
typedef struct Finder Finder;

/* RULES are borrowed and must outlive the finder. */
Finder   *finder_new          (Rules *rules);
void      finder_free         (Finder *finder);

/* Says which CI wrote the log: "buildkite", or "" where it is not known, as at first. */
void      finder_set_ci       (Finder     *finder,
                               const char *ci);

/* Takes line NUMBER, in order, and looks for the rules' literals itself: the simple form of the three below. TEXT is
 * valid UTF-8 and need not be NUL-terminated. */
void      finder_push         (Finder     *finder,
                               const char *text,
                               gsize       length,
                               gint64      number);

/* The same in three steps, where the rules' literals are looked for together with others: tells how many
 * bytes of the next line are no words of its own, and stay out of it from here on; that it has literal
 * ID before byte END; and takes that line. */
gsize     finder_start_line   (Finder     *finder,
                               const char *text,
                               gsize       length);
void      finder_add_literal  (Finder     *finder,
                               guint       id,
                               gsize       end);
void      finder_push_line    (Finder     *finder,
                               const char *text,
                               gsize       length,
                               gint64      number);

/* Whether the line that was started is of one output among several, which is not the CI's. */
gboolean  finder_is_in_lane   (Finder     *finder);

/* What is known after the lines so far (transfer full). May be called at any time; COMPLETE
 * says that no line follows, so that what a runner left without a summary counts, and an
 * exit status where nothing else failed. */
Findings *finder_get_findings (Finder   *finder,
                               gboolean  complete);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Finder, finder_free)
