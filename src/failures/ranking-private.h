/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ranking.h"

#define MAX_SHOWN    10       /* that anybody looks at */
#define END_LINES    40       /* of a log without a last word: what stands there may be why it ended */
#define TOGETHER     60       /* before its step's end: words that stand there together hint at why */
#define EXIT_LINES   40       /* before the last word, where nothing tells more */

typedef struct {
  GPtrArray       *failures;
  const GPtrArray *reports;
  const GPtrArray *others;
  const JobEnd    *end;
  gint64           n_lines;
  gboolean         may_have_passed;
  gboolean         has_tests; /* of sessions, which tell all themselves */
  const GoodEnds  *good_ends;
  gboolean         is_open;   /* what tools said that it went well may be why it failed all the same */
  gint64           settled_line; /* the last word of a run whose tests passed when they were tried again, or 0 */
  const Block     *echo;      /* stands for the last word of a log that has none, or NULL */
} Ranking;

/* ranking.c */

/* The number of the failed step that line NUMBER stands in, or that of the steps where it stands
 * in none. In a log without a last word all that stands before its end counts as a step. */
guint          ranking_find_step         (const Ranking *ranking,
                                          gint64         number);

/* Whether BLOCK was none that counts, by the word of its tool, or of the one that ran it. */
gboolean       ranking_went_well         (const Ranking *ranking,
                                          const Block   *block);

/* ranking-shown.c */

/* Whether what is shown already has BLOCK's lines, or its test with all that its runner says of it. */
gboolean       ranking_is_covered        (const Ranking *ranking,
                                          const Block   *block);

/* The first that is shown and did not pass when it was tried again, or NULL. */
const Failure *ranking_get_first_steady  (const Ranking *ranking);

/* The one that stands in LINE, or NULL. */
Failure       *ranking_get_listed        (const Ranking *ranking,
                                          gint64         line);

/* Whether what is shown explains the job's end. */
gboolean       ranking_is_explained      (const Ranking *ranking);

/* ranking-reasons.c */

/* Adds what explains the steps that failed, or a log in which none is known to have. */
void           ranking_add_reasons       (Ranking       *ranking);

/* ranking-last-word.c */

/* Where the last run ended whose tests passed when they were tried again, or 0. */
gint64         ranking_find_settled_line (const Ranking *ranking);

/* The last line that says that something failed, in a log that the CI did not end, or NULL. What a linter warns of
 * is no end. */
const Block   *ranking_find_echo         (const Ranking *ranking);

/* That the CI stopped the job is why it ended, whatever else its lines say. */
void           ranking_add_stop          (Ranking       *ranking);

/* How the step that failed ended, with the lines before: an error in the same line gets these. */
void           ranking_add_exit          (Ranking       *ranking);
