/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "input.h"
#include "sending.h"

CommandStatus
command_react (int          argc,
               char       **argv,
               const char  *profile)
{
  SendingOptions sending = { FALSE, FALSE };
  const GOptionEntry options[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &sending.dry_run, N_("Show what would go out, and send nothing"), NULL },
    { "yes", 0, 0, G_OPTION_ARG_NONE, &sending.yes, N_("Send it without asking"), NULL },
    { NULL }
  };
  g_auto (Arguments) arguments = { NULL };
  g_autoptr (Profile) project = NULL;
  gint64 number;

  if (!arguments_parse_files (&arguments, N_("Says 👍 to an issue that reports the failure already."), N_("NUMBER"), profile,
                              options, argc, argv))
    return COMMAND_WRONG_USAGE;
  if (g_strv_length (arguments.files) != 1)
    return command_fail (COMMAND_WRONG_USAGE, _("react: the number of one issue is needed"));
  number = sending_read_number (argv[0], arguments.files[0]);
  if (number == 0)
    return COMMAND_WRONG_USAGE;
  project = input_load_profile (&arguments, NULL);
  if (project == NULL)
    return COMMAND_FAILED;
  if (*profile_get_repository (project) == '\0')
    return command_fail (COMMAND_FAILED, _("the profile “%s” names no repository"), profile_get_name (project));

  return sending_run (tracker_post_new_reaction (profile_get_repository (project), number), &sending);
}
