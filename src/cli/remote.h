/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "command.h"
#include "fetch.h"

/* What commands get from services. Each tells what is wrong on standard error. */

/* The session that all requests of this run share. */
Http      *remote_get_http    (void);

/* The jobs of an address, the ones that failed and whose builds do for it; CHOSEN, where it is not NULL, chooses others: the
 * name, its slug or the id of jobs. TRUE where there are any. */
gboolean   remote_choose_jobs (GPtrArray       *jobs,
                               const char      *chosen,
                               GPtrArray      **ret_chosen);

/* The log at TEXT, an address: that of the one job that it leads to. RET_FACTS is what is known of the job from
 * elsewhere, or NULL. */
LogSource *remote_open_log    (const char      *text,
                               JobFacts       **ret_facts);

/* JOBS (of RemoteJob) as lines of fields with tabs between: id, state, name, address (transfer full). */
char      *remote_dup_list    (GPtrArray       *jobs);

/* The same on standard error, below what was told there. Always COMMAND_FAILED. */
CommandStatus remote_tell_choices (GPtrArray   *jobs);
