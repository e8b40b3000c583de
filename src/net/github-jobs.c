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

#include "github-jobs.h"

#define MAX_PAGES  20
#define MAX_JOBS   5000
#define MAX_BUILDS 4     /* of Buildkite's that a commit's checks lead to and whose jobs are listed */

/* Where jobs are looked for. */
typedef struct {
  Http         *http;
  const char   *owner;
  const char   *name;
  GCancellable *cancellable;
  GPtrArray    *jobs;
} Search;

static RemoteJobState
read_state (JsonObject *object)
{
  const char *conclusion = json_answer_read_string (object, "conclusion");

  if (!g_str_equal (json_answer_read_string (object, "status"), "completed"))
    return REMOTE_JOB_RUNNING;
  if (g_str_equal (conclusion, "success") || g_str_equal (conclusion, "neutral"))
    return REMOTE_JOB_PASSED;
  if (g_str_equal (conclusion, "cancelled"))
    return REMOTE_JOB_CANCELED;

  return g_str_equal (conclusion, "skipped") || g_str_equal (conclusion, "stale") ? REMOTE_JOB_SKIPPED : REMOTE_JOB_FAILED;
}

/* A job or a check of OBJECT, whose numbers are the same. */
static RemoteJob *
make_job (const Search *search,
          JsonObject   *object)
{
  RemoteJob *job = remote_job_new ();

  job->service = SERVICE_GITHUB;
  job->state = read_state (object);
  job->finished_at = json_answer_read_time (object, "completed_at");
  g_free (job->id);
  job->id = g_strdup_printf ("%" G_GINT64_FORMAT, json_answer_read_integer (object, "id"));
  own_string_set (&job->name, json_answer_read_string (object, "name"));
  own_string_set (&job->url, json_answer_read_string (object, "html_url"));
  own_string_set (&job->owner, search->owner);
  own_string_set (&job->pipeline, search->name);
  g_free (job->build);
  job->build = json_answer_read_integer (object, "run_id") > 0
                 ? g_strdup_printf ("%" G_GINT64_FORMAT, json_answer_read_integer (object, "run_id")) : g_strdup ("");
  g_free (job->repository);
  job->repository = g_strconcat (search->owner, "/", search->name, NULL);
  own_string_set (&job->branch, json_answer_read_string (object, "head_branch"));
  own_string_set (&job->commit, json_answer_read_string (object, "head_sha"));

  return job;
}

/* Checks of other services have logs elsewhere. */
static void
add_job (const Search *search,
         JsonObject   *object)
{
  JsonObject *app = json_answer_read_object (object, "app");

  if (search->jobs->len < MAX_JOBS && json_answer_read_integer (object, "id") > 0 &&
      (app == NULL || g_str_equal (json_answer_read_string (app, "slug"), "github-actions")))
    g_ptr_array_add (search->jobs, make_job (search, object));
}

static char *
dup_url (const Search *search,
         const char   *rest)
{
  g_autofree char *base = service_dup_url (SERVICE_GITHUB_API);

  return g_strdup_printf ("%s/repos/%s/%s%s", base, search->owner, search->name, rest);
}

static void
set_changed (GError     **error,
             const char  *url)
{
  g_autofree char *shown = http_error_dup_url (url);

  g_set_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER,
               _("GitHub answers in a way that is not known; save the job’s log in the browser and open that: %s"), shown);
}

/* The object that URL answers with, which has MEMBER; NULL where there is none. It belongs to RET_ANSWER. */
static JsonObject *
ask (const Search  *search,
     const char    *url,
     const char    *member,
     HttpAnswer   **ret_answer,
     GError       **error)
{
  HttpRequest request = { .url = url, .keep = HTTP_KEEP_FRESH };
  JsonObject *object;

  *ret_answer = http_ask (search->http, &request, search->cancellable, error);
  if (*ret_answer == NULL)
    return NULL;
  object = json_answer_get_object ((*ret_answer)->json);
  if (json_answer_has_value (object, member))
    return object;
  set_changed (error, url);

  return NULL;
}

/* Adds the jobs of the list MEMBER of URL and of the pages after it; those that are no jobs of GitHub Actions are left out. */
static gboolean
add_pages (const Search  *search,
           const char    *first,
           const char    *member,
           GError       **error)
{
  g_autofree char *url = g_strdup (first);

  for (guint page = 0; url != NULL && page < MAX_PAGES; page++) {
    g_autoptr (HttpAnswer) answer = NULL;
    JsonObject *object = ask (search, url, member, &answer, error);
    JsonArray *array = json_answer_read_array (object, member);

    if (object == NULL)
      return FALSE;
    for (guint i = 0; i < json_answer_count (array); i++)
      add_job (search, json_answer_read_item (array, i));
    g_free (url);
    url = g_strdup (answer->next_url);
  }

  return TRUE;
}

GPtrArray *
github_list_run_jobs (Http          *http,
                      const char    *owner,
                      const char    *name,
                      const char    *run,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GPtrArray) jobs = remote_jobs_new ();
  Search search = { http, owner, name, cancellable, jobs };
  g_autofree char *rest = g_strdup_printf ("/actions/runs/%s/jobs?filter=latest&per_page=100", run);
  g_autofree char *url = dup_url (&search, rest);

  return add_pages (&search, url, "jobs", error) ? g_steal_pointer (&jobs) : NULL;
}

