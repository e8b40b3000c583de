/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "failures-json.h"
#include "input.h"
#include "output.h"

/* As grep and compilers write: the line's number first. */
static char *
format_failure (const Failure *failure)
{
  GString *text = g_string_new (NULL);
  g_autofree char *test = failure_dup_full_name (failure);
  const char *what = test[0] != '\0' ? test : failure->runner;

  g_string_append_printf (text, "%" G_GINT64_FORMAT ": %s %s - %s\n", failure->line,
                          failure->flaky ? "flaky" : failure_kind_to_string (failure->kind), what, failure->message);
  if (failure->cause != NULL) {
    const FailureCause *cause = failure->cause;

    g_string_append_printf (text, "%" G_GINT64_FORMAT ": cause %s%s%s", cause->line, cause->exception,
                            cause->exception[0] != '\0' && cause->message[0] != '\0' ? ": " : "",
                            cause->message);
    if (cause->process[0] != '\0')
      g_string_append_printf (text, " (%s)", cause->process);
    g_string_append_c (text, '\n');
  }

  return g_string_free (text, FALSE);
}

CommandStatus
command_failures (int          argc,
                  char       **argv,
                  const char  *profile)
{
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_auto (Arguments) arguments = { NULL };
  g_autoptr (JobLog) log = NULL;
  g_autoptr (Findings) findings = NULL;

  if (!arguments_parse (&arguments, N_("Prints what failed, best first."), profile, options, argc, argv))
    return COMMAND_WRONG_USAGE;

  log = input_read_log (&arguments, JOB_LOG_READ_FINDINGS);
  if (log == NULL)
    return COMMAND_FAILED;

  findings = job_log_get_findings (log);
  if (json) {
    g_autofree char *text = failures_json_dup (log);

    output_text (text);
  }
  for (guint i = 0; !json && i < findings->failures->len; i++) {
    g_autofree char *text = format_failure (g_ptr_array_index (findings->failures, i));

    output_text (text);
  }

  return output_finish ();
}
