/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* How a job, or one test of it, fared in the builds of a branch. Each look at a build costs a request or more, so that
 * only those are looked at that tell most: it bisects between the newest run, which failed, and an older one that did
 * not, then looks at a few on both sides, since a flake would look like a break otherwise. */

typedef enum {
  HISTORY_NOT_ASKED,
  HISTORY_NONE,        /* no outcome: skipped, missing, cancelled, still running */
  HISTORY_GOOD,
  HISTORY_BAD,
} HistoryOutcome;

/* Whether the job or test ran to an end: it is good or bad. */
gboolean history_outcome_is_run (HistoryOutcome outcome);

typedef enum {
  HISTORY_UNKNOWN,     /* no run was seen, or too few to tell; first_bad and last_good may be known though */
  HISTORY_BREAK,       /* good before first_bad, bad since */
  HISTORY_FLAKE,       /* good and bad by turns */
  HISTORY_PASSES,      /* the newest run is good; of bad ones there is no more than one row, which is over */
  HISTORY_ALWAYS,      /* bad as far back as was looked, five runs at least */
} HistoryKind;

/* What it is over with. */
typedef enum {
  HISTORY_SURE,        /* the boundary between good and bad is found, and looked at on both sides */
  HISTORY_BOUNDARY,    /* it is found */
  HISTORY_FAR,         /* where all runs seen are bad, one that is HISTORY_FAR_BUILDS older than the newest is seen */
  HISTORY_NEWEST,      /* the newest run is seen, and the merge base's */
} HistoryGoal;

#define HISTORY_FAR_BUILDS 64

/* The outcome of the build INDEX; HISTORY_NOT_ASKED where no more may be spent, which ends the search. With ERROR set it
 * ends, too, and what is returned does not matter. Is asked once a build at most. */
typedef HistoryOutcome (*HistoryProbe) (guint      index,
                                        gpointer   user_data,
                                        GError   **error);

typedef struct {
  guint                 n_builds;    /* indexes are 0, the oldest build, to this, which is none */
  const HistoryOutcome *known;       /* of each build what is known already, or NULL; borrowed, and looked at after each
                                      * probe, which may have found out about others, too */
  guint                 budget;      /* builds that may be asked for; 0: none */
  int                   merge_base;  /* a build whose own outcome is wanted, too; -1: none */
  HistoryGoal           goal;
  HistoryProbe          probe;
  gpointer              user_data;
} HistorySearch;

typedef struct {
  HistoryKind     kind;
  HistoryOutcome *outcomes;         /* one a build */
  guint           n_builds;

  /* Indexes, or -1. Of a break: the oldest bad run of the newest row, and the good one before it. Of a flake: the
   * oldest bad run that was seen, and the good one before it. What passes has no first_bad, and the newest good run
   * is its last_good. */
  int             first_bad;
  int             last_good;

  gboolean        is_flaky;         /* a good run after a bad one, twice or more */
  guint           n_runs;           /* good or bad, those known before included */
  guint           n_failed;
  guint           n_runs_since;     /* first_bad and later; 0 where there is none */
  guint           n_failed_since;
  guint           n_between;        /* builds between last_good and first_bad that were not looked at */
  guint           n_asked;          /* how often the probe was called */
  GError         *error;            /* what ended the search early, or NULL */
} HistoryResult;

/* Never NULL (transfer full). Asks for no more than the budget allows. */
HistoryResult *history_search      (const HistorySearch *search);
void           history_result_free (HistoryResult       *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HistoryResult, history_result_free)
