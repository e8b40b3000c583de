/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "history.h"
#include "input.h"
#include "output.h"
#include "remote.h"
#include "trace-files.h"

/* What was asked for on the command line. */
typedef struct {
  char     *job;
  char     *test;
  char     *branch;
  gboolean  exact;
  gboolean  json;
} HistoryOptions;

static void
history_options_clear (HistoryOptions *history)
{
  g_free (history->job);
  g_free (history->test);
  g_free (history->branch);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HistoryOptions, history_options_clear)

/* The failure of LOG that is TEST, or its first one where that is NULL; or NULL. Borrowed from FINDINGS. */
static const Failure *
find_failure (const Findings *findings,
              const char     *test)
{
  for (guint i = 0; i < findings->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (findings->failures, i);

    if (test == NULL ? *failure->test != '\0' : g_str_equal (failure->test, test))
      return failure;
  }

  return NULL;
}

static CommandStatus
print (const History *history,
       gboolean       json)
{
  g_autofree char *text = json ? history_dup_json (history) : history_text_dup_markdown (history->finding);

  if (history->warning != NULL)
    command_warn ("%s", history->warning);
  if (!json) {
    g_autofree char *verdict = history_text_dup_verdict (history->finding);
    g_autofree char *between = history_text_dup_between (history->finding);

    output_text (verdict);
    output_text ("\n");
    if (history->finding->n_between > 0)
      command_warn (_("history: %s, “--exact” looks at them"), between);
  }
  output_text (text);

  return output_finish ();
}

static CommandStatus
ask (const Arguments      *arguments,
     const HistoryOptions *options)
{
  g_autoptr (JobLog) log = arguments->files[0] != NULL ? input_read_log (arguments, JOB_LOG_READ_DEFAULT) : NULL;
  g_autoptr (JobFacts) facts = NULL;
  g_autoptr (Findings) findings = NULL;
  g_autoptr (Profile) profile = NULL;
  g_autoptr (History) history = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) trace_files = NULL;
  HistoryQuestion question = { NULL };

  if (log == NULL && arguments->files[0] != NULL)
    return COMMAND_FAILED;
  profile = input_load_profile (arguments, log);
  if (profile == NULL)
    return COMMAND_FAILED;
  facts = log != NULL ? job_log_get_facts (log) : job_facts_new ();
  findings = log != NULL ? job_log_get_findings (log) : findings_new ();
  question.profile = profile;
  question.job = options->job != NULL ? options->job : facts->job;
  question.branch = options->branch;
  question.commit = facts->commit;
  question.pull_request = facts->pull_request;
  question.failure = find_failure (findings, options->test);
  if (question.failure != NULL)
    trace_files = trace_files_read (log, question.failure);
  question.is_exact = options->exact;
  question.trace_files = (const char * const *) trace_files;
  question.test = options->test != NULL ? options->test : question.failure != NULL ? question.failure->test : NULL;
  if (*question.job == '\0')
    return command_fail (COMMAND_WRONG_USAGE, _("history: the job’s name is not known; give it as --job NAME"));
  history = history_ask (remote_get_http (), &question, NULL, &error);
  if (history == NULL)
    return command_fail (COMMAND_FAILED, "%s", error->message);

  return print (history, options->json);
}

CommandStatus
command_history (int          argc,
                 char       **argv,
                 const char  *profile)
{
  g_auto (HistoryOptions) history = { NULL };
  const GOptionEntry options[] = {
    { "job", 0, 0, G_OPTION_ARG_STRING, &history.job, N_("The job’s name, where no log says it"), N_("JOB") },
    { "test", 0, 0, G_OPTION_ARG_STRING, &history.test, N_("A test of it: what fails for others is good"), N_("TEST") },
    { "branch", 0, 0, G_OPTION_ARG_STRING, &history.branch, N_("Another branch than the profile’s main one"), N_("BRANCH") },
    { "exact", 0, 0, G_OPTION_ARG_NONE, &history.exact, N_("Look until the one build is found, with 200 requests at most"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &history.json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_auto (Arguments) arguments = { NULL };

  if (!arguments_parse (&arguments, N_("Prints since which build a job, or a test of it, fails, and what came between."), profile,
                        options, argc, argv))
    return COMMAND_WRONG_USAGE;

  return ask (&arguments, &history);
}
