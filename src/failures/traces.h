/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lookback.h"
#include "rule.h"

/* An exception that a process printed or logged. */
typedef struct {
  char     *exception;     /* its class */
  char     *message;       /* one line; "" where it has none */
  char     *process;       /* or "" */
  gint64    line;
  gint64    first_line;    /* where its traceback starts */
  int       follows;       /* number of the exception that led to it, or -1 */
  gboolean  fatal;         /* its process said that it ends with it */
  gboolean  is_mild;       /* … that it goes on */
  gboolean  is_lookup;     /* only asked whether something is there: another one followed */
  const char *lane;        /* see traces_set_lane() */
  gboolean  is_main;       /* nothing in its program caught it */
  gboolean  is_passed;     /* stands in what a test of a session printed that passed */
  gboolean  is_quiet;      /* the same of other tests, and of one of a session that failed for itself */
  gboolean  is_failed;     /* stands in what a test printed that failed */
  gboolean  is_testing;    /* its process runs tests itself */

  const Runner *asked;     /* the runner that cause_find() asked of it, or NULL */
  gboolean  is_telling;    /* in the words of that one */
} Raised;

/* Gathers exceptions from the lines of many processes, that may come mixed line by line. */
typedef struct Traces Traces;

/* RUNNER is borrowed and has a prefix. */
Traces       *traces_new     (const Runner *runner);
void          traces_free    (Traces       *traces);

/* Says which output the next lines are of: LANE, which stays where it is, is the process of those that tell
 * none themselves. */
void          traces_set_lane (Traces     *traces,
                               const char *lane);

/* Takes line NUMBER, which is the last one of LOOKBACK. RULE is what it is, or NULL. */
void          traces_push    (Traces         *traces,
                              PatternMatch   *match,
                              const LineRule *rule,
                              const Lookback *lookback,
                              const char     *text,
                              gsize           length,
                              gint64          number);

/* All so far, in order: of Raised. Borrowed. */
const GPtrArray *traces_get  (Traces       *traces);

/* Whether an exception or a traceback is open, so that each line has to be pushed. */
gboolean      traces_is_open (Traces       *traces);

/* The test passed that printed the exceptions from number FIRST on, which are forgotten where there are many. */
void          traces_forget  (Traces       *traces,
                              guint         first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Traces, traces_free)
