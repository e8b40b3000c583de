/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "known.h"

static void
issues_destroy (gpointer issues)
{
  g_ptr_array_unref (issues);
}

KnownFailures *
known_look_up_in (GPtrArray       *tracker,
                  gint64           checked_at,
                  const GPtrArray *failures,
                  const char      *job)
{
  g_autoptr (KnownIndex) index = known_index_new (tracker, checked_at);
  KnownFailures *known = g_new0 (KnownFailures, 1);

  known->issues = g_ptr_array_new_with_free_func (issues_destroy);
  known->tracker = g_ptr_array_ref (tracker);
  known->checked_at = checked_at;
  for (guint i = 0; i < failures->len; i++)
    g_ptr_array_add (known->issues, known_index_look_up (index, g_ptr_array_index (failures, i), *job != '\0' ? job : NULL));

  return known;
}

KnownFailures *
known_look_up (Http            *http,
               const Profile   *profile,
               const GPtrArray *failures,
               const char      *job,
               GCancellable    *cancellable,
               GError         **error)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (TrackerList) list = tracker_list_read (http, profile, now, cancellable, error);
  KnownFailures *known;

  if (list == NULL)
    return NULL;
  known = known_look_up_in (list->issues, now, failures, job);
  known->warning = g_steal_pointer (&list->warning);

  return known;
}

void
known_failures_free (KnownFailures *known)
{
  if (known == NULL)
    return;

  g_ptr_array_unref (known->issues);
  g_ptr_array_unref (known->tracker);
  g_free (known->warning);
  g_free (known);
}

GPtrArray *
known_failures_get (const KnownFailures *known,
                    guint                index)
{
  return g_ptr_array_index (known->issues, index);
}
