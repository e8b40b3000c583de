/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "worker.h"

typedef struct {
  gpointer  object;
  GThread  *thread;           /* that is to let it go */
} Held;

static void
let_go (Held *held)
{
  g_object_unref (held->object);
  g_thread_unref (held->thread);
  g_free (held);
}

static void
let_go_later (gpointer data)
{
  let_go (data);
}

/* In any thread, once the task has let go its own reference. */
static void
task_is_gone (gpointer data)
{
  Held *held = data;

  if (held->thread == g_thread_self ())
    let_go (held);
  else
    g_idle_add_once (let_go_later, held);
}

static GMutex lock;
static GCond has_ended;
static guint n_running;

static void
run (GTask        *task,
     gpointer      object,
     gpointer      data,
     GCancellable *cancellable)
{
  GTaskThreadFunc func = (GTaskThreadFunc) g_object_get_data (G_OBJECT (task), "culprit-func");

  func (task, object, data, cancellable);

  g_mutex_lock (&lock);
  n_running--;
  g_cond_signal (&has_ended);
  g_mutex_unlock (&lock);
}

gboolean
worker_wait (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) milliseconds * G_TIME_SPAN_MILLISECOND;
  gboolean in_time = TRUE;

  g_mutex_lock (&lock);
  while (n_running > 0 && in_time)
    in_time = g_cond_wait_until (&has_ended, &lock, end);
  in_time = n_running == 0;
  g_mutex_unlock (&lock);

  return in_time;
}

void
worker_run (GTask           *task,
            GTaskThreadFunc  func)
{
  gpointer object = g_task_get_source_object (task);

  if (object != NULL) {
    Held *held = g_new (Held, 1);

    *held = (Held) { g_object_ref (object), g_thread_ref (g_thread_self ()) };
    /* An object's data is cleared after all else of it. */
    g_object_set_data_full (G_OBJECT (task), "culprit-held", held, task_is_gone);
  }
  g_object_set_data (G_OBJECT (task), "culprit-func", (gpointer) func);
  g_mutex_lock (&lock);
  n_running++;
  g_mutex_unlock (&lock);
  g_task_run_in_thread (task, run);
}
