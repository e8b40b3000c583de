/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "triage-looking.h"
#include "worker.h"

typedef struct {
  Profile                   *profile;
  guint                      n_days;
  GObject                   *object;          /* borrowed: the task keeps it */
  TriageLookingProgressFunc  progress_func;
} Look;

typedef struct {
  GObject                   *object;
  TriageLookingProgressFunc  func;
  char                      *message;
} Progress;

static void
look_free (gpointer data)
{
  Look *look = data;

  profile_unref (look->profile);
  g_free (look);
}

static gboolean
progress_is_told (gpointer data)
{
  Progress *progress = data;

  progress->func (progress->object, progress->message);

  return G_SOURCE_REMOVE;
}

static void
progress_free (gpointer data)
{
  Progress *progress = data;

  g_object_unref (progress->object);
  g_free (progress->message);
  g_free (progress);
}

/* In the worker's thread. */
static void
look_has_come_to (const char *message,
                  gpointer    user_data)
{
  Look *look = user_data;
  Progress *progress = g_new0 (Progress, 1);

  progress->object = g_object_ref (look->object);
  progress->func = look->progress_func;
  progress->message = g_strdup (message);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, progress_is_told, progress, progress_free);
}

static void
look_in_worker (GTask        *task,
                gpointer      object,
                gpointer      data,
                GCancellable *cancellable)
{
  Look *look = data;
  g_autoptr (Http) http = http_new ();
  TriageOptions options = { .n_days = look->n_days, .progress = look_has_come_to, .user_data = look };
  GError *error = NULL;
  Triage *triage;

  http_set_wait_func (http, look_has_come_to, look);
  triage = triage_read (http, look->profile, &options, cancellable, &error);
  if (triage != NULL)
    g_task_return_pointer (task, triage, (GDestroyNotify) triage_free);
  else
    g_task_return_error (task, error);
}

void
triage_looking_start (Profile                   *profile,
                      guint                      n_days,
                      GObject                   *object,
                      TriageLookingProgressFunc  progress_func,
                      GCancellable              *cancellable,
                      GAsyncReadyCallback        callback)
{
  g_autoptr (GTask) task = g_task_new (object, cancellable, callback, NULL);
  Look *look = g_new0 (Look, 1);

  look->profile = profile_ref (profile);
  look->n_days = n_days;
  look->object = object;
  look->progress_func = progress_func;
  g_task_set_task_data (task, look, look_free);
  worker_run (task, look_in_worker);
}

Triage *
triage_looking_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
