/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "excerpt.h"
#include "input.h"
#include "masking.h"
#include "output.h"

CommandStatus
command_excerpt (int          argc,
                 char       **argv,
                 const char  *profile)
{
  int max_lines = 0;
  gint64 max_bytes = 0;
  const GOptionEntry options[] = {
    { "max-lines", 0, 0, G_OPTION_ARG_INT, &max_lines, N_("At most so many lines"), N_("N") },
    { "max-bytes", 0, 0, G_OPTION_ARG_INT64, &max_bytes, N_("At most so many bytes"), N_("N") },
    { NULL }
  };
  g_auto (Arguments) arguments = { NULL };
  g_autoptr (JobLog) log = NULL;
  g_autoptr (Findings) findings = NULL;
  g_autoptr (SecretList) secrets = secret_list_new ();
  g_autofree char *text = NULL;
  ExcerptLimits limits;

  if (!arguments_parse (&arguments, N_("Prints the lines that explain what failed, secrets masked."),
                        profile, options, argc, argv))
    return COMMAND_WRONG_USAGE;
  if (max_lines < 0 || max_bytes < 0)
    return command_fail (COMMAND_WRONG_USAGE, _("excerpt: a limit cannot be negative"));

  log = input_read_log (&arguments, JOB_LOG_READ_DEFAULT);
  if (log == NULL)
    return COMMAND_FAILED;

  limits = (ExcerptLimits) {
    .max_lines = (guint) max_lines,
    .widen = max_lines > 0,
    .max_bytes = (gsize) max_bytes,
    .secrets = secrets,
  };
  findings = job_log_get_findings (log);
  text = excerpt_dup_text (log, findings, &limits, NULL, NULL);
  output_text (text);
  masking_print_personal (secrets);

  return output_finish ();
}
