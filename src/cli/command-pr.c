/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "input.h"
#include "output.h"

/* GitHub closes the issue when the pull request that says so is merged. */
static char *
dup_text (gint64   number,
          Profile *profile)
{
  GStrv labels = profile_get_labels (profile);
  g_autofree char *list = g_strjoinv (",", labels);
  g_autofree char *names = g_strjoinv (", ", labels);
  g_autofree char *word = g_regex_match_simple ("^[\\w./:,-]+$", list, 0, 0) ? g_strdup (list)
                                                                           : g_shell_quote (list);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "Closes #%" G_GINT64_FORMAT "\n", number);
  if (labels[0] != NULL)
    g_string_append_printf (text, "\nLabel: %s (gh pr edit --add-label %s)\n", names, word);

  return g_string_free (text, FALSE);
}

CommandStatus
command_pr (int          argc,
            char       **argv,
            const char  *profile_name)
{
  g_autofree char *issue = NULL;
  const GOptionEntry options[] = {
    { "issue", 0, 0, G_OPTION_ARG_STRING, &issue, N_("The issue that it closes"), N_("NUMBER") },
    { NULL }
  };
  g_auto (Arguments) arguments = { NULL };
  g_autoptr (JobLog) log = NULL;
  g_autoptr (Profile) profile = NULL;
  g_autofree char *text = NULL;
  gint64 number;

  if (!arguments_parse (&arguments,
                        N_("Prints what goes into the description of a pull request that mends a failure, "
                           "and the label that the project wants on it."),
                        profile_name, options, argc, argv))
    return COMMAND_WRONG_USAGE;
  number = issue != NULL ? arguments_read_number (issue) : 0;
  if (number == 0)
    return command_fail (COMMAND_WRONG_USAGE, _("pr: --issue needs the number of the issue, as in “--issue 123”"));

  if (arguments.files[0] != NULL) {
    log = input_read_log (&arguments, JOB_LOG_READ_DEFAULT);
    if (log == NULL)
      return COMMAND_FAILED;
  }
  profile = input_load_profile (&arguments, log);
  if (profile == NULL)
    return COMMAND_FAILED;

  text = dup_text (number, profile);
  output_text (text);

  return output_finish ();
}
