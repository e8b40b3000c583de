/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rule.h"

/* What the CI said of how the job and its steps ended. */

typedef struct {
  const Runner *runner;
  char         *message;
  gboolean      has_status;
  int           status;        /* -1 where it is not told, too */
  FailureKind   kind;
  gboolean      is_stop;       /* the CI says that it stopped the job, or could not run it */
  gint64        step_line;     /* where the step that failed started, or 0 */
  gint64        work_line;     /* the last line before the CI cleaned up, or LINE */
  gint64        line;
} JobExit;

typedef struct {
  GPtrArray *exits;            /* of JobExit: of steps that failed, in order */
  JobExit   *failed;           /* of the job as a whole, or NULL */
  JobExit   *fault;            /* an exit if the CI goes on right below, or NULL */
  GArray    *retries;          /* of LineRange: attempts at steps that were tried again */
  GArray    *endings;          /* of LineRange: where its last words stand */
  gint64     step_line;        /* of the step that runs, or 0 */
  gint64     inner_line;       /* where a tool last said that it shows its own command next */
  gint64     good_line;        /* where a step ended well the last time, or 0 */
  gint64     clean_up_line;    /* where the CI began to clean up after it, or 0 */
  gint64     success_line;     /* where it said that the job passed, or 0 */
  gboolean   is_finished;      /* it said that the log is whole */
} JobEnd;

JobEnd      *job_end_new         (void);
void         job_end_free        (JobEnd         *end);

/* Takes line NUMBER, which is RULE, one of the CI's. MATCH is that of its pattern. */
void         job_end_push        (JobEnd         *end,
                                  const LineRule *rule,
                                  PatternMatch   *match,
                                  gint64          number);

/* Whether the CI says that the job passed. */
gboolean     job_end_is_success  (const JobEnd   *end);

/* How many steps failed; 1 where only the job as a whole is known to have failed. */
guint        job_end_get_n_exits (const JobEnd   *end);
const JobExit *job_end_get_exit  (const JobEnd   *end,
                                  guint           index);

/* Where the CI says that it stopped the job, or could not run it; NULL too where a step failed
 * before. */
const JobExit *job_end_get_stop  (const JobEnd   *end);

/* Whether line NUMBER stands in the step whose end is number INDEX. */
gboolean     job_end_is_in_step  (const JobEnd   *end,
                                  guint           index,
                                  gint64          number);

/* EXIT as a failure: the last N_LINES before it or before the clean-up (transfer full). */
Failure     *job_exit_dup_failure (const JobExit *exit,
                                   guint          n_lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JobEnd, job_end_free)
