/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "path-tail.h"
#include "test-name.h"

#include "triage-runs.h"

/* Tests of all logs together that become rows. */
#define MAX_ROWS 5000

/* How a job fared. */
typedef struct {
  guint64 n_passed;
  guint64 n_failed;    /* for tests that its log names */
  guint64 n_unread;    /* it failed, and it is not known for what */
} JobCounts;

/* A row that is being made, and how often each job failed for its test, as far as logs were read. */
typedef struct {
  TriageRow  *row;
  GHashTable *n_failed;    /* job's name -> number */
} Tally;

void
triage_run_destroy (gpointer data)
{
  TriageRun *run = data;

  remote_job_free (run->job);
  if (run->findings != NULL)
    findings_unref (run->findings);
  g_free (run);
}

void
triage_runs_add (GPtrArray       *runs,
                 const RemoteJob *job)
{
  TriageRun *run;

  if (job->state != REMOTE_JOB_PASSED && job->state != REMOTE_JOB_FAILED && job->state != REMOTE_JOB_SOFT_FAILED)
    return;
  run = g_new0 (TriageRun, 1);
  run->job = remote_job_copy (job);
  g_ptr_array_add (runs, run);
}

static TriageRun *
get (GPtrArray *runs,
     guint      index)
{
  return g_ptr_array_index (runs, index);
}

static int
compare_runs (gconstpointer a,
              gconstpointer b)
{
  const RemoteJob *job = (*(const TriageRun * const *) a)->job;
  const RemoteJob *other = (*(const TriageRun * const *) b)->job;
  gint64 build = g_ascii_strtoll (job->build, NULL, 10);
  gint64 other_build = g_ascii_strtoll (other->build, NULL, 10);

  if (build != other_build)
    return build > other_build ? -1 : 1;

  return strcmp (job->name, other->name);
}

void
triage_runs_sort (GPtrArray *runs)
{
  g_ptr_array_sort (runs, compare_runs);
}

static void
append_all (GArray *indexes,
            GArray *others)
{
  if (others->len > 0)
    g_array_append_vals (indexes, others->data, others->len);
}

GArray *
triage_runs_choose (GPtrArray *runs)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) uncounted = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) older = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) uncounted_names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < runs->len; i++) {
    const RemoteJob *job = get (runs, i)->job;
    gboolean is_counted = remote_job_counts (job);

    if (job->state == REMOTE_JOB_PASSED)
      continue;
    if (!g_hash_table_add (is_counted ? names : uncounted_names, job->name))
      g_array_append_val (older, i);
    else if (is_counted)
      g_array_append_val (chosen, i);
    else
      g_array_append_val (uncounted, i);
  }
  append_all (chosen, uncounted);
  append_all (chosen, older);

  return chosen;
}

/* Whether a run failed for FAILURE, which names a test. */
static gboolean
counts (const Failure *failure)
{
  return !failure->flaky && *failure->test != '\0';
}

static gboolean
names_test (const Findings *findings)
{
  for (guint i = 0; i < findings->failures->len; i++)
    if (counts (g_ptr_array_index (findings->failures, i)))
      return TRUE;

  return FALSE;
}

/* By the jobs' names, borrowed. */
static GHashTable *
count_jobs (GPtrArray *runs)
{
  GHashTable *jobs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < runs->len; i++) {
    const TriageRun *run = get (runs, i);
    JobCounts *job = g_hash_table_lookup (jobs, run->job->name);

    if (job == NULL) {
      job = g_new0 (JobCounts, 1);
      g_hash_table_insert (jobs, run->job->name, job);
    }
    if (run->job->state == REMOTE_JOB_PASSED)
      job->n_passed++;
    else if (run->findings == NULL)
      job->n_unread++;
    else
      job->n_failed += names_test (run->findings);
  }

  return jobs;
}

/* What the names of one test have in common, from wherever its job was run. */
static char *
dup_key (const Failure *failure)
{
  g_autofree char *name = failure_dup_full_name (failure);
  const char *start = name;

  if (g_str_has_prefix (start, "./"))
    start += strlen ("./");
  if (g_str_has_prefix (start, "tests/"))
    start += strlen ("tests/");

  return g_strdup (start);
}

static void
tally_free (gpointer data)
{
  Tally *tally = data;

  triage_row_free (tally->row);
  g_hash_table_unref (tally->n_failed);
  g_free (tally);
}

