/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings.h"
#include "triage-row.h"

/* The runs of a branch's jobs, and what their logs say of those that failed. */

typedef struct {
  RemoteJob *job;        /* that passed or failed */
  Findings  *findings;   /* of its log; NULL: that was not read, or the job passed */
} TriageRun;

/* For an array's free function. */
void       triage_run_destroy    (gpointer         run);

/* Adds a run of JOB to RUNS, unless it neither passed nor failed. */
void       triage_runs_add       (GPtrArray       *runs,
                                  const RemoteJob *job);

/* Sorts RUNS (of TriageRun), the newest build first. */
void       triage_runs_sort      (GPtrArray       *runs);

/* The indexes (element-type guint) of those of RUNS, which are sorted, that failed: in the order in which to read their logs,
 * what tells most first. That is of each job the newest that counts (remote_job_counts()), then the newest that does not,
 * then all others, the newest first. */
GArray    *triage_runs_choose    (GPtrArray       *runs);

/* One row a test that RUNS name, estimated from the outcomes of the jobs in which it failed (of TriageRow, sorted, transfer
 * full). A run that passed counts as one in which the test passed, as does one that failed for other tests; one whose log names
 * no test does not count. Runs whose logs were not read are shared out as those of the same job that were. */
GPtrArray *triage_runs_make_rows (GPtrArray       *runs);

/* Tells ROWS, of tests that are known to fail, which of RUNS failed for them. */
void       triage_runs_tell_rows (GPtrArray       *runs,
                                  GPtrArray       *rows);

/* Of RUNS that failed: those whose logs were read and name no test, and those whose logs were not. */
guint      triage_runs_count_unnamed (GPtrArray   *runs);
guint      triage_runs_count_unread  (GPtrArray   *runs);
