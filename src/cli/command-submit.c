/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include <inttypes.h>

#include "input.h"
#include "known.h"
#include "masking.h"
#include "post-key.h"
#include "remote.h"
#include "sending.h"

/* The open issue that reports the first of FAILURES that names a test, or NULL. Borrowed from KNOWN. */
static const TrackerIssue *
find_report (const KnownFailures *known,
             const GPtrArray     *failures)
{
  GPtrArray *issues = NULL;

  for (guint i = 0; i < failures->len && issues == NULL; i++)
    if (*((const Failure *) g_ptr_array_index (failures, i))->test != '\0')
      issues = known_failures_get (known, i);
  for (guint i = 0; issues != NULL && i < issues->len; i++) {
    const KnownIssue *report = g_ptr_array_index (issues, i);

    if (report->issue->is_open && report->match == KNOWN_MATCH_TEST)
      return report->issue;
  }

  return NULL;
}

/* Says where a comment would do in place of another issue. What cannot be looked up is left to who looks at the tracker. */
static void
tell_report (const Profile *project,
             JobLog        *log)
{
  g_autoptr (Findings) findings = job_log_get_findings (log);
  g_autoptr (JobFacts) facts = job_log_get_facts (log);
  g_autoptr (KnownFailures) known = known_look_up (remote_get_http (), project, findings->failures, facts->job, NULL, NULL);
  const TrackerIssue *report = known != NULL ? find_report (known, findings->failures) : NULL;

  if (report != NULL)
    command_warn (_("#%" PRId64 ", which is open, reports this already; “comment --send %" PRId64 "” adds it there"),
                  report->number, report->number);
}

CommandStatus
command_submit (int          argc,
                char       **argv,
                const char  *profile)
{
  g_autofree char *job = NULL;
  g_autofree char *commit = NULL;
  SendingOptions sending = { FALSE, FALSE };
  const GOptionEntry options[] = {
    { "job", 0, 0, G_OPTION_ARG_STRING, &job, N_("Name of the job, where the log does not say it"), N_("NAME") },
    { "commit", 0, 0, G_OPTION_ARG_STRING, &commit, N_("Commit, where the log does not say it"), N_("HASH") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &sending.dry_run, N_("Show what would go out, and send nothing"), NULL },
    { "yes", 0, 0, G_OPTION_ARG_NONE, &sending.yes, N_("Send it without asking"), NULL },
    { NULL }
  };
  g_auto (Arguments) arguments = { NULL };
  g_autoptr (JobLog) log = NULL;
  g_autoptr (Issue) issue = NULL;
  g_autofree char *key = NULL;
  Profile *project;

  if (!arguments_parse (&arguments, N_("Files the issue that the log should become, after it was shown."), profile, options,
                        argc, argv))
    return COMMAND_WRONG_USAGE;
  if (!arguments_check_facts (argv[0], job, commit))
    return COMMAND_WRONG_USAGE;

  log = input_read_log (&arguments, JOB_LOG_READ_DEFAULT);
  issue = log != NULL ? input_make_issue (&arguments, log, job, commit) : NULL;
  if (issue == NULL)
    return COMMAND_FAILED;
  project = issue_get_profile (issue);
  if (*profile_get_repository (project) == '\0')
    return command_fail (COMMAND_FAILED, _("the profile “%s” names no repository to file it in"), profile_get_name (project));

  tell_report (project, log);
  masking_print_personal (issue_get_secrets (issue));
  key = post_key_new (issue, log, FALSE);

  return sending_run (tracker_post_new_issue (profile_get_repository (project), issue_get_title (issue), issue_get_body (issue),
                                              (const char * const *) profile_get_labels (project), key), &sending);
}
