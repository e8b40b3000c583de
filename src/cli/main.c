/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>

#include "arguments.h"
#include "masking.h"
#include "output.h"

static const Command commands[] = {
  { "clean", N_("The clean log"), command_clean, FALSE },
  { "tail", N_("Its last lines"), command_tail, FALSE },
  { "failures", N_("What failed, best first"), command_failures, FALSE },
  { "excerpt", N_("The lines that explain it"), command_excerpt, TRUE },
  { "issue", N_("The issue that the log should become"), command_issue, TRUE },
  { "comment", N_("A comment for an issue that exists already"), command_comment, TRUE },
  { "rerun", N_("Commands that run the failing tests again"), command_rerun, TRUE },
  { "pr", N_("What goes on a pull request that mends it"), command_pr, TRUE },
  { "fetch", N_("The raw log of a job at an address"), command_fetch, FALSE },
  { "known", N_("Issues that report the failures already"), command_known, TRUE },
  { "history", N_("Since which build it fails, and what came between"), command_history, TRUE },
  { "triage", N_("What fails on the main branch now"), command_triage, TRUE },
  { "submit", N_("File the issue, after it was shown"), command_submit, TRUE },
  { "react", N_("Say 👍 to an issue"), command_react, TRUE },
  { "profile", N_("A profile made from a project’s issue form"), command_profile, FALSE },
  { "rules", N_("The rule files, and what is wrong in them"), command_rules, FALSE },
};

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];

  return NULL;
}

static char *
describe_commands (void)
{
  GString *text = g_string_new (_("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %-9s %s", commands[i].name, _(commands[i].summary));
  g_string_append_printf (text, "\n\n%s", _("“culprit-cli COMMAND --help” tells more of each."));

  return g_string_free (text, FALSE);
}

static GOptionContext *
context_new (const GOptionEntry *options)
{
  g_autofree char *description = describe_commands ();
  GOptionContext *context = g_option_context_new (_("COMMAND [OPTION…] [FILE|URL|-]"));

  g_option_context_set_summary (context, _("Finds what failed in the log of a CI job, and says it."));
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_help_enabled (context, FALSE);

  return context;
}

static CommandStatus
run (int    argc,
     char **argv)
{
  gboolean help = FALSE;
  gboolean version = FALSE;
  g_autofree char *profile = NULL;
  const GOptionEntry options[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Print the version"), NULL },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &profile,
      N_("The project whose forms and habits to follow"), N_("NAME") },
    { NULL }
  };
  g_autoptr (GOptionContext) context = context_new (options);
  g_autoptr (GError) error = NULL;
  const Command *command;

  if (!g_option_context_parse (context, &argc, &argv, &error))
    return command_fail (COMMAND_WRONG_USAGE, "%s", error->message);

  if (help)
    arguments_print_help (context);
  if (version) {
    output_text ("culprit " VERSION);
    return output_finish ();
  }

  if (argc < 2)
    return command_fail (COMMAND_WRONG_USAGE, _("no command; “culprit-cli --help” lists them"));

  command = find_command (argv[1]);
  if (command == NULL)
    return command_fail (COMMAND_WRONG_USAGE, _("unknown command “%s”; “culprit-cli --help” lists them"),
                         argv[1]);

  if (command->is_for_others) {
    masking_follow_settings ();
    masking_print_warnings ();
  }

  return command->run (argc - 1, argv + 1, profile);
}

/* Where no language is set, as in most jobs of a CI, the words still are UTF-8. */
static void
read_locale (void)
{
  const char *characters;

  setlocale (LC_ALL, "");
  characters = setlocale (LC_CTYPE, NULL);
  if (g_strcmp0 (characters, "C") == 0 || g_strcmp0 (characters, "POSIX") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
}

int
main (int    argc,
      char **argv)
{
  read_locale ();
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  signal (SIGPIPE, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN);
  g_set_prgname ("culprit-cli");

  return run (argc, argv);
}
