/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings.h"
#include "job-facts.h"
#include "log-source.h"
#include "log-store.h"
#include "rules.h"
#include "section.h"

/* A job's log, read and understood: its lines, its sections, what it says of its job, and
 * what failed.
 *
 * A worker reads it with job_log_read(); other threads may look at any time at what is there
 * so far. All getters give a consistent view and never block on the reader for long.
 */
typedef struct JobLog JobLog;

/* Rules and CI formats, loaded once for the whole program. */
typedef struct JobLogContext JobLogContext;

JobLogContext *job_log_context_new    (GPtrArray *warnings);
JobLogContext *job_log_context_ref    (JobLogContext *context);
void           job_log_context_unref  (JobLogContext *context);

JobLog        *job_log_new            (JobLogContext *context,
                                       const char    *name);
JobLog        *job_log_ref            (JobLog *log);
void           job_log_unref          (JobLog *log);

/* What is known of the job from elsewhere: it counts more than what the log says. To be called before it is read. */
void           job_log_set_known_facts (JobLog         *log,
                                        const JobFacts *facts);

typedef enum {
  JOB_LOG_READ_DEFAULT  = 0,
  JOB_LOG_READ_ANYTHING = 1 << 0,    /* what does not look like text, too */
  JOB_LOG_READ_LINES    = 1 << 1,    /* only its lines: what failed is not looked for */
  JOB_LOG_READ_FINDINGS = 1 << 2,    /* only what failed: no line is kept in the store, and nothing is
                                        known before the end */
} JobLogReadFlags;

/* Reads SOURCE to its end. On an error, what came before it stays; the error is
 * LOG_SOURCE_ERROR_EMPTY, LOG_SOURCE_ERROR_NOT_TEXT, G_IO_ERROR_CANCELLED, or what the stream
 * or the store said. Once for each log. */
gboolean       job_log_read           (JobLog           *log,
                                       LogSource        *source,
                                       JobLogReadFlags   flags,
                                       GCancellable     *cancellable,
                                       GError          **error);

/* Bytes read so far, and the bytes that the source promised (-1: not known). */
void           job_log_get_progress   (JobLog  *log,
                                       goffset *ret_read,
                                       goffset *ret_total);

gint64         job_log_get_n_lines    (JobLog *log);    /* read so far, whether or not they are in the store */
guint64        job_log_get_n_published (JobLog *log);   /* grows whenever what is known may have changed: findings, facts, sections */
const char    *job_log_get_name       (JobLog *log);
Rules         *job_log_get_rules      (JobLog *log);    /* borrowed */
LogStore      *job_log_get_store      (JobLog *log);    /* borrowed */
Findings      *job_log_get_findings   (JobLog *log);    /* transfer full */
JobFacts      *job_log_get_facts      (JobLog *log);    /* transfer full */
GPtrArray     *job_log_get_sections   (JobLog *log);    /* of Section, transfer full */
const char    *job_log_get_ci         (JobLog *log);    /* "buildkite", or "" */
gboolean       job_log_has_waited     (JobLog *log);    /* what there was by then was read, and more may come */
gboolean       job_log_is_complete    (JobLog *log);    /* read to its end without an error */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JobLog, job_log_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JobLogContext, job_log_context_unref)
