/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "failure.h"
#include "remote-job.h"

/* A test that fails on a branch. Strings are never NULL. */
typedef struct {
  char      *test;          /* full name, as its runner spells it where a log was seen, without secrets */
  Failure   *failure;       /* what the tracker is asked for: the last one that a log has, or no more than the name */
  GPtrArray *jobs;          /* names of the jobs in which it failed (element-type utf8), sorted; those that are known */
  guint64    n_runs;        /* in which it passed or failed */
  guint64    n_failed;
  double     reliability;   /* the part that passed, 0 to 1 */
  RemoteJob *last_job;      /* the newest one that is known to have failed for it, or NULL */
  GPtrArray *issues;        /* open ones that report it (of TrackerIssue), best first */
} TriageRow;

/* Of FAILURE, of which it has a copy. */
TriageRow *triage_row_new          (const Failure    *failure);
void       triage_row_free         (TriageRow        *row);

/* It did not pass once. */
gboolean   triage_row_is_always    (const TriageRow  *row);

/* Its reliability, rounded so that what fails is never 100, nor what passes now and then 0. */
int        triage_row_get_percent  (const TriageRow  *row);

/* JOB failed for it, as FAILURE tells, which counts where it is the newest that is known. */
void       triage_row_add_job      (TriageRow        *row,
                                    const RemoteJob  *job,
                                    const Failure    *failure);

/* Sorts ROWS (of TriageRow): the least reliable first, then what failed most often, then by name. */
void       triage_rows_sort        (GPtrArray        *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TriageRow, triage_row_free)
