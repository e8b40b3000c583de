/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "output.h"

#include "remote.h"

/* Told to somebody who sits there and wonders; what reads a command's errors gets those alone. */
static void
http_waits (const char *message,
            gpointer    user_data)
{
  if (isatty (STDERR_FILENO))
    command_warn ("%s", message);
}

Http *
remote_get_http (void)
{
  static Http *http;

  if (http == NULL) {
    http = http_new ();
    http_set_wait_func (http, http_waits, NULL);
  }

  return http;
}

static gboolean
is_chosen (const RemoteJob *job,
           const char      *chosen)
{
  return g_str_equal (job->name, chosen) || (*job->label != '\0' && g_str_equal (job->label, chosen)) ||
         remote_job_has_slug (job, chosen) || g_str_equal (job->id, chosen);
}

gboolean
remote_choose_jobs (GPtrArray  *jobs,
                    const char *chosen,
                    GPtrArray **ret_chosen)
{
  if (chosen == NULL) {
    *ret_chosen = fetch_choose_failed (jobs);
    return (*ret_chosen)->len > 0;
  }
  *ret_chosen = g_ptr_array_new ();
  for (guint i = 0; i < jobs->len; i++) {
    RemoteJob *job = g_ptr_array_index (jobs, i);

    if (is_chosen (job, chosen) && (!job->is_retried || g_str_equal (job->id, chosen)))
      g_ptr_array_add (*ret_chosen, job);
  }

  return (*ret_chosen)->len > 0;
}

char *
remote_dup_list (GPtrArray *jobs)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < jobs->len; i++) {
    const RemoteJob *job = g_ptr_array_index (jobs, i);

    output_append_words (list, job->id);
    g_string_append_printf (list, "\t%s%s\t", remote_job_state_to_string (job->state), job->is_retried ? ",retried" : "");
    output_append_words (list, job->name);
    g_string_append_c (list, '\t');
    output_append_words (list, job->url);
    g_string_append_c (list, '\n');
  }

  return g_string_free (list, FALSE);
}

CommandStatus
remote_tell_choices (GPtrArray *jobs)
{
  g_autofree char *list = remote_dup_list (jobs);

  g_printerr ("%s", list);

  return COMMAND_FAILED;
}

/* The log of one of JOBS, which are all that ADDRESS leads to. */
static LogSource *
open_job (const Address  *address,
          GPtrArray      *jobs,
          JobFacts      **ret_facts)
{
  g_autoptr (GPtrArray) failed = address_is_job (address) ? g_ptr_array_ref (jobs) : fetch_choose_failed (jobs);
  g_autoptr (GError) error = NULL;
  const RemoteJob *job;
  LogSource *source;

  if (failed->len == 0) {
    command_fail (COMMAND_FAILED, _("%s: no job of it failed; “culprit-cli fetch --list” shows them"), address->url);
    return NULL;
  }
  if (failed->len > 1) {
    command_fail (COMMAND_FAILED, _("%s: %u jobs failed; give the address of one of them:"), address->url, failed->len);
    remote_tell_choices (failed);
    return NULL;
  }
  job = g_ptr_array_index (failed, 0);
  source = fetch_open_job (remote_get_http (), job, NULL, &error);
  if (source == NULL)
    command_fail (COMMAND_FAILED, "%s", error->message);
  else
    *ret_facts = fetch_dup_facts (job);

  return source;
}

LogSource *
remote_open_log (const char  *text,
                 JobFacts   **ret_facts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Address) address = address_parse (text, &error);
  g_autoptr (GPtrArray) jobs = NULL;
  LogSource *source = NULL;

  *ret_facts = NULL;
  if (address != NULL && address->kind == ADDRESS_OTHER)
    source = fetch_open_other (remote_get_http (), address, NULL, &error);
  else if (address != NULL)
    jobs = fetch_list_jobs (remote_get_http (), address, NULL, &error);
  if (error != NULL)
    command_fail (COMMAND_FAILED, "%s", error->message);

  return jobs != NULL ? open_job (address, jobs, ret_facts) : source;
}
