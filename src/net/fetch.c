/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "buildkite.h"
#include "cache-folder.h"
#include "github-jobs.h"
#include "http-stream.h"
#include "keeping-stream.h"
#include "plain-text.h"

#include "fetch.h"

#define ACCEPT_TEXT "text/plain, */*;q=0.5"
#define MAX_NAME    160     /* bytes */
#define MAX_TAIL    (64 * 1024 * 1024)
#define CHUNK       (64 * 1024)

static gboolean
is_meant (const Address   *address,
          const RemoteJob *job)
{
  if (*address->job != '\0')
    return g_str_equal (address->job, job->id);

  return *address->step != '\0' && g_str_equal (address->step, job->step) && !job->is_retried;
}

/* A job of which nothing but ADDRESS is known. */
static RemoteJob *
make_nameless (const Address *address)
{
  RemoteJob *job = remote_job_new ();
  char **fields[] = { &job->id, &job->owner, &job->pipeline, &job->build, &job->url };
  const char *values[] = { address->job, address->owner, address->name, address->number, address->url };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_free (*fields[i]);
    *fields[i] = g_strdup (values[i]);
  }
  job->service = SERVICE_BUILDKITE;
  job->state = REMOTE_JOB_FAILED;

  return job;
}

/* The one of JOBS that ADDRESS names. */
static GPtrArray *
choose_job (const Address  *address,
            GPtrArray      *jobs,
            GError        **error)
{
  GPtrArray *chosen = remote_jobs_new ();

  for (guint i = 0; jobs != NULL && i < jobs->len && chosen->len == 0; i++)
    if (is_meant (address, g_ptr_array_index (jobs, i)))
      g_ptr_array_add (chosen, remote_job_copy (g_ptr_array_index (jobs, i)));
  if (chosen->len == 0 && *address->job != '\0')
    g_ptr_array_add (chosen, make_nameless (address));
  if (chosen->len > 0)
    return chosen;
  g_ptr_array_unref (chosen);
  g_set_error (error, HTTP_ERROR, HTTP_ERROR_NOT_FOUND, _("Build %s has no such job, “--list” shows those that it has: %s"),
               address->number, address->url);

  return NULL;
}

static GPtrArray *
list_buildkite_job (Http           *http,
                    const Address  *address,
                    GCancellable   *cancellable,
                    GError        **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) jobs = NULL;

  if (*address->number != '\0' && *address->job != '\0')
    jobs = buildkite_list_jobs (http, address->owner, address->name, address->number, cancellable, &local);
  else if (*address->number != '\0')
    jobs = buildkite_list_jobs_now (http, address->owner, address->name, address->number, cancellable, &local);
  /* Its log may be there though the list is not. */
  if (jobs == NULL && local != NULL && (*address->job == '\0' || !g_error_matches (local, HTTP_ERROR, HTTP_ERROR_ANSWER))) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }

  return choose_job (address, jobs, error);
}

static GPtrArray *
list_github_job (Http           *http,
                 const Address  *address,
                 GCancellable   *cancellable,
                 GError        **error)
{
  g_autoptr (GPtrArray) jobs = remote_jobs_new ();
  RemoteJob *job = github_read_job (http, address->owner, address->name, address->job, cancellable, error);

  if (job == NULL)
    return NULL;
  g_ptr_array_add (jobs, job);

  return g_steal_pointer (&jobs);
}

GPtrArray *
fetch_list_jobs (Http           *http,
                 const Address  *address,
                 GCancellable   *cancellable,
                 GError        **error)
{
  switch (address->kind) {
    case ADDRESS_BUILDKITE_BUILD:
      return buildkite_list_jobs_now (http, address->owner, address->name, address->number, cancellable, error);
    case ADDRESS_BUILDKITE_JOB:
      return list_buildkite_job (http, address, cancellable, error);
    case ADDRESS_GITHUB_RUN:
      return github_list_run_jobs (http, address->owner, address->name, address->number, cancellable, error);
    case ADDRESS_GITHUB_JOB:
      return list_github_job (http, address, cancellable, error);
    case ADDRESS_GITHUB_PULL:
      return github_list_pull_jobs (http, address->owner, address->name, address->number, cancellable, error);
    case ADDRESS_GITHUB_COMMIT:
      return github_list_commit_jobs (http, address->owner, address->name, address->number, cancellable, error);
    default:
      g_return_val_if_reached (NULL);
  }
}

GPtrArray *
fetch_choose_failed (GPtrArray *jobs)
{
  GPtrArray *failed = g_ptr_array_new ();

  for (guint i = 0; i < jobs->len; i++)
    if (remote_job_counts (g_ptr_array_index (jobs, i)))
      g_ptr_array_add (failed, g_ptr_array_index (jobs, i));

  return failed;
}

