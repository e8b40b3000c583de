/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "known-looking.h"
#include "worker.h"

typedef struct {
  GPtrArray *tracker;        /* of TrackerIssue, or NULL */
  gint64     checked_at;
  Profile   *profile;
  Findings  *findings;
  char      *job;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_clear_pointer (&look->tracker, g_ptr_array_unref);
  profile_unref (look->profile);
  findings_unref (look->findings);
  g_free (look->job);
  g_free (look);
}

static void
look_in_worker (GTask        *task,
                gpointer      object,
                gpointer      data,
                GCancellable *cancellable)
{
  Look *look = data;
  GPtrArray *failures = look->findings->failures;
  g_autoptr (Http) http = NULL;
  KnownFailures *known;
  GError *error = NULL;

  if (look->tracker != NULL) {
    g_task_return_pointer (task, known_look_up_in (look->tracker, look->checked_at, failures, look->job),
                           (GDestroyNotify) known_failures_free);
    return;
  }

  http = http_new ();
  known = known_look_up (http, look->profile, failures, look->job, cancellable, &error);
  if (known != NULL)
    g_task_return_pointer (task, known, (GDestroyNotify) known_failures_free);
  else
    g_task_return_error (task, error);
}

void
known_looking_start (const KnownFailures *before,
                     Profile             *profile,
                     Findings            *findings,
                     const char          *job,
                     GObject             *object,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback)
{
  g_autoptr (GTask) task = g_task_new (object, cancellable, callback, NULL);
  Look *look = g_new0 (Look, 1);

  if (before != NULL) {
    look->tracker = g_ptr_array_ref (before->tracker);
    look->checked_at = before->checked_at;
  }
  look->profile = profile_ref (profile);
  look->findings = findings_ref (findings);
  look->job = g_strdup (job);
  g_task_set_task_data (task, look, look_free);
  worker_run (task, look_in_worker);
}

KnownFailures *
known_looking_finish (GAsyncResult  *result,
                      GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

Findings *
known_looking_get_findings (GAsyncResult *result)
{
  const Look *look = g_task_get_task_data (G_TASK (result));

  return look->findings;
}