/* That of FAILURE's test, which is made where there is none yet, or NULL where there are too many. */
static Tally *
find_tally (GHashTable    *tallies,
            const Failure *failure)
{
  g_autofree char *key = dup_key (failure);
  Tally *tally = g_hash_table_lookup (tallies, key);

  if (tally == NULL && g_hash_table_size (tallies) < MAX_ROWS) {
    tally = g_new0 (Tally, 1);
    tally->row = triage_row_new (failure);
    tally->n_failed = g_hash_table_new (g_str_hash, g_str_equal);
    g_hash_table_insert (tallies, g_steal_pointer (&key), tally);
  }

  return tally;
}

/* A run fails once for a test, however often its log says so. */
static void
add_run (GHashTable      *tallies,
         const TriageRun *run)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < run->findings->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (run->findings->failures, i);
    Tally *tally = counts (failure) ? find_tally (tallies, failure) : NULL;
    const char *job = run->job->name;

    if (tally == NULL || !g_hash_table_add (seen, tally))
      continue;
    g_hash_table_insert (tally->n_failed, (char *) job,
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (tally->n_failed, job)) + 1));
    triage_row_add_job (tally->row, run->job, failure);
  }
}

/* Counts the runs of all jobs in which the test is. Where logs were not read, it failed in as many of these runs as in the
 * others. */
static TriageRow *
finish_row (Tally      *tally,
            GHashTable *jobs)
{
  TriageRow *row = g_steal_pointer (&tally->row);
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, tally->n_failed);
  while (g_hash_table_iter_next (&iter, &name, &value)) {
    const JobCounts *job = g_hash_table_lookup (jobs, name);
    guint64 n_failed = GPOINTER_TO_UINT (value);

    row->n_runs += job->n_passed + job->n_failed + job->n_unread;
    row->n_failed += n_failed + (job->n_unread * n_failed + job->n_failed / 2) / job->n_failed;
  }
  row->reliability = (double) (row->n_runs - row->n_failed) / row->n_runs;

  return row;
}

GPtrArray *
triage_runs_make_rows (GPtrArray *runs)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) triage_row_free);
  g_autoptr (GHashTable) tallies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, tally_free);
  g_autoptr (GHashTable) jobs = count_jobs (runs);
  GHashTableIter iter;
  gpointer tally;

  for (guint i = 0; i < runs->len; i++)
    if (get (runs, i)->findings != NULL)
      add_run (tallies, get (runs, i));
  g_hash_table_iter_init (&iter, tallies);
  while (g_hash_table_iter_next (&iter, NULL, &tally))
    g_ptr_array_add (rows, finish_row (tally, jobs));
  triage_rows_sort (rows);

  return rows;
}

/* ROWS by what their names have after the last slash, which all ways to write a name share (of GPtrArray). */
static GHashTable *
index_rows (GPtrArray *rows)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < rows->len; i++) {
    TriageRow *row = g_ptr_array_index (rows, i);
    g_autofree char *name = failure_dup_full_name (row->failure);
    GPtrArray *same = g_hash_table_lookup (index, path_get_name (name));

    if (same == NULL) {
      same = g_ptr_array_new ();
      g_hash_table_insert (index, g_strdup (path_get_name (name)), same);
    }
    g_ptr_array_add (same, row);
  }

  return index;
}

static void
tell_rows (GHashTable      *index,
           const Failure   *failure,
           const RemoteJob *job)
{
  g_autofree char *name = failure_dup_full_name (failure);
  GPtrArray *rows = g_hash_table_lookup (index, path_get_name (name));

  for (guint i = 0; rows != NULL && i < rows->len; i++) {
    TriageRow *row = g_ptr_array_index (rows, i);
    g_autofree char *other = failure_dup_full_name (row->failure);

    if (test_name_is_same (name, other))
      triage_row_add_job (row, job, failure);
  }
}

void
triage_runs_tell_rows (GPtrArray *runs,
                       GPtrArray *rows)
{
  g_autoptr (GHashTable) index = index_rows (rows);

  for (guint i = 0; i < runs->len; i++) {
    const TriageRun *run = get (runs, i);

    for (guint k = 0; run->findings != NULL && k < run->findings->failures->len; k++) {
      const Failure *failure = g_ptr_array_index (run->findings->failures, k);

      if (counts (failure))
        tell_rows (index, failure, run->job);
    }
  }
}

guint
triage_runs_count_unnamed (GPtrArray *runs)
{
  guint n = 0;

  for (guint i = 0; i < runs->len; i++) {
    const TriageRun *run = get (runs, i);

    n += run->findings != NULL && !names_test (run->findings);
  }

  return n;
}

guint
triage_runs_count_unread (GPtrArray *runs)
{
  guint n = 0;

  for (guint i = 0; i < runs->len; i++) {
    const TriageRun *run = get (runs, i);

    n += run->findings == NULL && run->job->state != REMOTE_JOB_PASSED;
  }

  return n;
}
