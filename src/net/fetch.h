/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "address.h"
#include "http.h"
#include "job-facts.h"
#include "log-source.h"
#include "remote-job.h"

/* From an address to a log. All blocks: call it in a worker. */

/* The jobs that ADDRESS leads to (of RemoteJob, transfer full): one, where it is that of a job; those of a build or a run;
 * those of a pull request's or commit's builds. Not for ADDRESS_OTHER. Where the service does not tell of a job that the
 * address names, it is given without a name: its log may be there all the same. */
GPtrArray *fetch_list_jobs    (Http             *http,
                               const Address    *address,
                               GCancellable     *cancellable,
                               GError          **error);

/* Those of JOBS that count (remote_job_counts()), borrowed from it (transfer container). */
GPtrArray *fetch_choose_failed (GPtrArray       *jobs);

/* The raw log of JOB, as it arrives. Of a job that has ended it is kept, and the second time it comes from there. */
LogSource *fetch_open_job     (Http             *http,
                               const RemoteJob  *job,
                               GCancellable     *cancellable,
                               GError          **error);

/* The last N_BYTES of the log of JOB, or all of one that is shorter: of what was kept, else with a token those alone are asked
 * for, else the log is read to its end. */
GBytes    *fetch_read_tail    (Http             *http,
                               const RemoteJob  *job,
                               gsize             n_bytes,
                               GCancellable     *cancellable,
                               GError          **error);

/* Whether JOB's log is kept, so that it comes without a request. */
gboolean   fetch_has_kept     (const RemoteJob  *job);

/* What is at ADDRESS, which is ADDRESS_OTHER. */
LogSource *fetch_open_other   (Http             *http,
                               const Address    *address,
                               GCancellable     *cancellable,
                               GError          **error);

/* What the service tells of JOB, for the log that may not (transfer full). */
JobFacts  *fetch_dup_facts    (const RemoteJob  *job);
