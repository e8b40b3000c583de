/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "history-search.h"
#include "suspects.h"
#include "verdict.h"

/* A build of the branch's history. Strings are never NULL. */
typedef struct {
  gint64  number;         /* "build" in the JSON; 0: not known */
  char   *commit;
  char   *url;
  gint64  finished_at;    /* seconds since 1970; 0: not known */
} HistoryBuild;

HistoryBuild *history_build_new   (gint64              number,
                                   const char         *commit,
                                   const char         *url,
                                   gint64              finished_at);
void          history_build_free  (HistoryBuild       *build);

/* Since when a job, or one test of it, fails on a branch, and what may have broken it. Strings are never NULL. */
typedef struct {
  char         *job;
  char         *test;              /* or "" for the job as a whole */
  char         *branch;
  HistoryBuild *last_good;         /* or NULL */
  HistoryBuild *first_bad;         /* or NULL */
  char         *compare_url;       /* what lies between the two, or "" */
  GPtrArray    *suspects;          /* of Suspect; empty for a flake */
  guint         n_others;          /* pull requests between them that nothing speaks against */
  HistoryKind   kind;
  Verdict       verdict;
  gboolean      is_flaky;
  guint         n_runs;            /* looked at */
  guint         n_failed;
  guint         n_runs_since;      /* of these, from the first bad one on */
  guint         n_failed_since;
  guint         n_between;         /* builds between the last good and the first bad that were not looked at */
} HistoryFinding;

/* Nothing known yet. */
HistoryFinding *history_finding_new      (const char           *job,
                                          const char           *test,
                                          const char           *branch);

/* Kind and counts of RESULT; builds, suspects and verdict stay. */
void            history_finding_set_runs (HistoryFinding       *finding,
                                          const HistoryResult  *result);
void            history_finding_free     (HistoryFinding       *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HistoryBuild, history_build_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HistoryFinding, history_finding_free)
