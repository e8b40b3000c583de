/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tokens.h"

#include "remote-log.h"

RemoteLog *
remote_log_new_for_address (const char  *url,
                            GError     **error)
{
  Address *address = address_parse (url, error);
  RemoteLog *remote;

  if (address == NULL)
    return NULL;

  remote = g_new0 (RemoteLog, 1);
  remote->address = address;

  return remote;
}

RemoteLog *
remote_log_new_for_job (const RemoteJob *job)
{
  RemoteLog *remote = g_new0 (RemoteLog, 1);

  remote->job = remote_job_copy (job);

  return remote;
}

RemoteLog *
remote_log_copy (const RemoteLog *remote)
{
  RemoteLog *copy = g_new0 (RemoteLog, 1);

  /* What was an address is one. */
  if (remote->address != NULL)
    copy->address = address_parse (remote->address->url, NULL);
  if (remote->job != NULL)
    copy->job = remote_job_copy (remote->job);
  copy->shows_all = remote->shows_all;

  return copy;
}

void
remote_log_free (RemoteLog *remote)
{
  if (remote == NULL)
    return;

  address_free (remote->address);
  g_clear_pointer (&remote->job, remote_job_free);
  g_free (remote);
}

/* Without its scheme, and without what may let somebody in. */
static char *
dup_place (const char *url)
{
  g_autofree char *shown = http_error_dup_url (url);
  const char *start = strstr (shown, "://");

  return g_strdup (start != NULL ? start + strlen ("://") : shown);
}

char *
remote_log_dup_name (const RemoteLog *remote)
{
  const Address *address = remote->address;

  if (remote->job != NULL)
    return g_strdup (*remote->job->name != '\0' ? remote->job->name : remote->job->id);
  if (*address->owner == '\0' || *address->name == '\0')
    return dup_place (address->url);
  if (address->kind == ADDRESS_GITHUB_COMMIT)
    return g_strdup_printf ("%s/%s %.9s", address->owner, address->name, address->number);
  if (*address->number == '\0')
    return g_strdup_printf ("%s/%s", address->owner, address->name);

  return g_strdup_printf ("%s/%s #%s", address->owner, address->name, address->number);
}

const char *
remote_log_get_uri (const RemoteLog *remote)
{
  return remote->address != NULL ? remote->address->url : remote->job->url;
}

gboolean
remote_log_may_be_kept (const RemoteLog *remote)
{
  return remote->address == NULL || remote->address->kind != ADDRESS_OTHER
         || strpbrk (remote->address->url, "?@") == NULL;
}

guint
remote_jobs_count_failed (GPtrArray *jobs)
{
  g_autoptr (GPtrArray) failed = fetch_choose_failed (jobs);

  return failed->len;
}

static LogSource *
open_job (Http             *http,
          const RemoteJob  *job,
          JobFacts        **ret_facts,
          GCancellable     *cancellable,
          GError          **error)
{
  LogSource *source = fetch_open_job (http, job, cancellable, error);

  if (source != NULL)
    *ret_facts = fetch_dup_facts (job);

  return source;
}

/* The one of JOBS whose log is meant, or NULL. */
static const RemoteJob *
choose_job (const RemoteLog *remote,
            GPtrArray       *jobs)
{
  AddressKind kind = remote->address->kind;
  g_autoptr (GPtrArray) failed = fetch_choose_failed (jobs);

  if (jobs->len == 1 && (kind == ADDRESS_BUILDKITE_JOB || kind == ADDRESS_GITHUB_JOB))
    return g_ptr_array_index (jobs, 0);

  return failed->len == 1 && !remote->shows_all ? g_ptr_array_index (failed, 0) : NULL;
}

static LogSource *
open_address (Http             *http,
              const RemoteLog  *remote,
              JobFacts        **ret_facts,
              GPtrArray       **ret_jobs,
              GCancellable     *cancellable,
              GError          **error)
{
  g_autoptr (GPtrArray) jobs = NULL;
  const RemoteJob *job;

  if (remote->address->kind == ADDRESS_OTHER)
    return fetch_open_other (http, remote->address, cancellable, error);

  jobs = fetch_list_jobs (http, remote->address, cancellable, error);
  if (jobs == NULL)
    return NULL;

  job = choose_job (remote, jobs);
  if (job != NULL)
    return open_job (http, job, ret_facts, cancellable, error);
  *ret_jobs = g_steal_pointer (&jobs);

  return NULL;
}

static Service
get_api (const RemoteLog *remote)
{
  Service service = remote->job != NULL ? remote->job->service
                                        : service_of_url (remote->address->url, NULL);

  if (service == SERVICE_BUILDKITE)
    return SERVICE_BUILDKITE_API;

  return service == SERVICE_GITHUB ? SERVICE_GITHUB_API : service;
}

/* In the words of the window, where there is no token yet. */
static void
tell_token (const RemoteLog  *remote,
            GError          **error)
{
  Service service = get_api (remote);
  g_autofree char *token = NULL;

  if (service == SERVICE_OTHER || !g_error_matches (*error, HTTP_ERROR, HTTP_ERROR_TOKEN))
    return;

  token = tokens_dup (service, NULL);
  if (token != NULL)
    return;
  g_clear_error (error);
  /* Translators: %s is Buildkite or GitHub. */
  g_set_error (error, HTTP_ERROR, HTTP_ERROR_TOKEN, _("%s wants a token for this log"),
               service_get_name (service));
}

LogSource *
remote_log_open (const RemoteLog  *remote,
                 HttpWaitFunc      wait_func,
                 gpointer          wait_data,
                 JobFacts        **ret_facts,
                 GPtrArray       **ret_jobs,
                 GCancellable     *cancellable,
                 GError          **error)
{
  g_autoptr (Http) http = http_new ();
  g_autoptr (GError) local = NULL;
  LogSource *source;

  *ret_facts = NULL;
  *ret_jobs = NULL;
  http_set_wait_func (http, wait_func, wait_data);
  if (remote->job != NULL)
    source = open_job (http, remote->job, ret_facts, cancellable, &local);
  else
    source = open_address (http, remote, ret_facts, ret_jobs, cancellable, &local);

  if (local != NULL) {
    tell_token (remote, &local);
    g_propagate_error (error, g_steal_pointer (&local));
  }

  return source;
}
