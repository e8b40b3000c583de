/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "masker.h"
#include "tracker-issue.h"

#include "triage-row.h"

static void
issue_destroy (gpointer issue)
{
  tracker_issue_unref (issue);
}

/* The name of FAILURE's test as it may be shown: a test's parameters may hold secrets. */
static char *
dup_test (const Failure *failure)
{
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *name = failure_dup_full_name (failure);

  return masker_dup_text (masker, name);
}

TriageRow *
triage_row_new (const Failure *failure)
{
  TriageRow *row = g_new0 (TriageRow, 1);

  row->test = dup_test (failure);
  row->failure = failure_copy (failure);
  row->jobs = g_ptr_array_new_with_free_func (g_free);
  row->issues = g_ptr_array_new_with_free_func (issue_destroy);

  return row;
}

void
triage_row_free (TriageRow *row)
{
  if (row == NULL)
    return;

  g_free (row->test);
  failure_free (row->failure);
  g_ptr_array_unref (row->jobs);
  remote_job_free (row->last_job);
  g_ptr_array_unref (row->issues);
  g_free (row);
}

gboolean
triage_row_is_always (const TriageRow *row)
{
  return row->reliability <= 0;
}

int
triage_row_get_percent (const TriageRow *row)
{
  int percent = (int) (row->reliability * 100 + 0.5);

  if (percent >= 100 && row->n_failed > 0)
    return 99;

  return percent <= 0 && !triage_row_is_always (row) ? 1 : percent;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

static void
add_name (TriageRow  *row,
          const char *name)
{
  if (*name == '\0' || g_ptr_array_find_with_equal_func (row->jobs, name, g_str_equal, NULL))
    return;
  g_ptr_array_add (row->jobs, g_strdup (name));
  g_ptr_array_sort (row->jobs, compare_names);
}

static gboolean
is_newer (const RemoteJob *job,
          const RemoteJob *other)
{
  gint64 build = g_ascii_strtoll (job->build, NULL, 10);
  gint64 other_build = g_ascii_strtoll (other->build, NULL, 10);

  return build > other_build || (build == other_build && job->finished_at > other->finished_at);
}

void
triage_row_add_job (TriageRow       *row,
                    const RemoteJob *job,
                    const Failure   *failure)
{
  add_name (row, job->name);
  if (row->last_job != NULL && !is_newer (job, row->last_job))
    return;
  remote_job_free (row->last_job);
  row->last_job = remote_job_copy (job);
  failure_free (row->failure);
  row->failure = failure_copy (failure);
  g_free (row->test);
  row->test = dup_test (failure);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TriageRow *row = *(const TriageRow * const *) a;
  const TriageRow *other = *(const TriageRow * const *) b;

  if (row->reliability != other->reliability)
    return row->reliability < other->reliability ? -1 : 1;
  if (row->n_failed != other->n_failed)
    return row->n_failed > other->n_failed ? -1 : 1;

  return strcmp (row->test, other->test);
}

void
triage_rows_sort (GPtrArray *rows)
{
  g_ptr_array_sort (rows, compare_rows);
}
