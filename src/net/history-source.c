/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "address.h"
#include "buildkite.h"
#include "github-statuses.h"
#include "json-answer.h"
#include "markdown.h"
#include "utc-time.h"

#include "history-source.h"

/* Builds whose jobs are asked for at once: some 200 jobs of 2 kB each in a build of a large project. */
#define BUILDS_AT_ONCE 10

typedef struct {
  HistoryBuild   *build;
  gint64          time;
  HistoryOutcome  outcome;
  RemoteJob      *job;      /* or NULL */
} Entry;

struct HistorySource {
  Http       *http;
  char       *slug;
  char       *branch;
  char       *repository;
  char       *organization;
  char       *pipeline;
  gboolean    has_api;
  char       *next_url;     /* of the list of older builds, or NULL */
  GPtrArray  *entries;      /* of Entry, oldest first */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  history_build_free (entry->build);
  remote_job_free (entry->job);
  g_free (entry);
}

void
history_source_free (HistorySource *source)
{
  if (source == NULL)
    return;

  http_unref (source->http);
  g_free (source->slug);
  g_free (source->branch);
  g_free (source->repository);
  g_free (source->organization);
  g_free (source->pipeline);
  g_free (source->next_url);
  g_ptr_array_unref (source->entries);
  g_free (source);
}

static void
add_entry (HistorySource *source,
           HistoryBuild  *build,
           gint64         time,
           gboolean       is_none)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->build = build;
  entry->time = time;
  entry->outcome = is_none ? HISTORY_NONE : HISTORY_NOT_ASKED;
  g_ptr_array_add (source->entries, entry);
}

static Entry *
get_entry (HistorySource *source,
           guint          index)
{
  return g_ptr_array_index (source->entries, index);
}

/* Whether nothing ran in a build of STATE to its end, or nothing did yet. */
static gboolean
is_without_outcome (const char *state)
{
  static const char * const states[] = { "creating", "scheduled", "running", "failing", "skipped", "not_run", "canceled", "canceling", NULL };

  return g_strv_contains (states, state);
}

/* "HEAD", of a build for which no commit was checked out, says nothing. */
static void
add_build (HistorySource *source,
           JsonObject    *object)
{
  g_autofree char *base = service_dup_url (SERVICE_BUILDKITE);
  gint64 number = json_answer_read_integer (object, "number");
  const char *commit = json_answer_read_string (object, "commit");
  g_autofree char *url = g_strdup_printf ("%s/%s/%s/builds/%" G_GINT64_FORMAT, base, source->organization, source->pipeline,
                                          number);

  if (number > 0)
    add_entry (source, history_build_new (number, markdown_is_commit (commit) ? commit : "", url,
                                          json_answer_read_time (object, "finished_at")),
               json_answer_read_time (object, "created_at"), is_without_outcome (json_answer_read_string (object, "state")));
}

/* A commit; which build it has is not known before it is asked for. */
static void
add_commit (HistorySource *source,
            JsonObject    *object)
{
  const char *sha = json_answer_read_string (object, "sha");
  JsonObject *commit = json_answer_read_object (object, "commit");

  if (*sha != '\0')
    add_entry (source, history_build_new (0, sha, "", 0),
               json_answer_read_time (json_answer_read_object (commit, "committer"), "date"), FALSE);
}

/* A whole day, so that the address stays the same all day. */
static char *
dup_since (void)
{
  gint64 day = g_get_real_time () / G_USEC_PER_SEC / SECONDS_A_DAY - HISTORY_MAX_DAYS;

  return utc_time_dup_text (day * SECONDS_A_DAY);
}

/* Reads the list at the next address, newest first, and puts what it has before what is there. */
static gboolean
read_list (HistorySource  *source,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autoptr (GPtrArray) newer = g_steal_pointer (&source->entries);
  HttpRequest request = { .url = source->next_url, .keep = HTTP_KEEP_FRESH };
  g_autoptr (HttpAnswer) answer = http_ask (source->http, &request, cancellable, error);
  JsonArray *items = answer != NULL ? json_answer_get_array (answer->json) : NULL;

  if (answer != NULL && items == NULL)
    http_error_set_unknown (error, source->next_url);
  source->entries = g_ptr_array_new_with_free_func (entry_free);
  for (guint i = json_answer_count (items); i > 0; i--)
    if (newer->len + i <= HISTORY_MAX_BUILDS) {
      if (source->has_api)
        add_build (source, json_answer_read_item (items, i - 1));
      else
        add_commit (source, json_answer_read_item (items, i - 1));
    }
  g_ptr_array_extend_and_steal (source->entries, g_steal_pointer (&newer));
  g_free (source->next_url);
  source->next_url = items != NULL && source->entries->len < HISTORY_MAX_BUILDS ? g_strdup (answer->next_url) : NULL;

  return items != NULL;
}

