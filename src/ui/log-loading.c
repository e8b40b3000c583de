/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "data-file.h"
#include "masker.h"

#include "freed-memory.h"
#include "log-loading.h"
#include "worker.h"

typedef struct {
  JobLog             *log;
  GFile              *file;
  LogSource          *source;
  RemoteLog          *remote;
  GCancellable       *stop;
  JobLogReadFlags     flags;
  char               *profile;
  GObject            *object;         /* borrowed from the task */
  GCancellable       *cancellable;    /* the same */
  LogLoadingWaitFunc  wait_func;
} Load;

/* A message on its way to the main thread. */
typedef struct {
  GObject            *object;
  GCancellable       *cancellable;
  LogLoadingWaitFunc  func;
  char               *message;
} Wait;

static GPtrArray *warnings;

static void
load_free (gpointer data)
{
  Load *load = data;

  job_log_unref (load->log);
  g_clear_object (&load->file);
  g_clear_pointer (&load->source, log_source_free);
  g_clear_pointer (&load->remote, remote_log_free);
  g_clear_object (&load->stop);
  g_free (load->profile);
  g_free (load);
}

void
loaded_log_free (LoadedLog *loaded)
{
  g_clear_pointer (&loaded->issue, issue_free);
  g_clear_pointer (&loaded->findings, findings_unref);
  g_clear_pointer (&loaded->facts, job_facts_free);
  g_clear_pointer (&loaded->profile, profile_unref);
  g_clear_error (&loaded->error);
  g_clear_pointer (&loaded->jobs, g_ptr_array_unref);
  g_free (loaded->name);
  g_free (loaded->uri);
  g_free (loaded);
}

static gpointer
load_context (gpointer unused)
{
  JobLogContext *context;
  GPtrArray *secrets = masker_get_warnings ();
  g_autoptr (GPtrArray) profiles = NULL;

  warnings = g_ptr_array_new_with_free_func (g_free);
  context = job_log_context_new (warnings);
  profiles = data_files_load_folder ("profiles", warnings);
  for (guint i = 0; i < secrets->len; i++)
    g_ptr_array_add (warnings, g_strdup (g_ptr_array_index (secrets, i)));
  freed_memory_give_back ();

  return context;
}

JobLogContext *
log_loading_get_context (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_context, NULL);
}

GPtrArray *
log_loading_get_warnings (void)
{
  log_loading_get_context ();

  return warnings;
}

static int n_preparing;

static void
prepare (GTask        *task,
         gpointer      object,
         gpointer      data,
         GCancellable *cancellable)
{
  log_loading_get_context ();
  g_atomic_int_add (&n_preparing, -1);
  g_task_return_boolean (task, TRUE);
}

void
log_loading_prepare (void)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_atomic_int_inc (&n_preparing);
  worker_run (task, prepare);
}

void
log_loading_end (void)
{
  if (g_atomic_int_get (&n_preparing) > 0)
    log_loading_get_context ();
}

static LogSource *
open_file (Load          *load,
           GCancellable  *cancellable,
           GError       **error)
{
  if (load->stop != NULL)
    return log_source_follow_file (load->file, load->stop, cancellable, error);

  return log_source_open_file (load->file, cancellable, error);
}

static void
wait_free (gpointer data)
{
  Wait *wait = data;

  g_object_unref (wait->object);
  g_object_unref (wait->cancellable);
  g_free (wait->message);
  g_free (wait);
}

static gboolean
tell_wait (gpointer data)
{
  Wait *wait = data;

  wait->func (wait->object, wait->cancellable, wait->message);

  return G_SOURCE_REMOVE;
}

static void
service_waits (const char *message,
               gpointer    user_data)
{
  Load *load = user_data;
  Wait *wait;

  if (load->wait_func == NULL)
    return;

  wait = g_new0 (Wait, 1);
  wait->object = g_object_ref (load->object);
  wait->cancellable = g_object_ref (load->cancellable);
  wait->func = load->wait_func;
  wait->message = g_strdup (message);
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_wait, wait, wait_free);
}

static void
open_remote (Load          *load,
             LoadedLog     *loaded,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (JobFacts) facts = NULL;

  load->source = remote_log_open (load->remote, service_waits, load, &facts, &loaded->jobs,
                                  cancellable, error);
  if (facts != NULL)
    job_log_set_known_facts (load->log, facts);
  if (load->source != NULL) {
    loaded->name = g_strdup (load->source->name);
    loaded->uri = g_strdup (load->source->uri);
  }
}

static gboolean
read_log (Load          *load,
          LoadedLog     *loaded,
          GCancellable  *cancellable,
          GError       **error)
{
  if (load->file != NULL)
    load->source = open_file (load, cancellable, error);
  else if (load->remote != NULL)
    open_remote (load, loaded, cancellable, error);
  if (load->source == NULL)
    return FALSE;

  return job_log_read (load->log, load->source, load->flags, cancellable, error);
}

static void
look_at (Load      *load,
         LoadedLog *loaded)
{
  loaded->findings = job_log_get_findings (load->log);
  loaded->facts = job_log_get_facts (load->log);
  loaded->profile = profile_load_for (loaded->facts->repository, load->profile, NULL);
  if (loaded->profile == NULL)
    loaded->profile = profile_load ("generic", NULL);
  if (loaded->profile != NULL && loaded->findings->failures->len > 0)
    loaded->issue = issue_new (load->log, loaded->findings, loaded->profile);
  if (loaded->issue != NULL)
    issue_prepare (loaded->issue);
}

static void
load_in_worker (GTask        *task,
                gpointer      object,
                gpointer      data,
                GCancellable *cancellable)
{
  Load *load = data;
  LoadedLog *loaded = g_new0 (LoadedLog, 1);

  read_log (load, loaded, cancellable, &loaded->error);
  g_clear_pointer (&load->source, log_source_free);
  look_at (load, loaded);
  freed_memory_give_back ();

  g_task_return_pointer (task, loaded, (GDestroyNotify) loaded_log_free);
}

static void
make_issue_in_worker (GTask        *task,
                      gpointer      object,
                      gpointer      data,
                      GCancellable *cancellable)
{
  LoadedLog *loaded = g_new0 (LoadedLog, 1);

  look_at (data, loaded);

  g_task_return_pointer (task, loaded, (GDestroyNotify) loaded_log_free);
}

void
log_loading_start (JobLog              *log,
                   const LogOrigin     *origin,
                   GObject             *object,
                   LogLoadingWaitFunc   wait_func,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (object, cancellable, callback, user_data);
  Load *load = g_new0 (Load, 1);

  load->log = job_log_ref (log);
  g_set_object (&load->file, origin->file);
  load->source = origin->source;
  load->remote = origin->remote != NULL ? remote_log_copy (origin->remote) : NULL;
  g_set_object (&load->stop, origin->stop);
  load->flags = origin->flags;
  load->profile = g_strdup (origin->profile);
  load->object = object;
  load->cancellable = cancellable;
  load->wait_func = wait_func;

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, load, load_free);
  worker_run (task, load_in_worker);
}

void
log_loading_make_issue (JobLog              *log,
                        const char          *profile,
                        GObject             *object,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (object, cancellable, callback, user_data);
  Load *load = g_new0 (Load, 1);

  load->log = job_log_ref (log);
  load->profile = g_strdup (profile);

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, load, load_free);
  worker_run (task, make_issue_in_worker);
}

LoadedLog *
log_loading_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
