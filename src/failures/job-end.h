/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rule.h"

/* What the CI said of how the job and its steps ended. */

typedef struct {
  const Runner *runner;
  char         *message;
  int           status;        /* -1: not told */
  gint64        step_line;     /* where the step that failed started, or 0 */
  gint64        line;
} JobExit;

typedef struct {
  GPtrArray *exits;            /* of JobExit; those of steps that went well are not kept */
  GArray    *endings;          /* of LineRange: where its last words stand */
  gint64     step_line;        /* of the step that runs, or 0 */
  gint64     success_line;     /* where it said that the job passed, or 0 */
} JobEnd;

JobEnd      *job_end_new         (void);
void         job_end_free        (JobEnd         *end);

/* Takes line NUMBER, which is RULE: an exit, an ending, a success or a step. MATCH is that of
 * its pattern. */
void         job_end_push        (JobEnd         *end,
                                  const LineRule *rule,
                                  PatternMatch   *match,
                                  gint64          number);

/* Whether the CI says that the job passed. */
gboolean     job_end_is_success  (const JobEnd   *end);

/* The step that failed and that line NUMBER stands in, or NULL. */
const JobExit *job_end_find_exit (const JobEnd   *end,
                                  gint64          number);

/* EXIT as a failure: its line and the few before it (transfer full). */
Failure     *job_exit_dup_failure (const JobExit *exit,
                                   guint          n_lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JobEnd, job_end_free)
