/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "remote-job.h"

#define MAX_SLUG  200
#define ID_LENGTH 8

/* The members that are strings. */
static const gsize strings[] = {
  G_STRUCT_OFFSET (RemoteJob, id), G_STRUCT_OFFSET (RemoteJob, step), G_STRUCT_OFFSET (RemoteJob, name),
  G_STRUCT_OFFSET (RemoteJob, label), G_STRUCT_OFFSET (RemoteJob, url), G_STRUCT_OFFSET (RemoteJob, owner),
  G_STRUCT_OFFSET (RemoteJob, pipeline), G_STRUCT_OFFSET (RemoteJob, build), G_STRUCT_OFFSET (RemoteJob, repository),
  G_STRUCT_OFFSET (RemoteJob, branch), G_STRUCT_OFFSET (RemoteJob, commit), G_STRUCT_OFFSET (RemoteJob, pull_request),
};

RemoteJob *
remote_job_new (void)
{
  RemoteJob *job = g_new0 (RemoteJob, 1);

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    G_STRUCT_MEMBER (char *, job, strings[i]) = g_strdup ("");
  job->state = REMOTE_JOB_SKIPPED;

  return job;
}

RemoteJob *
remote_job_copy (const RemoteJob *job)
{
  RemoteJob *copy = g_memdup2 (job, sizeof *job);

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    G_STRUCT_MEMBER (char *, copy, strings[i]) = g_strdup (G_STRUCT_MEMBER (char *, job, strings[i]));

  return copy;
}

void
remote_job_free (RemoteJob *job)
{
  if (job == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_free (G_STRUCT_MEMBER (char *, job, strings[i]));
  g_free (job);
}

static void
job_destroy (gpointer job)
{
  remote_job_free (job);
}

GPtrArray *
remote_jobs_new (void)
{
  return g_ptr_array_new_with_free_func (job_destroy);
}

const char *
remote_job_state_to_string (RemoteJobState state)
{
  static const char * const names[] = { "passed", "failed", "soft-failed", "running", "canceled", "skipped" };

  return names[state];
}

gboolean
remote_job_counts (const RemoteJob *job)
{
  return job->state == REMOTE_JOB_FAILED && !job->is_retried;
}

gboolean
remote_job_is_finished (const RemoteJob *job)
{
  return job->state != REMOTE_JOB_RUNNING && (job->state == REMOTE_JOB_SKIPPED || job->finished_at > 0);
}

char *
remote_job_dup_slug (const char *name)
{
  GString *slug = g_string_new (NULL);

  for (const char *at = name; *at != '\0' && slug->len < MAX_SLUG; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (slug, g_ascii_tolower (*at));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);

  return g_string_free (slug, FALSE);
}

gboolean
remote_job_has_slug (const RemoteJob *job,
                     const char      *slug)
{
  g_autofree char *own = remote_job_dup_slug (job->name);
  g_autofree char *shared = remote_job_dup_slug (job->label);

  return g_str_equal (own, slug) || (*job->label != '\0' && g_str_equal (shared, slug));
}

char *
remote_job_dup_file_name (const RemoteJob *job)
{
  g_autofree char *pipeline = remote_job_dup_slug (job->pipeline);
  g_autofree char *build = remote_job_dup_slug (job->build);
  g_autofree char *slug = remote_job_dup_slug (job->name);
  g_autofree char *id = remote_job_dup_slug (job->id);
  gsize length = strlen (id);
  /* GitHub counts on: those of one run begin alike. */
  const char *short_id = job->service == SERVICE_GITHUB && length > ID_LENGTH ? id + length - ID_LENGTH : id;

  return g_strdup_printf ("%.40s_build_%.20s_%.100s_%.*s.log", *pipeline != '\0' ? pipeline : "ci", *build != '\0' ? build : "0",
                          *slug != '\0' ? slug : "job", ID_LENGTH, *short_id != '\0' ? short_id : "0");
}

/* Whether JOB, which is listed after OTHER, is an attempt before it. */
static gboolean
is_before (const RemoteJob *job,
           const RemoteJob *other)
{
  if (!remote_job_is_finished (job))
    return FALSE;

  return !remote_job_is_finished (other) || other->finished_at > job->finished_at;
}

void
remote_jobs_mark_retried (GPtrArray *jobs)
{
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < jobs->len; i++) {
    RemoteJob *job = g_ptr_array_index (jobs, i);
    g_autofree char *key = g_strconcat (job->step, "\n", job->name, NULL);
    RemoteJob *other = g_hash_table_lookup (last, key);

    if (*job->step == '\0' || job->is_retried)
      continue;
    if (other != NULL && is_before (job, other)) {
      job->is_retried = TRUE;
      continue;
    }
    if (other != NULL)
      other->is_retried = TRUE;
    g_hash_table_replace (last, g_steal_pointer (&key), job);
  }
}
