/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "json-answer.h"
#include "utc-time.h"

#include "github-statuses.h"

#define MAX_PAGES 10
#define PREFIX    "buildkite/"

static void
status_free (gpointer data)
{
  GithubStatus *status = data;

  g_free (status->context);
  g_free (status->url);
  g_free (status);
}

static GithubStatusState
read_state (const char *state)
{
  if (g_str_equal (state, "success"))
    return GITHUB_STATUS_SUCCESS;
  if (g_str_equal (state, "failure"))
    return GITHUB_STATUS_FAILURE;

  return g_str_equal (state, "error") ? GITHUB_STATUS_ERROR : GITHUB_STATUS_PENDING;
}

static void
add_status (GPtrArray  *statuses,
            JsonObject *object)
{
  GithubStatus *status = g_new0 (GithubStatus, 1);

  status->context = g_strdup (json_answer_read_string (object, "context"));
  status->state = read_state (json_answer_read_string (object, "state"));
  status->url = g_strdup (json_answer_read_string (object, "target_url"));
  status->updated_at = json_answer_read_time (object, "updated_at");
  g_ptr_array_add (statuses, status);
}

static void
set_changed (GError     **error,
             const char  *url)
{
  g_autofree char *shown = http_error_dup_url (url);

  g_set_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER,
               _("GitHub’s list of checks cannot be read, it may have changed; give the address of the build or the job: %s"), shown);
}

/* Whether no job of STATUSES will be told of again, as far as one can know. A build that waits for somebody to go on stays
 * pending as a whole. */
static gboolean
is_settled (const GPtrArray *statuses)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; i < statuses->len; i++) {
    const GithubStatus *status = g_ptr_array_index (statuses, i);
    const char *slug = github_status_get_slug (status);

    if (now - status->updated_at < SECONDS_TO_SETTLE ||
        (status->state == GITHUB_STATUS_PENDING && slug != NULL && *slug != '\0'))
      return FALSE;
  }

  return statuses->len > 0;
}

static gboolean
has_job (const GPtrArray       *statuses,
         const GithubStatusJob *wanted)
{
  for (guint i = 0; i < statuses->len; i++) {
    const GithubStatus *status = g_ptr_array_index (statuses, i);
    g_autoptr (Address) address = NULL;

    if (g_strcmp0 (github_status_get_slug (status), wanted->slug) != 0)
      continue;
    address = address_parse (status->url, NULL);
    if (github_status_is_of_branch (status, address, wanted->organization, wanted->pipeline))
      return TRUE;
  }

  return FALSE;
}

static char *
dup_url (const char *repository,
         const char *commit)
{
  g_autofree char *base = service_dup_url (SERVICE_GITHUB_API);
  g_autofree char *escaped = g_uri_escape_string (commit, NULL, FALSE);

  return g_strdup_printf ("%s/repos/%s/commits/%s/status?per_page=100", base, repository, escaped);
}

gboolean
github_has_statuses (Http       *http,
                     const char *repository,
                     const char *commit)
{
  g_autofree char *url = dup_url (repository, commit);
  HttpRequest request = { .url = url, .keep = HTTP_KEEP_FRESH };

  return http_has_kept (http, &request);
}

GPtrArray *
github_list_statuses (Http                   *http,
                      const char             *repository,
                      const char             *commit,
                      const GithubStatusJob  *wanted,
                      GCancellable           *cancellable,
                      GError                **error)
{
  g_autoptr (GPtrArray) statuses = g_ptr_array_new_with_free_func (status_free);
  g_autofree char *url = dup_url (repository, commit);

  for (guint page = 0; url != NULL && page < MAX_PAGES; page++) {
    HttpRequest request = { .url = url, .keep = HTTP_KEEP_FRESH };
    g_autoptr (HttpAnswer) answer = http_ask (http, &request, cancellable, error);
    JsonArray *array = answer != NULL ? json_answer_read_array (json_answer_get_object (answer->json), "statuses") : NULL;

    if (answer == NULL)
      return NULL;
    if (array == NULL) {
      set_changed (error, url);
      return NULL;
    }
    for (guint i = 0; i < json_answer_count (array); i++)
      add_status (statuses, json_answer_read_item (array, i));
    if (is_settled (statuses))
      http_keep (http, &request, answer);
    g_free (url);
    url = wanted == NULL || !has_job (statuses, wanted) ? g_strdup (answer->next_url) : NULL;
  }

  return g_steal_pointer (&statuses);
}

const char *
github_status_get_slug (const GithubStatus *status)
{
  const char *slug;

  if (!g_str_has_prefix (status->context, PREFIX))
    return NULL;
  slug = strchr (status->context + strlen (PREFIX), '/');
  if (slug != NULL && g_str_has_prefix (slug, "/pr") && (slug[3] == '/' || slug[3] == '\0'))
    slug += 3;

  return slug != NULL && *slug == '/' ? slug + 1 : "";
}

gboolean
github_status_is_of_branch (const GithubStatus *status,
                            const Address      *address,
                            const char         *organization,
                            const char         *pipeline)
{
  g_auto (GStrv) parts = g_strsplit (status->context, "/", -1);

  if (github_status_get_slug (status) == NULL || (g_strv_length (parts) > 2 && g_str_equal (parts[2], "pr")))
    return FALSE;
  if (address == NULL || (address->kind != ADDRESS_BUILDKITE_BUILD && address->kind != ADDRESS_BUILDKITE_JOB))
    return FALSE;

  return *pipeline == '\0' || (g_str_equal (address->owner, organization) && g_str_equal (address->name, pipeline));
}

RemoteJob *
github_status_make_job (const GithubStatus *status,
                        const Address      *address)
{
  static const RemoteJobState states[] = {
    [GITHUB_STATUS_PENDING] = REMOTE_JOB_RUNNING,
    [GITHUB_STATUS_SUCCESS] = REMOTE_JOB_PASSED,
    [GITHUB_STATUS_FAILURE] = REMOTE_JOB_FAILED,
    [GITHUB_STATUS_ERROR] = REMOTE_JOB_CANCELED,
  };
  RemoteJob *job = remote_job_new ();

  job->service = SERVICE_BUILDKITE;
  job->state = states[status->state];
  job->finished_at = status->updated_at;
  own_string_set (&job->id, address->job);
  own_string_set (&job->name, github_status_get_slug (status));
  own_string_set (&job->url, status->url);
  own_string_set (&job->owner, address->owner);
  own_string_set (&job->pipeline, address->name);
  own_string_set (&job->build, address->number);

  return job;
}
