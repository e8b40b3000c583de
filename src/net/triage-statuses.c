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
#include "utc-time.h"

#include "triage-statuses.h"

/* Builds whose jobs are listed for nothing but their names, and for jobs of which the status does not tell which they are. */
#define MAX_LISTS_FOR_NAMES 5
#define MAX_LISTS           50

/* Commits after which it is given up. */
#define MAX_FAILURES 3

static gboolean
is_commit (const char *sha)
{
  return strlen (sha) >= 40 && strspn (sha, "0123456789abcdef") == strlen (sha);
}

/* Adds those of ITEMS. FALSE where they are no commits, as far as that is known. */
static gboolean
add_commits (GPtrArray *commits,
             JsonArray *items)
{
  guint n = json_answer_count (items);
  guint before = commits->len;

  for (guint i = 0; i < n; i++) {
    const char *sha = json_answer_read_string (json_answer_read_item (items, i), "sha");

    if (is_commit (sha))
      g_ptr_array_add (commits, g_strdup (sha));
  }

  return items != NULL && (n == 0 || commits->len > before);
}

/* The commits (element-type utf8), newest first, at most about TRIAGE_MAX_COMMITS. */
static GPtrArray *
list_commits (const TriageLook  *look,
              GError           **error)
{
  g_autoptr (GPtrArray) commits = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *base = service_dup_url (SERVICE_GITHUB_API);
  g_autofree char *branch = g_uri_escape_string (look->branch, NULL, FALSE);
  g_autofree char *since = utc_time_dup_text (look->since);
  g_autofree char *url = g_strdup_printf ("%s/repos/%s/commits?sha=%s&since=%s&per_page=100", base,
                                          profile_get_repository (look->profile), branch, since);

  while (url != NULL && commits->len < TRIAGE_MAX_COMMITS) {
    HttpRequest request = { .url = url, .keep = HTTP_KEEP_FRESH };
    g_autoptr (HttpAnswer) answer = http_ask (look->http, &request, look->cancellable, error);

    if (answer == NULL)
      return NULL;
    if (!add_commits (commits, json_answer_get_array (answer->json))) {
      http_error_set_unknown (error, url);
      return NULL;
    }
    g_free (url);
    url = g_strdup (answer->next_url);
  }
  if (url != NULL)
    triage_look_warn (look, _("Only the newest %u commits were looked at"), commits->len);

  return g_steal_pointer (&commits);
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

  if (slug == NULL || *slug == '\0' || !github_status_is_of_branch (status, address, ci->organization, ci->pipeline))
    return NULL;
  job = github_status_make_job (status, address);
  own_string_set (&job->repository, profile_get_repository (look->profile));
  own_string_set (&job->branch, look->branch);
  own_string_set (&job->commit, commit);

  return job;
}

static gboolean
read_commit (const TriageLook  *look,
             const char        *commit,
             GPtrArray         *runs,
             GError           **error)
{
  g_autoptr (GPtrArray) statuses = github_list_statuses (look->http, profile_get_repository (look->profile), commit, NULL,
                                                         look->cancellable, error);

  for (guint i = 0; statuses != NULL && i < statuses->len; i++) {
    g_autoptr (RemoteJob) job = make_job (look, g_ptr_array_index (statuses, i), commit);

    if (job != NULL)
      triage_runs_add (runs, job);
  }

  return statuses != NULL;
}

/* How the statuses are read. */
typedef struct {
  guint   n_read;
  guint   n_failed;
  guint   n_left_out;    /* there would have been too many requests */
  GError *error;         /* of the first that failed */
} Reading;

/* FALSE: there is no use in asking for another one. */
static gboolean
try_commit (const TriageLook *look,
            Reading          *reading,
            const char       *commit,
            GPtrArray        *runs)
{
  g_autoptr (GError) error = NULL;
  gboolean goes_on;

  if (read_commit (look, commit, runs, &error)) {
    reading->n_read++;
    return TRUE;
  }
  reading->n_failed++;
  goes_on = reading->n_failed < MAX_FAILURES && !triage_look_is_end (error);
  if (reading->error == NULL)
    reading->error = g_steal_pointer (&error);

  return goes_on;
}

static void
warn (const TriageLook *look,
      const Reading    *reading,
      guint             n_commits)
{
  if (reading->error != NULL)
    triage_look_warn (look, ngettext ("Only %u of %u commit was looked at: %s", "Only %u of %u commits were looked at: %s",
                                      n_commits), reading->n_read, n_commits, reading->error->message);
  else if (reading->n_left_out > 0)
    triage_look_warn (look, ngettext ("Only %u of %u commit was looked at: without a token GitHub answers 60 requests an hour",
                                      "Only %u of %u commits were looked at: without a token GitHub answers 60 requests an hour",
                                      n_commits), reading->n_read, n_commits);
}