/* The address of a list of BRANCH's builds, of which the API has PER_PAGE a page (transfer full). */
static char *
dup_list_url (HistorySource *source,
              guint          per_page,
              const char    *rest)
{
  g_autofree char *base = service_dup_url (SERVICE_BUILDKITE_API);
  g_autofree char *escaped = g_uri_escape_string (source->branch, NULL, FALSE);
  g_autofree char *since = dup_since ();

  return g_strdup_printf ("%s/v2/organizations/%s/pipelines/%s/builds?branch=%s&created_from=%s&exclude_pipeline=true"
                          "&per_page=%u%s",
                          base, source->organization, source->pipeline, escaped, since, per_page, rest);
}

static gboolean
list_builds (HistorySource  *source,
             GCancellable   *cancellable,
             GError        **error)
{
  source->next_url = dup_list_url (source, 100, "&exclude_jobs=true");

  return read_list (source, cancellable, error);
}

static gboolean
list_commits (HistorySource  *source,
              GCancellable   *cancellable,
              GError        **error)
{
  g_autofree char *base = service_dup_url (SERVICE_GITHUB_API);
  g_autofree char *escaped = g_uri_escape_string (source->branch, NULL, FALSE);
  g_autofree char *since = dup_since ();
  g_autofree char *url = g_strdup_printf ("%s/repos/%s/commits?sha=%s&since=%s&per_page=100", base, source->repository, escaped,
                                          since);

  source->next_url = g_steal_pointer (&url);

  return read_list (source, cancellable, error);
}

static gboolean
list (HistorySource  *source,
      GCancellable   *cancellable,
      GError        **error)
{
  g_autoptr (GError) local = NULL;

  source->has_api = *source->pipeline != '\0' && http_has_token (source->http, SERVICE_BUILDKITE_API);
  if (source->has_api) {
    if (list_builds (source, cancellable, &local))
      return TRUE;
    if (!http_error_is_refusal (local) || *source->repository == '\0') {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    g_ptr_array_set_size (source->entries, 0);
    source->has_api = FALSE;
  }
  if (*source->repository == '\0') {
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_ADDRESS, _("The profile names neither a repository nor a pipeline with a token for it"));
    return FALSE;
  }

  return list_commits (source, cancellable, error);
}

HistorySource *
history_source_new (Http           *http,
                    const Profile  *profile,
                    const char     *job,
                    const char     *branch,
                    GCancellable   *cancellable,
                    GError        **error)
{
  g_autoptr (HistorySource) source = g_new0 (HistorySource, 1);
  const ProfileCi *ci = profile_get_ci (profile);

  source->http = http_ref (http);
  source->slug = remote_job_dup_slug (job);
  source->branch = g_strdup (branch);
  source->repository = g_strdup (profile_get_repository (profile));
  source->organization = g_strdup (ci->organization);
  source->pipeline = g_strdup (ci->pipeline);
  source->entries = g_ptr_array_new_with_free_func (entry_free);

  return list (source, cancellable, error) ? g_steal_pointer (&source) : NULL;
}

gboolean
history_source_has_api (HistorySource *source)
{
  return source->has_api;
}

gboolean
history_source_has_more (HistorySource *source)
{
  return source->next_url != NULL;
}

int
history_source_list_more (HistorySource  *source,
                          GCancellable   *cancellable,
                          GError        **error)
{
  guint before = source->entries->len;

  if (!history_source_has_more (source))
    return 0;

  return read_list (source, cancellable, error) ? (int) (source->entries->len - before) : -1;
}

guint
history_source_get_n (HistorySource *source)
{
  return source->entries->len;
}

const HistoryBuild *
history_source_get_build (HistorySource *source,
                          guint          index)
{
  return get_entry (source, index)->build;
}

gint64
history_source_get_time (HistorySource *source,
                         guint          index)
{
  return get_entry (source, index)->time;
}

HistoryOutcome
history_source_get_outcome (HistorySource *source,
                            guint          index)
{
  return get_entry (source, index)->outcome;
}

const RemoteJob *
history_source_get_job (HistorySource *source,
                        guint          index)
{
  return get_entry (source, index)->job;
}

static HistoryOutcome
read_outcome (const RemoteJob *job)
{
  switch (job->state) {
    case REMOTE_JOB_PASSED:
    case REMOTE_JOB_SOFT_FAILED:
      return HISTORY_GOOD;
    case REMOTE_JOB_FAILED:
      return HISTORY_BAD;
    default:
      return HISTORY_NONE;
  }
}

/* Whether JOB says more of its build than BEFORE, another of its name (a shard): one that failed first, then one that has no
 * outcome, since what it would have run was not seen to pass. */
static gboolean
is_worse (const RemoteJob *job,
          const RemoteJob *before)
{
  if (before == NULL)
    return TRUE;

  return read_outcome (before) != HISTORY_BAD && read_outcome (job) != HISTORY_GOOD;
}

