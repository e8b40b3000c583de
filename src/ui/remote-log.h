/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "fetch.h"

/* A log that a service has, as somebody asked for it: by an address, or as one of its jobs. */
typedef struct {
  Address   *address;    /* or NULL */
  RemoteJob *job;        /* or NULL: the one that failed of those that ADDRESS leads to */
  gboolean   shows_all;  /* nothing is opened but where ADDRESS leads to one job: all are listed */
} RemoteLog;

/* NULL where URL is no address. */
RemoteLog *remote_log_new_for_address (const char       *url,
                                       GError          **error);
RemoteLog *remote_log_new_for_job     (const RemoteJob  *job);
RemoteLog *remote_log_copy            (const RemoteLog  *remote);
void       remote_log_free            (RemoteLog        *remote);

/* What to call it while no more is known: the job's name, "quill/ci #1150", or the address without
 * what is no place (transfer full). */
char      *remote_log_dup_name        (const RemoteLog  *remote);

/* Where it can be opened again; borrowed. */
const char *remote_log_get_uri        (const RemoteLog  *remote);

/* Whether its address may be written down: it has nothing that lets in whoever knows it, as signed
 * addresses have. */
gboolean   remote_log_may_be_kept     (const RemoteLog  *remote);

/* Opens it, in a worker. Where its address leads to several jobs that failed or to none, gives NULL
 * without an error, and RET_JOBS is all that it leads to (of RemoteJob, transfer full). RET_FACTS is
 * what the service tells of the job (transfer full), or NULL. WAIT_FUNC is called in this thread; it
 * and WAIT_DATA are used until the log is freed. */
LogSource *remote_log_open            (const RemoteLog  *remote,
                                       HttpWaitFunc      wait_func,
                                       gpointer          wait_data,
                                       JobFacts        **ret_facts,
                                       GPtrArray       **ret_jobs,
                                       GCancellable     *cancellable,
                                       GError          **error);

/* How many of JOBS somebody wants to look at. */
guint      remote_jobs_count_failed   (GPtrArray        *jobs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemoteLog, remote_log_free)
