/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "input.h"
#include "masker.h"
#include "masking.h"
#include "output.h"

/* Says why there is no command: no failure of LOG names a test, or nobody knows how it is run. */
static CommandStatus
fail (JobLog *log)
{
  g_autoptr (Findings) findings = job_log_get_findings (log);

  for (guint i = 0; i < findings->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (findings->failures, i);

    if (failure->test[0] != '\0')
      return command_fail (COMMAND_FAILED, _("%s: how a test of “%s” is run again is not known"),
                           job_log_get_name (log), failure->runner);
  }

  return command_fail (COMMAND_FAILED, _("%s: no test is named that could be run again"),
                       job_log_get_name (log));
}

/* Tells what is personal in COMMANDS, which are masked. */
static void
tell_personal (const char *commands)
{
  g_autoptr (SecretList) secrets = secret_list_new ();
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *masked = NULL;

  masker_set_list (masker, secrets);
  masked = masker_dup_text (masker, commands);
  masking_print_personal (secrets);
}

CommandStatus
command_rerun (int          argc,
               char       **argv,
               const char  *profile)
{
  gboolean loop = FALSE;
  const GOptionEntry options[] = {
    { "loop", 0, 0, G_OPTION_ARG_NONE, &loop, N_("Again and again, until it fails"), NULL },
    { NULL }
  };
  g_auto (Arguments) arguments = { NULL };
  g_autoptr (JobLog) log = NULL;
  g_autoptr (Issue) issue = NULL;
  g_autofree char *text = NULL;

  if (!arguments_parse (&arguments, N_("Prints the commands that run the failing tests again."),
                        profile, options, argc, argv))
    return COMMAND_WRONG_USAGE;

  log = input_read_log (&arguments, JOB_LOG_READ_DEFAULT);
  if (log == NULL)
    return COMMAND_FAILED;
  issue = input_make_issue (&arguments, log, NULL, NULL);
  if (issue == NULL)
    return COMMAND_FAILED;

  text = issue_dup_rerun (issue, loop);
  if (text == NULL)
    return fail (log);
  output_text (text);
  tell_personal (text);

  return output_finish ();
}
