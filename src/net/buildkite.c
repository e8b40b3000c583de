/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "address.h"
#include "json-answer.h"
#include "markdown.h"
#include "utc-time.h"

#include "buildkite.h"

#define MAX_PAGES 40
#define MAX_JOBS  5000
#define MAX_BYTES (64 * 1024 * 1024)     /* of all pages */

/* A build, and what is known of it. */
typedef struct {
  Http         *http;
  const char   *organization;
  const char   *pipeline;
  const char   *number;
  GCancellable *cancellable;
  GPtrArray    *jobs;
  GHashTable   *ids;           /* of JOBS, borrowed from them */
  HttpKeep      keep;
} Build;

/* As the API says it; the pages have "finished" instead of what came of it. */
static RemoteJobState
read_state (const char *state,
            gboolean    is_passed,
            gboolean    is_soft)
{
  static const char * const running[] = { "running", "scheduled", "assigned", "accepted", "waiting", "blocked", "limited",
                                          "limiting", "pending", "canceling", "timing_out", "creating", "platform_limited",
                                          "platform_limiting", NULL };

  if (g_strv_contains (running, state))
    return REMOTE_JOB_RUNNING;
  if (g_str_equal (state, "canceled"))
    return REMOTE_JOB_CANCELED;
  if (g_str_equal (state, "passed") || (g_str_equal (state, "finished") && is_passed))
    return REMOTE_JOB_PASSED;
  if (g_str_equal (state, "failed") || g_str_equal (state, "timed_out") || g_str_equal (state, "finished"))
    return is_soft ? REMOTE_JOB_SOFT_FAILED : REMOTE_JOB_FAILED;

  return REMOTE_JOB_SKIPPED;
}

/* Whether NUMBER stands in NAME as a word. */
static gboolean
has_number (const char *name,
            gint64      number)
{
  for (const char *at = name; *at != '\0';) {
    gsize length = strspn (at, "0123456789");

    if (length > 0 && g_ascii_strtoll (at, NULL, 10) == number)
      return TRUE;
    at += MAX (length, 1);
  }

  return FALSE;
}

