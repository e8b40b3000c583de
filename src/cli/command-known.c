/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include "input.h"
#include "json-writer.h"
#include "known.h"
#include "output.h"
#include "remote.h"

static void
add_issue (JsonBuilder      *builder,
           const KnownIssue *known)
{
  json_builder_begin_object (builder);
  json_writer_add_integer (builder, "number", known->issue->number);
  json_writer_add_string (builder, "title", known->issue->title);
  json_writer_add_string (builder, "url", known->issue->url);
  json_writer_add_string (builder, "state", known->issue->is_open ? "open" : "closed");
  json_writer_add_boolean (builder, "listed", known->issue->is_listed);
  json_writer_add_string (builder, "match", known_match_to_string (known->match));
  json_writer_add_number (builder, "score", known->score);
  json_builder_end_object (builder);
}

static char *
format_json (const GPtrArray     *failures,
             const KnownFailures *known)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_writer_begin_list (builder, "failures");
  for (guint i = 0; i < failures->len; i++) {
    const Failure *failure = g_ptr_array_index (failures, i);
    GPtrArray *issues = known_failures_get (known, i);

    json_builder_begin_object (builder);
    json_writer_add_string (builder, "test", failure->test);
    json_writer_begin_list (builder, "issues");
    for (guint k = 0; k < issues->len; k++)
      add_issue (builder, g_ptr_array_index (issues, k));
    json_builder_end_array (builder);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return json_writer_dup_text (builder);
}

static const char *
get_state (const TrackerIssue *issue)
{
  if (issue->is_listed)
    return issue->is_open ? _("open, on the dashboard") : _("closed, on the dashboard");

  return issue->is_open ? _("open") : _("closed");
}

static char *
format_failure (const Failure *failure,
                GPtrArray     *issues)
{
  GString *text = g_string_new (NULL);
  g_autofree char *name = failure_dup_full_name (failure);

  output_append_words (text, *name != '\0' ? name : failure->message);
  g_string_append_c (text, '\n');
  if (issues->len == 0)
    g_string_append_printf (text, "  %s\n", _("not reported"));
  for (guint i = 0; i < issues->len; i++) {
    const KnownIssue *known = g_ptr_array_index (issues, i);

    g_string_append_printf (text, "  #%" G_GINT64_FORMAT " %s, %s: ", known->issue->number, get_state (known->issue),
                            known_match_to_string (known->match));
    output_append_words (text, known->issue->title);
    g_string_append (text, "\n    ");
    output_append_words (text, known->issue->url);
    g_string_append_c (text, '\n');
  }

  return g_string_free (text, FALSE);
}

/* Where nothing failed, nobody is asked. */
static KnownFailures *
look_up (const Profile    *project,
         const GPtrArray  *failures,
         const char       *job,
         GError          **error)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  return failures->len > 0 ? known_look_up (remote_get_http (), project, failures, job, NULL, error)
                           : known_look_up_in (nothing, 0, failures, job);
}

CommandStatus
command_known (int          argc,
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
  g_autoptr (JobFacts) facts = NULL;
  g_autoptr (Profile) project = NULL;
  g_autoptr (KnownFailures) known = NULL;
  g_autoptr (GError) error = NULL;

  if (!arguments_parse (&arguments, N_("Prints the issues that report the failures already."), profile, options, argc, argv))
    return COMMAND_WRONG_USAGE;
  log = input_read_log (&arguments, JOB_LOG_READ_FINDINGS);
  project = log != NULL ? input_load_profile (&arguments, log) : NULL;
  if (project == NULL)
    return COMMAND_FAILED;

  findings = job_log_get_findings (log);
  facts = job_log_get_facts (log);
  known = look_up (project, findings->failures, facts->job, &error);
  if (known == NULL)
    return command_fail (COMMAND_FAILED, "%s", error->message);
  if (known->warning != NULL)
    command_warn ("%s", known->warning);
  if (json) {
    g_autofree char *text = format_json (findings->failures, known);

    output_text (text);
  }
  for (guint i = 0; !json && i < findings->failures->len; i++) {
    g_autofree char *text = format_failure (g_ptr_array_index (findings->failures, i), known_failures_get (known, i));

    output_text (text);
  }

  return output_finish ();
}
