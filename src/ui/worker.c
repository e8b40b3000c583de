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
  g_task_run_in_thread (task, func);
}
