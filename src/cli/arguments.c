/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "arguments.h"

static GOptionContext *
context_new (const char         *command,
             const char         *summary,
             const char         *parameters,
             const GOptionEntry *options,
             const GOptionEntry *common)
{
  g_autofree char *translated = g_strdup (_(parameters));
  GOptionContext *context = g_option_context_new (translated);

  g_set_prgname (command);
  g_option_context_set_summary (context, _(summary));
  if (options != NULL)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);

  return context;
}

gboolean
arguments_parse_files (Arguments          *arguments,
                       const char         *summary,
                       const char         *parameters,
                       const char         *profile,
                       const GOptionEntry *options,
                       int                 argc,
                       char              **argv)
{
  g_autofree char *command = g_strconcat ("culprit-cli ", argv[0], NULL);
  g_autofree char *named_profile = g_strdup (profile);
  g_auto (GStrv) files = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry common[] = {
    { "profile", 0, 0, G_OPTION_ARG_STRING, &named_profile,
      N_("The project whose forms and habits to follow"), N_("NAME") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = context_new (command, summary, parameters, options, common);

  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    command_fail (COMMAND_WRONG_USAGE, "%s: %s", argv[0], error->message);
    return FALSE;
  }

  arguments->files = files != NULL ? g_steal_pointer (&files) : g_new0 (char *, 1);
  arguments->profile = g_steal_pointer (&named_profile);

  return TRUE;
}

gboolean
arguments_parse (Arguments          *arguments,
                 const char         *summary,
                 const char         *profile,
                 const GOptionEntry *options,
                 int                 argc,
                 char              **argv)
{
  GStrv files;

  if (!arguments_parse_files (arguments, summary, N_("[FILE|-]"), profile, options, argc, argv))
    return FALSE;

  files = arguments->files;
  if (g_strv_length (files) > 1) {
    command_fail (COMMAND_WRONG_USAGE, _("%s: one log at a time, not “%s” and “%s”"),
                  argv[0], files[0], files[1]);
    return FALSE;
  }
  arguments->log = g_strdup (files[0] != NULL ? files[0] : "-");

  return TRUE;
}

void
arguments_clear (Arguments *arguments)
{
  g_clear_pointer (&arguments->log, g_free);
  g_clear_pointer (&arguments->files, g_strfreev);
  g_clear_pointer (&arguments->profile, g_free);
}
