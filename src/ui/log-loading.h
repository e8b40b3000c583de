/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "issue.h"
#include "job-log.h"
#include "log-source.h"
#include "remote-log.h"

/* Reads a log in a worker and makes what the window needs of it. */

typedef struct {
  Findings *findings;
  JobFacts *facts;
  Profile  *profile;     /* or NULL: none can be loaded */
  Issue    *issue;       /* or NULL: nothing failed */
  GError   *error;       /* why it was not read to its end, or NULL; what came before it counts */

  /* Of a log that was fetched: */
  char      *name;       /* the job's, or the file's; or NULL */
  char      *uri;        /* where it can be opened again, or NULL */
  GPtrArray *jobs;       /* of RemoteJob: nothing was read, somebody has to choose among them; or NULL */
} LoadedLog;

/* Where a log comes from, and how it is read. All is borrowed but for SOURCE. */
typedef struct {
  GFile           *file;       /* or NULL */
  LogSource       *source;     /* or NULL */
  const RemoteLog *remote;     /* or NULL */
  GCancellable    *stop;       /* FILE is followed until it is cancelled; NULL: it is read to its end */
  JobLogReadFlags  flags;
  const char      *profile;    /* the one that counts where none names the log's repository as its own */
} LogOrigin;

/* OBJECT, whose log is fetched by a load that CANCELLABLE cancels, has to wait, as MESSAGE tells the
 * user. Called in the main thread. */
typedef void (*LogLoadingWaitFunc) (GObject      *object,
                                    GCancellable *cancellable,
                                    const char   *message);

void           loaded_log_free          (LoadedLog *loaded);

/* Rules and formats, the same for all logs (transfer none). The first call loads them, which
 * log_loading_prepare() does in a worker ahead of time. Before the program ends, log_loading_end() waits
 * for that worker: it reads what is gone after main(). */
JobLogContext *log_loading_get_context  (void);
void           log_loading_prepare      (void);
void           log_loading_end          (void);

/* What is wrong with the user's own rules and formats (element-type utf8, transfer none). */
GPtrArray     *log_loading_get_warnings (void);

/* Reads what ORIGIN tells into LOG. WAIT_FUNC may be NULL. Never fails: see the error of the
 * result. */
void           log_loading_start        (JobLog              *log,
                                         const LogOrigin     *origin,
                                         GObject             *object,
                                         LogLoadingWaitFunc   wait_func,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
LoadedLog     *log_loading_finish       (GAsyncResult        *result);

/* Makes the same of what is in LOG by now, while another worker still reads it; for
 * log_loading_finish(). */
void           log_loading_make_issue   (JobLog              *log,
                                         const char          *profile,
                                         GObject             *object,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoadedLog, loaded_log_free)
