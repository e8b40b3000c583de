/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "address.h"
#include "buildkite.h"
#include "github-statuses.h"
#include "json-answer.h"
#include "triage-runs.h"

#include "triage-statuses.h"

/* Builds whose jobs are listed for nothing but their names, and for jobs of which the status does not tell which they are. */
#define MAX_LISTS_FOR_NAMES 5
#define MAX_LISTS           50

/* Commits after which it is given up. */
#define MAX_FAILURES 3

/* The commits (element-type utf8), newest first, at most MAX; RET_N is how many there are, as far as is known. */
static GPtrArray *
list_commits (const TriageLook  *look,
              guint              max,
              guint             *ret_n,
              GError           **error)
{
  g_autoptr (GPtrArray) commits = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *base = service_dup_url (SERVICE_GITHUB_API);
  g_autofree char *branch = g_uri_escape_string (look->branch, NULL, FALSE);
  g_autofree char *since = triage_look_dup_since (look);
  g_autofree char *url = g_strdup_printf ("%s/repos/%s/commits?sha=%s&since=%s&per_page=100", base,
                                          profile_get_repository (look->profile), branch, since);

  *ret_n = 0;
  while (url != NULL && commits->len < max) {
    HttpRequest request = { .url = url, .keep = HTTP_KEEP_FRESH };
    g_autoptr (HttpAnswer) answer = http_ask (look->http, &request, look->cancellable, error);
    JsonArray *items = answer != NULL ? json_answer_get_array (answer->json) : NULL;

    if (answer == NULL)
      return NULL;
    for (guint i = 0; i < json_array_count (items); i++) {
      const char *sha = json_object_read_string (json_array_read_object (items, i), "sha");

      *ret_n += 1;
      if (*sha != '\0' && commits->len < max)
        g_ptr_array_add (commits, g_strdup (sha));
    }
    g_free (url);
    url = g_strdup (answer->next_url);
  }

  return g_steal_pointer (&commits);
}

