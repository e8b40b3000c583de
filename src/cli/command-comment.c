/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "input.h"
#include "masking.h"
#include "output.h"
#include "post-key.h"
#include "sending.h"

static CommandStatus
send_comment (Issue                *issue,
              JobLog               *log,
              const char           *text,
              gint64                number,
              const SendingOptions *sending)
{
  const char *repository = profile_get_repository (issue_get_profile (issue));
  g_autofree char *key = post_key_new (issue, log, TRUE);

  if (*repository == '\0')
    return command_fail (COMMAND_FAILED, _("the profile “%s” names no repository"), profile_get_name (issue_get_profile (issue)));

  return sending_run (tracker_post_new_comment (repository, number, text, key), sending);
}

CommandStatus
command_comment (int          argc,
                 char       **argv,
                 const char  *profile)
{
  g_autofree char *job = NULL;
  g_autofree char *commit = NULL;
  g_autofree char *number = NULL;
  SendingOptions sending = { FALSE, FALSE };
  const GOptionEntry options[] = {
    { "job", 0, 0, G_OPTION_ARG_STRING, &job, N_("Name of the job, where the log does not say it"), N_("NAME") },
    { "commit", 0, 0, G_OPTION_ARG_STRING, &commit, N_("Commit, where the log does not say it"), N_("HASH") },
    { "send", 0, 0, G_OPTION_ARG_STRING, &number, N_("Send it to issue N, after it was shown"), N_("N") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &sending.dry_run, N_("With --send: show what would go out, and send nothing"), NULL },
    { "yes", 0, 0, G_OPTION_ARG_NONE, &sending.yes, N_("With --send: send it without asking"), NULL },
    { NULL }
  };
  g_auto (Arguments) arguments = { NULL };
  g_autoptr (JobLog) log = NULL;
  g_autoptr (Issue) issue = NULL;
  g_autoptr (SecretList) secrets = secret_list_new ();
  g_autofree char *text = NULL;

  if (!arguments_parse (&arguments, N_("Prints a comment for the issue that reports the failure already."),
                        profile, options, argc, argv))
    return COMMAND_WRONG_USAGE;
  if (!arguments_check_facts (argv[0], job, commit))
    return COMMAND_WRONG_USAGE;
  if (number == NULL && (sending.dry_run || sending.yes))
    return command_fail (COMMAND_WRONG_USAGE, _("comment: --dry-run and --yes go with --send N"));
  if (number != NULL && sending_read_number (argv[0], number) == 0)
    return COMMAND_WRONG_USAGE;

  log = input_read_log (&arguments, JOB_LOG_READ_DEFAULT);
  if (log == NULL)
    return COMMAND_FAILED;
  issue = input_make_issue (&arguments, log, job, commit);
  if (issue == NULL)
    return COMMAND_FAILED;

  text = issue_dup_comment (issue, secrets);
  masking_print_personal (secrets);
  if (number != NULL)
    return send_comment (issue, log, text, sending_read_number (argv[0], number), &sending);
  output_text (text);

  return output_finish ();
}
