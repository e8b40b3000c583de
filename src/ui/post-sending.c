/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "post-sending.h"
#include "worker.h"

static void
ask_in_worker (GTask        *task,
               gpointer      object,
               gpointer      data,
               GCancellable *cancellable)
{
  g_autoptr (Http) http = http_new ();
  GError *error = NULL;
  char *user = tracker_post_dup_user (http, cancellable, &error);

  if (user != NULL)
    g_task_return_pointer (task, user, g_free);
  else
    g_task_return_error (task, error);
}

void
post_sending_ask_user (GObject             *object,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback)
{
  g_autoptr (GTask) task = g_task_new (object, cancellable, callback, NULL);

  worker_run (task, ask_in_worker);
}

char *
post_sending_finish_user (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
send_in_worker (GTask        *task,
                gpointer      object,
                gpointer      data,
                GCancellable *cancellable)
{
  g_autoptr (Http) http = http_new ();
  GError *error = NULL;
  TrackerReply *reply = tracker_post_send (http, data, cancellable, &error);

  if (reply != NULL)
    g_task_return_pointer (task, reply, (GDestroyNotify) tracker_reply_free);
  else
    g_task_return_error (task, error);
}

void
post_sending_start (const TrackerPost   *post,
                    GObject             *object,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback)
{
  g_autoptr (GTask) task = g_task_new (object, cancellable, callback, NULL);

  g_task_set_task_data (task, (gpointer) post, NULL);
  /* What arrived counts, whether somebody wanted it to stop or not. */
  g_task_set_check_cancellable (task, FALSE);
  worker_run (task, send_in_worker);
}

TrackerReply *
post_sending_finish (GAsyncResult  *result,
                     GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
