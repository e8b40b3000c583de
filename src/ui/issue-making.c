/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "issue-making.h"
#include "worker.h"

static void
make_in_worker (GTask        *task,
                gpointer      object,
                gpointer      data,
                GCancellable *cancellable)
{
  issue_prepare (data);

  g_task_return_boolean (task, TRUE);
}

void
issue_making_start (Issue               *issue,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, issue_copy (issue), (GDestroyNotify) issue_free);
  worker_run (task, make_in_worker);
}

gboolean
issue_making_finish (GAsyncResult *result,
                     Issue        *issue)
{
  GTask *task = G_TASK (result);

  return g_task_propagate_boolean (task, NULL) && issue_take_prepared (issue, g_task_get_task_data (task));
}