static void
set (char       **field,
     const char  *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static RemoteJobState
read_state (GithubStatusState state)
{
  switch (state) {
  case GITHUB_STATUS_SUCCESS:
    return REMOTE_JOB_PASSED;
  case GITHUB_STATUS_FAILURE:
    return REMOTE_JOB_FAILED;
  default:
    return REMOTE_JOB_SKIPPED;
  }
}

/* Whether STATUS is of a pull request's build, which the same commit may have as well. */
static gboolean
is_of_pull (const GithubStatus *status)
{
  g_auto (GStrv) parts = g_strsplit (status->context, "/", -1);

  return g_strv_length (parts) > 3 && g_str_equal (parts[2], "pr");
}

/* The job that STATUS tells of, by its slug, or NULL where it is none of the branch's (transfer full). */
static RemoteJob *
make_job (const TriageLook   *look,
          const GithubStatus *status,
          const char         *commit)
{
  const ProfileCi *ci = profile_get_ci (look->profile);
  const char *slug = github_status_get_slug (status);
  g_autoptr (Address) address = address_parse (status->url, NULL);
  RemoteJob *job;

  if (slug == NULL || *slug == '\0' || is_of_pull (status) || address == NULL ||
      (address->kind != ADDRESS_BUILDKITE_BUILD && address->kind != ADDRESS_BUILDKITE_JOB) ||
      (*ci->pipeline != '\0' && (!g_str_equal (address->owner, ci->organization) || !g_str_equal (address->name, ci->pipeline))))
    return NULL;
  job = remote_job_new ();
  job->service = SERVICE_BUILDKITE;
  job->state = read_state (status->state);
  job->finished_at = status->updated_at;
  set (&job->id, address->job);
  set (&job->name, slug);
  set (&job->url, status->url);
  set (&job->owner, address->owner);
  set (&job->pipeline, address->name);
  set (&job->build, address->number);
  set (&job->repository, profile_get_repository (look->profile));
  set (&job->branch, look->branch);
  set (&job->commit, commit);

  return job;
}

static gboolean
read_commit (const TriageLook  *look,
             const char        *commit,
             GPtrArray         *runs,
             GError           **error)
{
  g_autoptr (GPtrArray) statuses = github_list_statuses (look->http, profile_get_repository (look->profile), commit,
                                                         look->cancellable, error);

  for (guint i = 0; statuses != NULL && i < statuses->len; i++) {
    g_autoptr (RemoteJob) job = make_job (look, g_ptr_array_index (statuses, i), commit);

    if (job != NULL)
      triage_runs_add (runs, job);
  }

  return statuses != NULL;
}

/* What the commits' statuses tell; FALSE where none could be read. */
static gboolean
read_commits (const TriageLook  *look,
              GPtrArray         *commits,
              GPtrArray         *runs,
              GError           **error)
{
  g_autoptr (GError) first = NULL;
  guint n_failed = 0;
  guint n_read = 0;

  for (guint i = 0; i < commits->len; i++) {
    g_autoptr (GError) local = NULL;

    triage_look_tell (look, _("Commit %u of %u"), i + 1, commits->len);
    if (read_commit (look, g_ptr_array_index (commits, i), runs, &local)) {
      n_read++;
      continue;
    }
    n_failed++;
    if (first == NULL)
      first = g_error_copy (local);
    if (n_failed >= MAX_FAILURES || triage_look_is_end (local))
      break;
  }
  if (g_cancellable_set_error_if_cancelled (look->cancellable, error))
    return FALSE;
  if (n_read == 0 && first != NULL) {
    g_propagate_error (error, g_steal_pointer (&first));
    return FALSE;
  }
  if (first != NULL)
    triage_look_warn (look, ngettext ("Only %u of %u commit was looked at: %s", "Only %u of %u commits were looked at: %s",
                                      commits->len), n_read, commits->len, first->message);

  return TRUE;
}

/* A job that failed, whose id or name is not known yet; NULL: none. The oldest, since of a build that has ended the list is
 * kept. */
static const RemoteJob *
find_unnamed (GPtrArray  *runs,
              GHashTable *names,
              GHashTable *listed)
{
  gboolean wants_names = g_hash_table_size (listed) < MAX_LISTS_FOR_NAMES;

  for (guint i = runs->len; i > 0; i--) {
    const RemoteJob *job = ((TriageRun *) g_ptr_array_index (runs, i - 1))->job;

    if (job->state == REMOTE_JOB_FAILED && !g_hash_table_contains (listed, job->build) &&
        (*job->id == '\0' || (wants_names && !g_hash_table_contains (names, job->name))))
      return job;
  }

  return NULL;
}

/* Takes the names of the jobs of JOB's build by their slugs, and the ids of those that do not have theirs. */
static void
list_build (const TriageLook *look,
            const RemoteJob  *job,
            GPtrArray        *runs,
            GHashTable       *names)
{
  g_autoptr (GPtrArray) jobs = buildkite_list_jobs (look->http, job->owner, job->pipeline, job->build, look->cancellable, NULL);

  for (guint i = 0; jobs != NULL && i < jobs->len; i++) {
    const RemoteJob *listed = g_ptr_array_index (jobs, i);
    char *slug = remote_job_dup_slug (listed->name);

    for (guint k = 0; k < runs->len; k++) {
      RemoteJob *run = ((TriageRun *) g_ptr_array_index (runs, k))->job;

      if (*run->id == '\0' && !listed->is_retried && g_str_equal (run->build, listed->build) && g_str_equal (run->name, slug))
        set (&run->id, listed->id);
    }
    g_hash_table_replace (names, slug, g_strdup (listed->name));
  }
}

/* Statuses have slugs; the names are those of the builds' jobs, of which few have to be asked for. */
static void
name_jobs (const TriageLook *look,
           GPtrArray        *runs)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const RemoteJob *unnamed;

  while (g_hash_table_size (listed) < MAX_LISTS && (unnamed = find_unnamed (runs, names, listed)) != NULL) {
    g_hash_table_add (listed, g_strdup (unnamed->build));
    list_build (look, unnamed, runs, names);
  }
  for (guint i = 0; i < runs->len; i++) {
    RemoteJob *job = ((TriageRun *) g_ptr_array_index (runs, i))->job;
    const char *name = g_hash_table_lookup (names, job->name);

    if (name != NULL)
      set (&job->name, name);
  }
}

GPtrArray *
triage_statuses_read (const TriageLook  *look,
                      GError           **error)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (triage_run_destroy);
  gboolean has_token = http_has_token (look->http, SERVICE_GITHUB_API);
  g_autoptr (GPtrArray) commits = NULL;
  guint n;

  if (*profile_get_repository (look->profile) == '\0') {
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_ADDRESS, _("The profile “%s” names neither a repository nor a pipeline with a token for it"),
                 profile_get_name (look->profile));
    return NULL;
  }
  commits = list_commits (look, has_token ? TRIAGE_MAX_COMMITS_WITH_TOKEN : TRIAGE_MAX_COMMITS, &n, error);
  if (commits == NULL)
    return NULL;
  if (n > commits->len)
    triage_look_warn (look, has_token ? _("Only the newest %u commits were looked at")
                                      : _("Only the newest %u commits were looked at: without a token GitHub answers 60 requests an hour"),
                      commits->len);
  if (!read_commits (look, commits, runs, error))
    return NULL;
  triage_runs_sort (runs);
  name_jobs (look, runs);

  return g_steal_pointer (&runs);
}