/* "Shard 1/4" of one of several jobs with the same name, which may say so itself. */
static char *
dup_name (JsonObject *object)
{
  const char *name = json_answer_read_string (object, "name");
  gint64 index = json_answer_read_integer (object, "parallel_group_index");
  gint64 total = json_answer_read_integer (object, "parallel_group_total");

  if (total > 1 && index >= 0 && index < total && !has_number (name, index) && !has_number (name, index + 1))
    return g_strdup_printf ("%s %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, name, index + 1, total);

  return g_strdup (name);
}

static void
add_job (Build      *build,
         JsonObject *object)
{
  g_autofree char *base = service_dup_url (SERVICE_BUILDKITE);
  const char *type = json_answer_read_string (object, "type");
  const char *id = json_answer_read_string (object, "id");
  RemoteJob *job;

  if (!address_is_id (id) || (*type != '\0' && !g_str_equal (type, "script")) || build->jobs->len >= MAX_JOBS ||
      g_hash_table_contains (build->ids, id))
    return;
  job = remote_job_new ();
  job->service = SERVICE_BUILDKITE;
  own_string_set (&job->id, id);
  own_string_set (&job->step, json_answer_read_string (object, "step_uuid"));
  if (*job->step == '\0')
    own_string_set (&job->step, json_answer_read_string (json_answer_read_object (object, "step"), "id"));
  g_free (job->name);
  job->name = dup_name (object);
  own_string_set (&job->label, json_answer_read_string (object, "name"));
  job->state = read_state (json_answer_read_string (object, "state"), json_answer_read_boolean (object, "passed"),
                           json_answer_read_boolean (object, "soft_failed"));
  job->is_retried = json_answer_read_boolean (object, "retried") || json_answer_has_value (object, "retried_in_job_uuid") ||
                    json_answer_has_value (object, "retried_in_job_id");
  job->finished_at = json_answer_read_time (object, "finished_at");
  own_string_set (&job->owner, build->organization);
  own_string_set (&job->pipeline, build->pipeline);
  own_string_set (&job->build, build->number);
  g_free (job->url);
  job->url = g_strdup_printf ("%s/%s/%s/builds/%s#%s", base, job->owner, job->pipeline, job->build, job->id);
  g_ptr_array_add (build->jobs, job);
  g_hash_table_add (build->ids, job->id);
}

/* "owner/name" of a repository's address, or of a commit's, or "" (transfer full). */
static char *
dup_repository (const char *url)
{
  g_autoptr (Address) address = address_parse (url, NULL);
  g_auto (GStrv) words = g_strsplit_set (url, "/:", -1);
  guint n = g_strv_length (words);

  if (address != NULL && address->kind == ADDRESS_GITHUB_COMMIT)
    return g_strconcat (address->owner, "/", address->name, NULL);
  if (n < 2 || strstr (url, "github.com") == NULL)
    return g_strdup ("");
  if (g_str_has_suffix (words[n - 1], ".git"))
    words[n - 1][strlen (words[n - 1]) - 4] = '\0';

  return g_strconcat (words[n - 2], "/", words[n - 1], NULL);
}

/* What BUILD's JSON tells of all its jobs, in the API's words or in those of the pages. */
static void
take_facts (Build      *build,
            JsonObject *object)
{
  JsonObject *pull = json_answer_read_object (object, "pull_request");
  JsonObject *pipeline = json_answer_read_object (object, "pipeline");
  const char *branch = json_answer_read_string (object, "branch");
  const char *commit = json_answer_read_string (object, "commit");
  const char *number = json_answer_read_string (pull, "id");
  g_autofree char *repository = dup_repository (pipeline != NULL ? json_answer_read_string (pipeline, "repository")
                                                                  : json_answer_read_string (object, "commit_url"));

  if (*branch == '\0')
    branch = json_answer_read_string (object, "branch_name");
  if (*commit == '\0')
    commit = json_answer_read_string (object, "commit_id");
  /* "HEAD", of a build for which none was checked out, says less than the log. */
  if (!markdown_is_commit (commit))
    commit = "";
  for (guint i = 0; i < build->jobs->len; i++) {
    RemoteJob *job = g_ptr_array_index (build->jobs, i);

    own_string_set (&job->branch, branch);
    own_string_set (&job->commit, commit);
    own_string_set (&job->pull_request, number);
    own_string_set (&job->repository, repository);
  }
}

static gboolean
has_ended (Build      *build,
           JsonObject *object)
{
  for (guint i = 0; i < build->jobs->len; i++)
    if (!remote_job_is_finished (g_ptr_array_index (build->jobs, i)))
      return FALSE;

  return build->jobs->len > 0 && json_answer_has_value (object, "finished_at");
}

static void
set_changed (GError **error)
{
  g_set_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER,
               _("Buildkite’s list of the jobs cannot be read, its pages may have changed; open the job’s log in the browser and drop it here"));
}

/* Whether somebody may still retry one of the jobs, so that what was kept may not be so any more. */
static gboolean
may_change (GPtrArray *jobs)
{
  gint64 since = g_get_real_time () / G_USEC_PER_SEC - SECONDS_TO_SETTLE;

  for (guint i = 0; i < jobs->len; i++)
    if (((const RemoteJob *) g_ptr_array_index (jobs, i))->finished_at > since)
      return TRUE;

  return FALSE;
}

/* Adds the jobs of ARRAY. FALSE where it is no list of jobs, as far as that is known: one that has none may be empty. */
static gboolean
add_jobs (Build     *build,
          JsonArray *array,
          GError   **error)
{
  gboolean has_ids = json_answer_count (array) == 0;

  for (guint i = 0; i < json_answer_count (array); i++) {
    JsonObject *object = json_answer_read_item (array, i);

    has_ids |= *json_answer_read_string (object, "id") != '\0';
    add_job (build, object);
  }
  if (array == NULL || !has_ids)
    set_changed (error);

  return array != NULL && has_ids;
}

static gboolean
take_build (Build       *build,
            JsonObject  *object,
            GError     **error)
{
  if (!add_jobs (build, json_answer_read_array (object, "jobs"), error))
    return FALSE;
  take_facts (build, object);

  return TRUE;
}

