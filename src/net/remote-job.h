/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "own-string.h"
#include "services.h"

/* A job of a CI, as its service tells of it. */

typedef enum {
  REMOTE_JOB_PASSED,
  REMOTE_JOB_FAILED,
  REMOTE_JOB_SOFT_FAILED,   /* it failed, and its build does not for it */
  REMOTE_JOB_RUNNING,       /* or waits */
  REMOTE_JOB_CANCELED,
  REMOTE_JOB_SKIPPED,       /* or anything else that never ran */
} RemoteJobState;

/* Strings are set with own_string_set(), and never NULL. */
typedef struct {
  Service         service;       /* SERVICE_BUILDKITE or SERVICE_GITHUB */
  char           *id;            /* UUID, or GitHub's number */
  char           *step;          /* UUID of its step, which its retries share, or "" */
  char           *name;          /* "Elastic EP Scaling Test" */
  char           *label;         /* its step's, which several jobs with names of their own may share, or "" */
  RemoteJobState  state;
  gboolean        is_retried;    /* another attempt followed: its state counts no more */
  char           *url;           /* its page */
  gint64          finished_at;   /* seconds since 1970, or 0 */

  /* What the log may not say of itself. */
  char           *owner;         /* the CI's organization, or the repository's owner */
  char           *pipeline;      /* or the repository's name */
  char           *build;         /* its number, or the run's */
  char           *repository;    /* "owner/name", or "" */
  char           *branch;
  char           *commit;
  char           *pull_request;
} RemoteJob;

RemoteJob  *remote_job_new             (void);
RemoteJob  *remote_job_copy            (const RemoteJob *job);
void        remote_job_free            (RemoteJob       *job);

/* A list that frees its jobs (transfer full). */
GPtrArray  *remote_jobs_new            (void);

/* "failed", "soft-failed", "passed", "running", "canceled", "skipped". */
const char *remote_job_state_to_string (RemoteJobState   state);

/* Whether it is one that somebody wants to look at: it failed in its last attempt, and its build does for it. */
gboolean    remote_job_counts          (const RemoteJob *job);

/* Whether its log will not change any more. */
gboolean    remote_job_is_finished     (const RemoteJob *job);

/* What its log is called in a folder: "PIPELINE_build_N_JOB-SLUG_ID8.log", without a character that a file system or a
 * shell might take amiss (transfer full). */
char       *remote_job_dup_file_name   (const RemoteJob *job);

/* NAME in lower case with runs of other characters than letters and digits one "-", as Buildkite names the checks that it
 * tells GitHub of (transfer full). */
char       *remote_job_dup_slug        (const char      *name);

/* Whether SLUG is that of JOB's name, or of its label. */
gboolean    remote_job_has_slug        (const RemoteJob *job,
                                        const char      *slug);

/* Marks those of JOBS (of RemoteJob) that another attempt of the same step followed, where the service does not say so. */
void        remote_jobs_mark_retried   (GPtrArray       *jobs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemoteJob, remote_job_free)
