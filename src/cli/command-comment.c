/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "input.h"
#include "masking.h"
#include "output.h"

CommandStatus
command_comment (int          argc,
                 char       **argv,
                 const char  *profile)
{
  g_autofree char *job = NULL;
  g_autofree char *commit = NULL;
  const GOptionEntry options[] = {
    { "job", 0, 0, G_OPTION_ARG_STRING, &job, N_("Name of the job, where the log does not say it"), N_("NAME") },
    { "commit", 0, 0, G_OPTION_ARG_STRING, &commit, N_("Commit, where the log does not say it"), N_("HASH") },
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
  if (!arguments_check_words (argv[0], "--job", job) ||
      !arguments_check_words (argv[0], "--commit", commit))
    return COMMAND_WRONG_USAGE;

  log = input_read_log (&arguments, JOB_LOG_READ_DEFAULT);
  if (log == NULL)
    return COMMAND_FAILED;
  issue = input_make_issue (&arguments, log, job, commit);
  if (issue == NULL)
    return COMMAND_FAILED;

  text = issue_dup_comment (issue, secrets);
  output_text (text);
  masking_print_warnings ();
  masking_print_personal (secrets);

  return output_finish ();
}