GPtrArray *
buildkite_read_jobs (const char *organization,
                     const char *pipeline,
                     JsonObject *object)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, json_answer_read_integer (object, "number"));
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Build build = { .organization = organization, .pipeline = pipeline, .number = number,
                  .jobs = remote_jobs_new (), .ids = ids };

  take_build (&build, object, NULL);

  return build.jobs;
}

static gboolean
list_from_api (Build   *build,
               GError **error)
{
  g_autofree char *base = service_dup_url (SERVICE_BUILDKITE_API);
  g_autofree char *url = g_strdup_printf ("%s/v2/organizations/%s/pipelines/%s/builds/%s?include_retried_jobs=true", base,
                                          build->organization, build->pipeline, build->number);
  HttpRequest request = { .url = url, .keep = build->keep };
  g_autoptr (HttpAnswer) answer = http_ask (build->http, &request, build->cancellable, error);
  JsonObject *object = answer != NULL ? json_answer_get_object (answer->json) : NULL;

  if (answer == NULL)
    return FALSE;
  if (!take_build (build, object, error))
    return FALSE;
  if (has_ended (build, object))
    http_keep (build->http, &request, answer);

  return TRUE;
}

static gboolean
visit (Http          *http,
       const char    *organization,
       const char    *pipeline,
       const char    *number,
       GCancellable  *cancellable,
       GError       **error)
{
  g_autofree char *base = service_dup_url (SERVICE_BUILDKITE);
  g_autofree char *url = g_strdup_printf ("%s/%s/%s/builds/%s", base, organization, pipeline, number);
  HttpRequest request = { .url = url, .accept = "text/html" };
  g_autoptr (HttpTransfer) transfer = NULL;

  if (http_has_cookie (http))
    return TRUE;
  transfer = http_open (http, &request, cancellable, error);

  return transfer != NULL && http_transfer_skip (transfer, cancellable, error);
}

gboolean
buildkite_visit (Http             *http,
                 const RemoteJob  *job,
                 GCancellable     *cancellable,
                 GError          **error)
{
  return visit (http, job->owner, job->pipeline, job->build, cancellable, error);
}

/* The answer to one of the build's pages, which wants the cookie where it is not kept. */
static HttpAnswer *
ask_page (Build              *build,
          const HttpRequest  *request,
          GError            **error)
{
  if ((request->keep == HTTP_KEEP_NOTHING || !http_has_kept (build->http, request)) &&
      !visit (build->http, build->organization, build->pipeline, build->number, build->cancellable, error))
    return NULL;

  return http_ask (build->http, request, build->cancellable, error);
}

static char *
dup_page_url (const Build *build,
              const char  *rest)
{
  g_autofree char *base = service_dup_url (SERVICE_BUILDKITE);

  return g_strdup_printf ("%s/%s/%s/builds/%s%s", base, build->organization, build->pipeline, build->number, rest);
}

/* Jobs of one page; RET_MORE says whether there is another. */
static HttpAnswer *
list_page (Build             *build,
           const HttpRequest *request,
           gboolean          *ret_more,
           GError           **error)
{
  g_autoptr (HttpAnswer) answer = ask_page (build, request, error);
  JsonObject *object = answer != NULL ? json_answer_get_object (answer->json) : NULL;
  JsonArray *records = json_answer_read_array (object, "records");

  if (answer == NULL)
    return NULL;
  if (!add_jobs (build, records, error))
    return NULL;
  *ret_more = json_answer_read_boolean (object, "has_next_page");

  return g_steal_pointer (&answer);
}

/* The facts of the build, which its jobs do without where the page is not there. */
static gboolean
ask_facts (Build *build)
{
  g_autofree char *url = dup_page_url (build, ".json");
  HttpRequest request = { .url = url, .keep = build->keep };
  g_autoptr (HttpAnswer) answer = ask_page (build, &request, NULL);
  JsonObject *object = answer != NULL ? json_answer_get_object (answer->json) : NULL;
  gboolean is_final = has_ended (build, object);

  if (object == NULL)
    return FALSE;
  take_facts (build, object);
  if (is_final)
    http_keep (build->http, &request, answer);

  return is_final;
}