RemoteJob *
github_read_job (Http          *http,
                 const char    *owner,
                 const char    *name,
                 const char    *id,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Search search = { http, owner, name, cancellable, NULL };
  g_autofree char *rest = g_strconcat ("/actions/jobs/", id, NULL);
  g_autofree char *url = dup_url (&search, rest);
  g_autoptr (HttpAnswer) answer = NULL;
  JsonObject *object = ask (&search, url, "id", &answer, error);

  return object != NULL ? make_job (&search, object) : NULL;
}

static gboolean
add_checks (const Search  *search,
            const char    *commit,
            GError       **error)
{
  g_autofree char *rest = g_strdup_printf ("/commits/%s/check-runs?filter=latest&per_page=100", commit);
  g_autofree char *url = dup_url (search, rest);

  return add_pages (search, url, "check_runs", error);
}

/* Adds all jobs of the build that ADDRESS leads to. FALSE where they cannot be listed. */
static gboolean
add_build (const Search  *search,
           const Address *address)
{
  GPtrArray *jobs = buildkite_list_jobs_now (search->http, address->owner, address->name, address->number,
                                             search->cancellable, NULL);

  if (jobs == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (search->jobs, jobs);

  return TRUE;
}

/* Adds the job of STATUS, which failed, with the others of its build. BUILDS are those that were asked for, each with whether
 * it could be listed. */
static void
add_failed (const Search       *search,
            const GithubStatus *status,
            GHashTable         *builds)
{
  g_autoptr (Address) address = address_parse (status->url, NULL);
  g_autofree char *build = NULL;
  gpointer is_listed = GINT_TO_POINTER (FALSE);

  if (address == NULL || (address->kind != ADDRESS_BUILDKITE_BUILD && address->kind != ADDRESS_BUILDKITE_JOB))
    return;
  build = g_strdup_printf ("%s/%s/%s", address->owner, address->name, address->number);
  if (!g_hash_table_lookup_extended (builds, build, NULL, &is_listed) && g_hash_table_size (builds) < MAX_BUILDS) {
    is_listed = GINT_TO_POINTER (add_build (search, address));
    g_hash_table_insert (builds, g_steal_pointer (&build), is_listed);
  }
  if (!GPOINTER_TO_INT (is_listed) && address->kind == ADDRESS_BUILDKITE_JOB && *address->job != '\0')
    g_ptr_array_add (search->jobs, github_status_make_job (status, address));
}

static gboolean
add_statuses (const Search  *search,
              const char    *commit,
              GError       **error)
{
  g_autofree char *repository = g_strconcat (search->owner, "/", search->name, NULL);
  g_autoptr (GPtrArray) statuses = github_list_statuses (search->http, repository, commit, NULL, search->cancellable, error);
  g_autoptr (GHashTable) builds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; statuses != NULL && i < statuses->len; i++) {
    const GithubStatus *status = g_ptr_array_index (statuses, i);

    if (status->state == GITHUB_STATUS_FAILURE && !g_cancellable_is_cancelled (search->cancellable))
      add_failed (search, status, builds);
  }

  return statuses != NULL && !g_cancellable_set_error_if_cancelled (search->cancellable, error);
}

GPtrArray *
github_list_commit_jobs (Http          *http,
                         const char    *owner,
                         const char    *name,
                         const char    *commit,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (GPtrArray) jobs = remote_jobs_new ();
  Search search = { http, owner, name, cancellable, jobs };

  if (!add_statuses (&search, commit, error) || !add_checks (&search, commit, error))
    return NULL;

  return g_steal_pointer (&jobs);
}

static gboolean
is_hash (const char *commit)
{
  gsize length = strlen (commit);

  return length >= 7 && length <= 64 && strspn (commit, "0123456789abcdefABCDEF") == length;
}

GPtrArray *
github_list_pull_jobs (Http          *http,
                       const char    *owner,
                       const char    *name,
                       const char    *pull,
                       GCancellable  *cancellable,
                       GError       **error)
{
  Search search = { http, owner, name, cancellable, NULL };
  g_autofree char *rest = g_strconcat ("/pulls/", pull, NULL);
  g_autofree char *url = dup_url (&search, rest);
  g_autoptr (HttpAnswer) answer = NULL;
  JsonObject *object = ask (&search, url, "head", &answer, error);
  g_autofree char *commit = g_strdup (json_answer_read_string (json_answer_read_object (object, "head"), "sha"));
  GPtrArray *jobs;

  if (object == NULL)
    return NULL;
  if (!is_hash (commit)) {
    set_changed (error, url);
    return NULL;
  }
  jobs = github_list_commit_jobs (http, owner, name, commit, cancellable, error);
  for (guint i = 0; jobs != NULL && i < jobs->len; i++)
    own_string_set (&((RemoteJob *) g_ptr_array_index (jobs, i))->pull_request, pull);

  return jobs;
}

char *
github_dup_log_url (const RemoteJob *job)
{
  g_autofree char *base = service_dup_url (SERVICE_GITHUB_API);

  return g_strdup_printf ("%s/repos/%s/%s/actions/jobs/%s/logs", base, job->owner, job->pipeline, job->id);
}