/* What the commits' statuses tell; FALSE where none could be read. */
static gboolean
read_commits (const TriageLook  *look,
              GPtrArray         *commits,
              GPtrArray         *runs,
              GError           **error)
{
  guint max_requests = http_has_token (look->http, SERVICE_GITHUB_API) ? G_MAXUINT : TRIAGE_MAX_REQUESTS;
  guint n_before = http_get_n_requests (look->http);
  Reading reading = { 0, 0, 0, NULL };
  gboolean is_read;

  for (guint i = 0; i < commits->len; i++) {
    const char *commit = g_ptr_array_index (commits, i);
    gboolean may_ask = http_get_n_requests (look->http) - n_before < max_requests;

    triage_look_tell (look, _("Commit %u of %u"), i + 1, commits->len);
    if (!may_ask && !github_has_statuses (look->http, profile_get_repository (look->profile), commit))
      reading.n_left_out++;
    else if (!try_commit (look, &reading, commit, runs))
      break;
  }
  is_read = !g_cancellable_set_error_if_cancelled (look->cancellable, error);
  if (is_read && reading.n_read == 0 && reading.error != NULL) {
    g_propagate_error (error, g_error_copy (reading.error));
    is_read = FALSE;
  }
  if (is_read)
    warn (look, &reading, commits->len);
  g_clear_error (&reading.error);

  return is_read;
}

/* WORD of JOB's pipeline, where others may have the same (transfer full). */
static char *
dup_key (const RemoteJob *job,
         const char      *word)
{
  return g_strdup_printf ("%s/%s/%s", job->owner, job->pipeline, word);
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
    g_autofree char *build = dup_key (job, job->build);
    g_autofree char *name = dup_key (job, job->name);

    if (job->state == REMOTE_JOB_FAILED && !g_hash_table_contains (listed, build) &&
        (*job->id == '\0' || (wants_names && !g_hash_table_contains (names, name))))
      return job;
  }

  return NULL;
}

/* Notes JOB by the slug of NAME, its own or its label's, which several jobs share: of those one that failed. */
static void
note_job (const RemoteJob *job,
          const char      *name,
          GHashTable      *names,
          GHashTable      *jobs)
{
  g_autofree char *slug = remote_job_dup_slug (name);
  const RemoteJob *other = g_hash_table_lookup (jobs, slug);

  g_hash_table_replace (names, dup_key (job, slug), g_strdup (name));
  if (!job->is_retried && (other == NULL || !remote_job_counts (other)))
    g_hash_table_replace (jobs, g_steal_pointer (&slug), (gpointer) job);
}

/* Takes the names of the jobs of JOB's build by their slugs, and the ids of those that do not have theirs. */
static void
list_build (const TriageLook *look,
            const RemoteJob  *job,
            GPtrArray        *runs,
            GHashTable       *names)
{
  g_autoptr (GPtrArray) jobs = buildkite_list_jobs (look->http, job->owner, job->pipeline, job->build, look->cancellable, NULL);
  g_autoptr (GHashTable) by_slug = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *build = dup_key (job, job->build);

  for (guint i = 0; jobs != NULL && i < jobs->len; i++) {
    const RemoteJob *listed = g_ptr_array_index (jobs, i);

    if (*listed->label != '\0' && !g_str_equal (listed->label, listed->name))
      note_job (listed, listed->label, names, by_slug);
    note_job (listed, listed->name, names, by_slug);
  }
  for (guint i = 0; i < runs->len; i++) {
    RemoteJob *run = ((TriageRun *) g_ptr_array_index (runs, i))->job;
    const RemoteJob *found = g_hash_table_lookup (by_slug, run->name);
    g_autofree char *run_build = dup_key (run, run->build);

    if (*run->id == '\0' && found != NULL && g_str_equal (run_build, build))
      own_string_set (&run->id, found->id);
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
    g_hash_table_add (listed, dup_key (unnamed, unnamed->build));
    list_build (look, unnamed, runs, names);
  }
  for (guint i = 0; i < runs->len; i++) {
    RemoteJob *job = ((TriageRun *) g_ptr_array_index (runs, i))->job;
    g_autofree char *key = dup_key (job, job->name);
    const char *name = g_hash_table_lookup (names, key);

    if (name != NULL)
      own_string_set (&job->name, name);
  }
}

GPtrArray *
triage_statuses_read (const TriageLook  *look,
                      GError           **error)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (triage_run_destroy);
  g_autoptr (GPtrArray) commits = NULL;

  if (*profile_get_repository (look->profile) == '\0') {
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_ADDRESS,
                 _("The profile “%s” names neither a repository nor a pipeline with a token for it"),
                 profile_get_name (look->profile));
    return NULL;
  }
  commits = list_commits (look, error);
  if (commits == NULL || !read_commits (look, commits, runs, error))
    return NULL;
  if (runs->len == 0 && commits->len > 0) {
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_NOT_FOUND,
                 ngettext ("GitHub has no outcome of a Buildkite job for the last %u commit of %s",
                           "GitHub has no outcome of a Buildkite job for the last %u commits of %s", commits->len),
                 commits->len, look->branch);
    return NULL;
  }
  triage_runs_sort (runs);
  name_jobs (look, runs);

  return g_steal_pointer (&runs);
}