static gboolean
list_from_pages (Build   *build,
                 GError **error)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) http_answer_free);
  g_autoptr (GPtrArray) urls = g_ptr_array_new_with_free_func (g_free);
  gboolean has_more = TRUE;
  gsize n_bytes = 0;

  for (guint page = 1; has_more && page <= MAX_PAGES && n_bytes < MAX_BYTES; page++) {
    g_autofree char *rest = g_strdup_printf ("/data/jobs?include_retried_jobs=true&paginate=false&page=%u", page);
    char *url = dup_page_url (build, rest);
    HttpRequest request = { .url = url, .keep = build->keep };
    HttpAnswer *answer;

    g_ptr_array_add (urls, url);
    answer = list_page (build, &request, &has_more, error);
    if (answer == NULL)
      return FALSE;
    g_ptr_array_add (answers, answer);
    n_bytes += g_bytes_get_size (answer->body);
  }
  if (ask_facts (build))
    for (guint i = 0; i < answers->len; i++) {
      HttpRequest request = { .url = g_ptr_array_index (urls, i), .keep = build->keep };

      http_keep (build->http, &request, g_ptr_array_index (answers, i));
    }

  return TRUE;
}

/* The jobs of BUILD, of which nothing is known yet. */
static gboolean
list_jobs (Build   *build,
           GError **error)
{
  g_autoptr (GError) local = NULL;

  if (http_has_token (build->http, SERVICE_BUILDKITE_API)) {
    if (list_from_api (build, &local))
      return TRUE;
    /* A token of another organization sees nothing of what everybody may see. */
    if (!http_error_is_refusal (local) && !g_error_matches (local, HTTP_ERROR, HTTP_ERROR_ANSWER)) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  }
  if (!list_from_pages (build, error))
    return FALSE;
  remote_jobs_mark_retried (build->jobs);

  return TRUE;
}

static GPtrArray *
list_with (Http          *http,
           HttpKeep       keep,
           const char    *organization,
           const char    *pipeline,
           const char    *number,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GPtrArray) jobs = remote_jobs_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Build build = { http, organization, pipeline, number, cancellable, jobs, ids, keep };

  return list_jobs (&build, error) ? g_steal_pointer (&jobs) : NULL;
}

GPtrArray *
buildkite_list_jobs (Http          *http,
                     const char    *organization,
                     const char    *pipeline,
                     const char    *number,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return list_with (http, HTTP_KEEP_FRESH, organization, pipeline, number, cancellable, error);
}

GPtrArray *
buildkite_list_jobs_now (Http          *http,
                         const char    *organization,
                         const char    *pipeline,
                         const char    *number,
                         GCancellable  *cancellable,
                         GError       **error)
{
  guint n_requests = http_get_n_requests (http);
  g_autoptr (GPtrArray) jobs = list_with (http, HTTP_KEEP_FRESH, organization, pipeline, number, cancellable, error);

  if (jobs == NULL || http_get_n_requests (http) > n_requests || !may_change (jobs))
    return g_steal_pointer (&jobs);

  return list_with (http, HTTP_KEEP_NOTHING, organization, pipeline, number, cancellable, error);
}

char *
buildkite_dup_log_url (const RemoteJob *job,
                       gboolean         with_token)
{
  g_autofree char *base = service_dup_url (with_token ? SERVICE_BUILDKITE_API : SERVICE_BUILDKITE);

  if (with_token && *job->build != '\0')
    return g_strdup_printf ("%s/v2/organizations/%s/pipelines/%s/builds/%s/jobs/%s/log", base, job->owner, job->pipeline,
                            job->build, job->id);
  if (with_token)
    return g_strdup_printf ("%s/v2/organizations/%s/jobs/%s/log", base, job->owner, job->id);

  return g_strdup_printf ("%s/organizations/%s/pipelines/%s/builds/%s/jobs/%s/download", base, job->owner, job->pipeline,
                          job->build, job->id);
}
