/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "input.h"
#include "output.h"

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
    return command_fail (COMMAND_FAILED, _("%s: no test is named that could be run again"),
                         job_log_get_name (log));
  output_text (text);

  return output_finish ();
}