/* Ids are a service's own, and another one may be where it is expected. */
static char *
dup_key (const RemoteJob *job)
{
  g_autofree char *base = service_dup_url (job->service);

  return g_strdup_printf ("%s %s", base, job->id);
}

static char *
dup_job_name (const RemoteJob *job)
{
  return *job->name != '\0' ? g_strdup (job->name) : g_strdup (job->id);
}

/* The log that was kept, or NULL. What is empty is none: it was not written before the machine went down. */
static GInputStream *
open_kept (const RemoteJob *job,
           goffset         *ret_size)
{
  g_autofree char *key = dup_key (job);
  g_autofree char *path = cache_folder_dup_path (&cache_folder_logs, key);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (GFileInfo) info = NULL;

  if (stream == NULL)
    return NULL;
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  if (info == NULL || g_file_info_get_size (info) == 0)
    return NULL;
  *ret_size = g_file_info_get_size (info);
  cache_folder_touch (path);

  return G_INPUT_STREAM (g_steal_pointer (&stream));
}

gboolean
fetch_has_kept (const RemoteJob *job)
{
  g_autofree char *key = dup_key (job);
  g_autofree char *path = cache_folder_dup_path (&cache_folder_logs, key);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* The log as the service gives it: with a token from its API, where that does not let anybody in from its pages. */
static GInputStream *
open_stream (Http             *http,
             const RemoteJob  *job,
             goffset          *ret_size,
             GCancellable     *cancellable,
             GError          **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *url = NULL;
  GInputStream *stream;

  if (job->service == SERVICE_GITHUB) {
    url = github_dup_log_url (job);
    return http_stream_open (http, url, ACCEPT_TEXT, ret_size, cancellable, error);
  }
  if (http_has_token (http, SERVICE_BUILDKITE_API)) {
    url = buildkite_dup_log_url (job, TRUE);
    stream = http_stream_open (http, url, "text/plain", ret_size, cancellable, &local);
    if (stream != NULL || !http_error_is_refusal (local) || *job->pipeline == '\0') {
      if (stream == NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      return stream;
    }
    g_clear_pointer (&url, g_free);
  } else if (*job->pipeline == '\0') {
    http_error_set_status (error, 401, job->url, FALSE, NULL, 0);
    return NULL;
  }
  if (!buildkite_visit (http, job, cancellable, error))
    return NULL;
  url = buildkite_dup_log_url (job, FALSE);

  return http_stream_open (http, url, ACCEPT_TEXT, ret_size, cancellable, error);
}

/* The same, from what was kept where it was, and kept where the job has ended. */
static GInputStream *
open_log (Http             *http,
          const RemoteJob  *job,
          goffset          *ret_size,
          GCancellable     *cancellable,
          GError          **error)
{
  g_autofree char *key = dup_key (job);
  GInputStream *stream = open_kept (job, ret_size);

  if (stream != NULL)
    return stream;
  stream = open_stream (http, job, ret_size, cancellable, error);

  return stream != NULL && remote_job_is_finished (job) ? keeping_stream_new (stream, key) : stream;
}

LogSource *
fetch_open_job (Http             *http,
                const RemoteJob  *job,
                GCancellable     *cancellable,
                GError          **error)
{
  g_autofree char *name = dup_job_name (job);
  goffset size = -1;
  g_autoptr (GInputStream) stream = open_log (http, job, &size, cancellable, error);
  LogSource *source;

  if (stream == NULL)
    return NULL;
  source = log_source_new (stream, name, size);
  source->uri = g_strdup (job->url);

  return source;
}

/* The last N_BYTES of STREAM, all of which is read. */
static GBytes *
read_tail (GInputStream  *stream,
           gsize          n_bytes,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GByteArray) tail = g_byte_array_new ();

  while (TRUE) {
    guint start = tail->len;
    gssize n;

    g_byte_array_set_size (tail, start + CHUNK);
    n = g_input_stream_read (stream, tail->data + start, CHUNK, cancellable, error);
    if (n < 0)
      return NULL;
    g_byte_array_set_size (tail, start + n);
    if (n == 0 && tail->len > n_bytes)
      g_byte_array_remove_range (tail, 0, tail->len - n_bytes);
    if (n == 0)
      return g_byte_array_free_to_bytes (g_steal_pointer (&tail));
    if (tail->len > 2 * n_bytes + CHUNK)
      g_byte_array_remove_range (tail, 0, tail->len - n_bytes);
  }
}

/* Whether the N_BYTES of TRANSFER are the end of a log, or all of one: "bytes 900-999/1000". */
static gboolean
is_tail (HttpTransfer *transfer,
         gsize         n_bytes)
{
  const char *range = http_transfer_get_header (transfer, "content-range");
  const char *slash = range != NULL ? strchr (range, '/') : NULL;

  return http_transfer_get_status (transfer) == 206 && slash != NULL && g_str_has_prefix (range, "bytes ") &&
         g_ascii_strtoull (slash + 1, NULL, 10) - g_ascii_strtoull (range + strlen ("bytes "), NULL, 10) == n_bytes;
}

/* The end of a log as Buildkite's API gives it, or NULL; one that is empty has none, and it refuses. */
static GBytes *
ask_tail (Http             *http,
          const RemoteJob  *job,
          gsize             n_bytes,
          GCancellable     *cancellable)
{
  g_autofree char *url = buildkite_dup_log_url (job, TRUE);
  g_autofree char *range = g_strdup_printf ("Range: bytes=-%" G_GSIZE_FORMAT, n_bytes);
  HttpRequest request = { .url = url, .accept = "text/plain", .header = range };
  g_autoptr (HttpTransfer) transfer = http_open (http, &request, cancellable, NULL);
  g_autoptr (GBytes) tail = transfer != NULL ? http_transfer_read_all (transfer, n_bytes, cancellable, NULL) : NULL;

  return tail != NULL && is_tail (transfer, g_bytes_get_size (tail)) ? g_steal_pointer (&tail) : NULL;
}

GBytes *
fetch_read_tail (Http             *http,
                 const RemoteJob  *job,
                 gsize             n_bytes,
                 GCancellable     *cancellable,
                 GError          **error)
{
  g_autoptr (GInputStream) stream = NULL;
  goffset size;

  n_bytes = CLAMP (n_bytes, 1, MAX_TAIL);
  stream = open_kept (job, &size);
  if (stream != NULL && size > (goffset) n_bytes)
    g_seekable_seek (G_SEEKABLE (stream), -(goffset) n_bytes, G_SEEK_END, cancellable, NULL);
  if (stream == NULL && job->service == SERVICE_BUILDKITE && http_has_token (http, SERVICE_BUILDKITE_API)) {
    GBytes *tail = ask_tail (http, job, n_bytes, cancellable);

    if (tail != NULL)
      return tail;
  }
  if (stream == NULL)
    stream = open_log (http, job, &size, cancellable, error);

  return stream != NULL ? read_tail (stream, n_bytes, cancellable, error) : NULL;
}

/* NAME without what hides or acts, and not too long for a file's (transfer full). */
static char *
dup_harmless (const char *name)
{
  char *harmless = g_strdelimit (plain_text_dup (name, '_'), "/", '_');

  if (strlen (harmless) > MAX_NAME)
    *g_utf8_find_prev_char (harmless, harmless + MAX_NAME + 1) = '\0';
  if (*harmless == '.' || *harmless == '-')
    *harmless = '_';

  return harmless;
}

/* What comes after the address's last slash, as far as that may be shown. */
static char *
dup_other_name (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);
  g_autofree char *base = uri != NULL ? g_path_get_basename (g_uri_get_path (uri)) : NULL;
  g_autofree char *name = base != NULL ? g_uri_unescape_string (base, NULL) : NULL;

  if (name == NULL || *name == '\0' || *name == '/' || *name == '.')
    return dup_harmless (uri != NULL && g_uri_get_host (uri) != NULL ? g_uri_get_host (uri) : url);

  return dup_harmless (name);
}

LogSource *
fetch_open_other (Http           *http,
                  const Address  *address,
                  GCancellable   *cancellable,
                  GError        **error)
{
  g_autofree char *name = dup_other_name (address->url);
  goffset size = -1;
  g_autoptr (GInputStream) stream = http_stream_open (http, address->url, ACCEPT_TEXT, &size, cancellable, error);
  LogSource *source;

  if (stream == NULL)
    return NULL;
  source = log_source_new (stream, name, size);
  source->uri = g_strdup (address->url);

  return source;
}

JobFacts *
fetch_dup_facts (const RemoteJob *job)
{
  JobFacts *facts = job_facts_new ();
  char **fields[] = { &facts->job, &facts->commit, &facts->branch, &facts->repository, &facts->organization,
                      &facts->pipeline, &facts->build, &facts->build_url, &facts->pull_request };
  const char *values[] = { job->name, job->commit, job->branch, job->repository, job->owner,
                           job->pipeline, job->build, job->url, job->pull_request };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_free (*fields[i]);
    *fields[i] = g_strdup (values[i]);
  }

  return facts;
}
