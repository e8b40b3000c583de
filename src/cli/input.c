/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "data-file.h"
#include "input.h"
#include "remote.h"

#define DEFAULT_PROFILE  "vllm"

/* Where the settings name one that is not there any more, or broken. */
#define FALLBACK_PROFILE "generic"

CommandStatus
input_fail (const GError *error)
{
  if (g_error_matches (error, LOG_SOURCE_ERROR, LOG_SOURCE_ERROR_NOT_TEXT))
    return command_fail (COMMAND_FAILED, _("%s; a log with holes is read by “tr -d '\\0' < LOG | culprit-cli …”"),
                         error->message);

  return command_fail (COMMAND_FAILED, "%s", error->message);
}

static LogSource *
open_file (GFile    *file,
           gboolean  follow)
{
  g_autoptr (GError) error = NULL;
  LogSource *source = follow ? log_source_follow_file (file, NULL, NULL, &error)
                             : log_source_open_file (file, NULL, &error);

  if (source == NULL)
    input_fail (error);

  return source;
}

/* A name that is wrong is told by those commands too that have no use for it. */
static gboolean
check_profile (const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Profile) profile = NULL;

  if (arguments->profile == NULL)
    return TRUE;

  profile = profile_load (arguments->profile, &error);
  if (profile == NULL)
    command_fail (COMMAND_FAILED, "%s", error->message);

  return profile != NULL;
}

/* RET_FACTS is what is known of the job from elsewhere, or NULL. */
static LogSource *
open_log (const Arguments *arguments,
          gboolean         follow,
          JobFacts       **ret_facts)
{
  g_autoptr (GFile) file = NULL;

  if (!check_profile (arguments))
    return NULL;

  if (g_str_equal (arguments->log, "-"))
    return follow ? log_source_follow_stdin (NULL) : log_source_new_stdin ();

  if (address_is (arguments->log))
    return remote_open_log (arguments->log, ret_facts);

  file = g_file_new_for_commandline_arg (arguments->log);

  return open_file (file, follow);
}

LogSource *
input_open_log (const Arguments *arguments)
{
  g_autoptr (JobFacts) facts = NULL;

  return open_log (arguments, FALSE, &facts);
}

LogSource *
input_follow_log (const Arguments *arguments)
{
  g_autoptr (JobFacts) facts = NULL;

  return open_log (arguments, TRUE, &facts);
}

JobLog *
input_read_log (const Arguments *arguments,
                JobLogReadFlags  flags)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JobFacts) facts = NULL;
  g_autoptr (LogSource) source = open_log (arguments, FALSE, &facts);
  g_autoptr (JobLogContext) context = NULL;
  g_autoptr (JobLog) log = NULL;
  g_autoptr (Findings) findings = NULL;
  g_autoptr (GError) error = NULL;

  if (source == NULL)
    return NULL;

  context = job_log_context_new (warnings);
  command_warn_all (warnings);

  log = job_log_new (context, source->name);
  if (facts != NULL)
    job_log_set_known_facts (log, facts);
  if (!job_log_read (log, source, flags, NULL, &error)) {
    input_fail (error);
    return NULL;
  }
  findings = job_log_get_findings (log);
  command_warn_all (findings->warnings);

  return g_steal_pointer (&log);
}

GSettings *
input_open_settings (const char *key)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);

  return schema != NULL && g_settings_schema_has_key (schema, key) ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static char *
dup_default_profile (void)
{
  g_autoptr (GSettings) settings = input_open_settings ("profile");

  return settings != NULL ? g_settings_get_string (settings, "profile") : g_strdup (DEFAULT_PROFILE);
}

static void
print_broken_profiles (void)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_unref (data_files_load_folder ("profiles", warnings));
  command_warn_all (warnings);
}

Profile *
input_load_profile (const Arguments *arguments,
                    JobLog          *log)
{
  g_autoptr (JobFacts) facts = log != NULL ? job_log_get_facts (log) : job_facts_new ();
  g_autofree char *otherwise = NULL;
  g_autoptr (GError) error = NULL;
  Profile *profile;

  if (arguments->profile != NULL) {
    profile = profile_load (arguments->profile, &error);
    if (profile == NULL)
      command_fail (COMMAND_FAILED, "%s", error->message);
    return profile;
  }

  otherwise = dup_default_profile ();
  print_broken_profiles ();
  profile = profile_load_for (facts->repository, otherwise, &error);
  if (profile == NULL) {
    command_warn (_("%s; “%s” is taken instead"), error->message, FALLBACK_PROFILE);
    profile = profile_load (FALLBACK_PROFILE, NULL);
  }

  return profile;
}

Issue *
input_make_issue (const Arguments *arguments,
                  JobLog          *log,
                  const char      *job,
                  const char      *commit)
{
  g_autoptr (Findings) findings = job_log_get_findings (log);
  g_autoptr (Profile) profile = input_load_profile (arguments, log);
  Issue *issue;

  if (profile == NULL)
    return NULL;

  if (findings->failures->len == 0) {
    command_fail (COMMAND_FAILED, _("%s: no failure found, so there is nothing to report"),
                  job_log_get_name (log));
    return NULL;
  }

  issue = issue_new (log, findings, profile);
  if (job != NULL)
    issue_set_job (issue, job);
  if (commit != NULL)
    issue_set_commit (issue, commit);

  return issue;
}