/* What became of the job among JOBS: its last attempt. */
static void
take_jobs (HistorySource *source,
           Entry         *entry,
           GPtrArray     *jobs)
{
  for (guint i = 0; i < jobs->len; i++) {
    RemoteJob *job = g_ptr_array_index (jobs, i);

    if (job->is_retried || !remote_job_has_slug (job, source->slug) || !is_worse (job, entry->job))
      continue;
    remote_job_free (entry->job);
    entry->job = remote_job_copy (job);
  }
  entry->outcome = entry->job != NULL ? read_outcome (entry->job) : HISTORY_NONE;
}

static Entry *
find_entry (HistorySource *source,
            gint64         number)
{
  for (guint i = 0; i < source->entries->len; i++)
    if (get_entry (source, i)->build->number == number)
      return get_entry (source, i);

  return NULL;
}

/* Asks for build INDEX and those beside it. */
static gboolean
ask_builds (HistorySource  *source,
            guint           index,
            GCancellable   *cancellable,
            GError        **error)
{
  guint page = (source->entries->len - 1 - index) / BUILDS_AT_ONCE + 1;
  g_autofree char *rest = g_strdup_printf ("&include_retried_jobs=true&page=%u", page);
  g_autofree char *url = dup_list_url (source, BUILDS_AT_ONCE, rest);
  HttpRequest request = { .url = url, .keep = HTTP_KEEP_FRESH };
  g_autoptr (HttpAnswer) answer = http_ask (source->http, &request, cancellable, error);
  JsonArray *builds = answer != NULL ? json_answer_get_array (answer->json) : NULL;

  for (guint i = 0; i < json_answer_count (builds); i++) {
    JsonObject *object = json_answer_read_item (builds, i);
    Entry *entry = find_entry (source, json_answer_read_integer (object, "number"));
    g_autoptr (GPtrArray) jobs = NULL;

    if (entry == NULL || entry->outcome != HISTORY_NOT_ASKED)
      continue;
    jobs = buildkite_read_jobs (source->organization, source->pipeline, object);
    take_jobs (source, entry, jobs);
  }

  return answer != NULL;
}

/* Asks for ENTRY alone. */
static gboolean
ask_build (HistorySource  *source,
           Entry          *entry,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry->build->number);
  g_autoptr (GPtrArray) jobs = buildkite_list_jobs (source->http, source->organization, source->pipeline, number, cancellable,
                                                    error);

  if (jobs != NULL)
    take_jobs (source, entry, jobs);

  return jobs != NULL;
}

/* What STATUS, of ENTRY's job or of the whole build, tells of it. */
static void
take_status (HistorySource      *source,
             Entry              *entry,
             const GithubStatus *status,
             gboolean            is_job)
{
  g_autoptr (Address) address = address_parse (status->url, NULL);

  if (!github_status_is_of_branch (status, address, source->organization, source->pipeline))
    return;
  if (entry->build->number == 0) {
    HistoryBuild *build = history_build_new (g_ascii_strtoll (address->number, NULL, 10), entry->build->commit, status->url,
                                             status->updated_at);

    history_build_free (entry->build);
    entry->build = build;
  }
  if (is_job && entry->job == NULL)
    entry->job = github_status_make_job (status, address);
}

static gboolean
ask_commit (HistorySource  *source,
            Entry          *entry,
            GCancellable   *cancellable,
            GError        **error)
{
  const GithubStatusJob wanted = { source->organization, source->pipeline, source->slug };
  g_autoptr (GPtrArray) statuses = github_list_statuses (source->http, source->repository, entry->build->commit, &wanted,
                                                         cancellable, error);

  if (statuses == NULL)
    return FALSE;
  for (guint i = 0; i < statuses->len; i++) {
    const GithubStatus *status = g_ptr_array_index (statuses, i);
    const char *slug = github_status_get_slug (status);

    if (slug != NULL && (*slug == '\0' || g_str_equal (slug, source->slug)))
      take_status (source, entry, status, *slug != '\0');
  }
  entry->outcome = entry->job != NULL ? read_outcome (entry->job) : HISTORY_NONE;

  return TRUE;
}

HistoryOutcome
history_source_ask (HistorySource  *source,
                    guint           index,
                    GCancellable   *cancellable,
                    GError        **error)
{
  Entry *entry = get_entry (source, index);
  gboolean is_answered = TRUE;

  if (entry->outcome == HISTORY_NOT_ASKED && source->has_api)
    is_answered = ask_builds (source, index, cancellable, error);
  /* New builds came meanwhile, and the pages are others. */
  if (is_answered && entry->outcome == HISTORY_NOT_ASKED)
    is_answered = source->has_api ? ask_build (source, entry, cancellable, error)
                                  : ask_commit (source, entry, cancellable, error);

  return is_answered ? entry->outcome : HISTORY_NONE;
}
