/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "arguments.h"
#include "output.h"

/* Longer than any job's name and any commit's hash. */
#define MAX_WORDS 500

static GOptionContext *
context_new (const char         *command,
             const char         *summary,
             const char         *parameters,
             const GOptionEntry *options,
             const GOptionEntry *common)
{
  GOptionContext *context = g_option_context_new (parameters != NULL ? _(parameters) : NULL);

  g_set_prgname (command);
  g_option_context_set_summary (context, _(summary));
  if (options != NULL)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);

  return context;
}

void
arguments_print_help (GOptionContext *context)
{
  g_autofree char *text = g_option_context_get_help (context, FALSE, NULL);

  output_text (text);
  exit (output_finish ());
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
  g_autofree char *named_profile = NULL;
  g_auto (GStrv) files = NULL;
  gboolean help = FALSE;
  g_autoptr (GError) error = NULL;
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
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
  if (help)
    arguments_print_help (context);

  arguments->files = files != NULL ? g_steal_pointer (&files) : g_new0 (char *, 1);
  arguments->profile = named_profile != NULL ? g_steal_pointer (&named_profile) : g_strdup (profile);

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

  if (!arguments_parse_files (arguments, summary, N_("[FILE|URL|-]"), profile, options, argc, argv))
    return FALSE;

  files = arguments->files;
  if (g_strv_length (files) > 1) {
    command_fail (COMMAND_WRONG_USAGE, _("%s: one log at a time, not “%s” and “%s”"),
                  argv[0], files[0], files[1]);
    return FALSE;
  }
  if (files[0] != NULL && files[0][0] == '\0') {
    command_fail (COMMAND_WRONG_USAGE, _("%s: the name of the log is empty"), argv[0]);
    return FALSE;
  }
  arguments->log = g_strdup (files[0] != NULL ? files[0] : "-");

  return TRUE;
}

static gboolean
check_words (const char *command,
             const char *option,
             const char *words)
{
  if (words == NULL || g_utf8_strlen (words, -1) <= MAX_WORDS)
    return TRUE;

  command_fail (COMMAND_WRONG_USAGE, _("%s: %s has more than %d characters"), command, option, MAX_WORDS);

  return FALSE;
}

gboolean
arguments_check_facts (const char *command,
                       const char *job,
                       const char *commit)
{
  return check_words (command, "--job", job) && check_words (command, "--commit", commit);
}

gint64
arguments_read_number (const char *text)
{
  guint64 number;

  return g_ascii_string_to_unsigned (*text == '#' ? text + 1 : text, 10, 1, G_MAXINT32, &number, NULL) ? (gint64) number : 0;
}

void
arguments_clear (Arguments *arguments)
{
  g_clear_pointer (&arguments->log, g_free);
  g_clear_pointer (&arguments->files, g_strfreev);
  g_clear_pointer (&arguments->profile, g_free);
}
