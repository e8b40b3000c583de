/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lines with errors of a page's log: a worker looks for them once the log is there, and as it grows. */

#include "config.h"

#include "log-page-private.h"
#include "worker.h"

static void
look_in_worker (GTask        *task,
                gpointer      object,
                gpointer      data,
                GCancellable *cancellable)
{
  g_task_return_boolean (task, log_errors_run (data, cancellable));
}

static void
looked (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  CulpritLogPage *self = CULPRIT_LOG_PAGE (object);

  if (g_task_get_cancellable (G_TASK (result)) != self->looking_for_errors)
    return;

  g_clear_object (&self->looking_for_errors);
  culprit_log_view_update (self->view);
}

static void
run (CulpritLogPage *self,
     LogErrors      *errors)
{
  g_autoptr (GTask) task = NULL;

  self->looking_for_errors = g_cancellable_new ();
  task = g_task_new (self, self->looking_for_errors, looked, NULL);
  g_task_set_task_data (task, log_errors_ref (errors), (GDestroyNotify) log_errors_unref);
  g_task_set_priority (task, G_PRIORITY_LOW);
  worker_run (task, look_in_worker);
}

/* While a log loads, what failed in it comes first. */
void
culprit_log_page_look_for_errors (CulpritLogPage *self)
{
  LogErrors *errors = culprit_log_view_get_errors (self->view);
  LogStore *store;

  if (self->log == NULL || culprit_log_page_is_loading (self))
    return;

  store = job_log_get_store (self->log);
  if (errors == NULL || log_errors_get_store (errors) != store) {
    g_autoptr (LogErrors) others = log_errors_new (store);

    culprit_log_page_clear_errors (self);
    culprit_log_view_set_errors (self->view, others);
    errors = others;
  }
  if (self->looking_for_errors == NULL && log_errors_get_n_searched (errors) < log_store_get_n_lines (store))
    run (self, errors);
}

void
culprit_log_page_clear_errors (CulpritLogPage *self)
{
  g_cancellable_cancel (self->looking_for_errors);
  g_clear_object (&self->looking_for_errors);
}
