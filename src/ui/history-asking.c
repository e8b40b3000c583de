/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trace-files.h"
#include "worker.h"

#include "history-asking.h"

typedef struct {
  JobLog  *log;
  Failure *failure;
  Profile *profile;
  char    *job;
  char    *commit;
  char    *pull_request;
  gboolean is_exact;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  job_log_unref (question->log);
  failure_free (question->failure);
  profile_unref (question->profile);
  g_free (question->job);
  g_free (question->commit);
  g_free (question->pull_request);
  g_free (question);
}

static void
ask_in_worker (GTask        *task,
               gpointer      object,
               gpointer      data,
               GCancellable *cancellable)
{
  const Question *question = data;
  g_autoptr (Http) http = http_new ();
  g_auto (GStrv) trace_files = trace_files_read (question->log, question->failure);
  const HistoryQuestion asked = {
    .profile = question->profile,
    .job = question->job,
    .test = *question->failure->test != '\0' ? question->failure->test : NULL,
    .commit = question->commit,
    .pull_request = question->pull_request,
    .failure = question->failure,
    .is_exact = question->is_exact,
    .trace_files = (const char * const *) trace_files,
  };
  GError *error = NULL;
  History *history = history_ask (http, &asked, cancellable, &error);

  if (history != NULL)
    g_task_return_pointer (task, history, (GDestroyNotify) history_free);
  else
    g_task_return_error (task, error);
}

void
history_asking_start (JobLog              *log,
                      const Failure       *failure,
                      Profile             *profile,
                      const JobFacts      *facts,
                      const char          *job,
                      gboolean             is_exact,
                      GObject             *object,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback)
{
  g_autoptr (GTask) task = g_task_new (object, cancellable, callback, NULL);
  Question *question = g_new0 (Question, 1);

  question->log = job_log_ref (log);
  question->failure = failure_copy (failure);
  question->profile = profile_ref (profile);
  question->job = g_strdup (job);
  question->commit = g_strdup (facts->commit);
  question->pull_request = g_strdup (facts->pull_request);
  question->is_exact = is_exact;
  g_task_set_task_data (task, question, question_free);
  worker_run (task, ask_in_worker);
}

History *
history_asking_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

const Failure *
history_asking_get_failure (GAsyncResult *result)
{
  const Question *question = g_task_get_task_data (G_TASK (result));

  return question->failure;
}
