/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "input.h"
#include "output.h"
#include "remote.h"
#include "triage-text.h"

#define MAX_LOGS 1000

typedef struct {
  int      n_days;
  int      max_logs;
  gboolean all;
  gboolean json;
  gboolean markdown;
  gboolean csv;
} Choices;

/* What is looked at now, on a terminal, in the same line each time. */
static void
show_progress (const char *message,
               gpointer    user_data)
{
  g_printerr ("\r\033[K%s", message);
}

static void
clear_progress (void)
{
  g_printerr ("\r\033[K");
}

static gboolean
check (const char    *command,
       const Choices *choices)
{
  if (choices->n_days < 1 || choices->n_days > TRIAGE_MAX_DAYS)
    command_fail (COMMAND_WRONG_USAGE, _("%s: --days is 1 to %d, not %d"), command, TRIAGE_MAX_DAYS, choices->n_days);
  else if (choices->max_logs < 1 || choices->max_logs > MAX_LOGS)
    command_fail (COMMAND_WRONG_USAGE, _("%s: --max-logs is 1 to %d, not %d"), command, MAX_LOGS, choices->max_logs);
  else if (choices->json + choices->markdown + choices->csv > 1)
    command_fail (COMMAND_WRONG_USAGE, _("%s: one of --json, --markdown and --csv at a time"), command);
  else
    return TRUE;

  return FALSE;
}

static char *
format (const Triage  *triage,
        const Choices *choices)
{
  if (choices->json)
    return triage_dup_json (triage, choices->all);
  if (choices->markdown)
    return triage_text_dup_markdown (triage, choices->all);
  if (choices->csv)
    return triage_text_dup_csv (triage, choices->all);

  return triage_text_dup_table (triage, choices->all);
}

static CommandStatus
look (const Profile *project,
      const Choices *choices)
{
  gboolean shows_progress = isatty (STDERR_FILENO);
  TriageOptions options = { choices->n_days, choices->max_logs, shows_progress ? show_progress : NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (Triage) triage = NULL;
  g_autofree char *text = NULL;

  if (shows_progress)
    http_set_wait_func (remote_get_http (), show_progress, NULL);
  triage = triage_read (remote_get_http (), project, &options, NULL, &error);
  if (shows_progress)
    clear_progress ();
  if (triage == NULL)
    return command_fail (COMMAND_FAILED, "%s", error->message);
  command_warn_all (triage->warnings);
  text = format (triage, choices);
  output_text (text);

  return output_finish ();
}

CommandStatus
command_triage (int          argc,
                char       **argv,
                const char  *profile)
{
  Choices choices = { .n_days = TRIAGE_DEFAULT_DAYS, .max_logs = TRIAGE_DEFAULT_LOGS };
  const GOptionEntry options[] = {
    { "days", 0, 0, G_OPTION_ARG_INT, &choices.n_days, N_("Look at the last N days (default: 2)"), N_("N") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &choices.all, N_("Show tests that always fail, too"), NULL },
    { "max-logs", 0, 0, G_OPTION_ARG_INT, &choices.max_logs, N_("Download no more than N logs (default: 40)"), N_("N") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &choices.json, N_("Print JSON"), NULL },
    { "markdown", 0, 0, G_OPTION_ARG_NONE, &choices.markdown, N_("Print a table for a comment"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &choices.csv, N_("Print comma-separated values"), NULL },
    { NULL }
  };
  g_auto (Arguments) arguments = { NULL };
  g_autoptr (Profile) project = NULL;

  if (!arguments_parse_files (&arguments, N_("Prints what fails on the main branch now, and which of it is reported."), NULL,
                              profile, options, argc, argv))
    return COMMAND_WRONG_USAGE;
  if (arguments.files[0] != NULL)
    return command_fail (COMMAND_WRONG_USAGE, _("%s: it reads no log, so “%s” makes no sense"), argv[0],
                         arguments.files[0]);
  if (!check (argv[0], &choices))
    return COMMAND_WRONG_USAGE;
  project = input_load_profile (&arguments, NULL);

  return project != NULL ? look (project, &choices) : COMMAND_FAILED;
}
