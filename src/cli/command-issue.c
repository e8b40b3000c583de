/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include "input.h"
#include "json-writer.h"
#include "masking.h"
#include "output.h"

static void
add_labels (JsonBuilder *builder,
            Issue       *issue)
{
  GStrv labels = profile_get_labels (issue_get_profile (issue));

  json_writer_begin_list (builder, "labels");
  for (guint i = 0; labels != NULL && labels[i] != NULL; i++)
    json_builder_add_string_value (builder, labels[i]);
  json_builder_end_array (builder);
}

static void
add_fields (JsonBuilder *builder,
            Issue       *issue)
{
  json_writer_begin_list (builder, "fields");
  for (guint i = 0; i < issue_get_n_fields (issue); i++) {
    json_builder_begin_object (builder);
    json_writer_add_string (builder, "label", issue_get_field (issue, i)->label);
    json_writer_add_string (builder, "value", issue_get_field_value (issue, i));
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static char *
format_json (Issue *issue)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *form_url = issue_dup_form_url (issue);

  json_builder_begin_object (builder);
  json_writer_add_string (builder, "title", issue_get_title (issue));
  json_writer_add_string (builder, "body", issue_get_body (issue));
  add_labels (builder, issue);
  add_fields (builder, issue);
  json_writer_add_string (builder, "form_url", form_url);
  json_writer_add_integer (builder, "characters", (gint64) issue_get_n_characters (issue));
  json_writer_add_integer (builder, "masked", issue_get_n_masked (issue));
  json_writer_add_integer (builder, "personal", secret_list_count_shown (issue_get_secrets (issue)));
  json_builder_end_object (builder);

  return json_writer_dup_text (builder);
}

static void
print_issue (Issue    *issue,
             gboolean  title,
             gboolean  body,
             gboolean  json)
{
  if (json) {
    g_autofree char *text = format_json (issue);

    output_text (text);
    return;
  }

  if (!body)
    output_text (issue_get_title (issue));
  if (!title && !body)
    output_text ("\n");
  if (!title)
    output_text (issue_get_body (issue));
}

CommandStatus
command_issue (int          argc,
               char       **argv,
               const char  *profile)
{
  g_autofree char *job = NULL;
  g_autofree char *commit = NULL;
  gboolean title = FALSE;
  gboolean body = FALSE;
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "job", 0, 0, G_OPTION_ARG_STRING, &job, N_("Name of the job, where the log does not say it"), N_("NAME") },
    { "commit", 0, 0, G_OPTION_ARG_STRING, &commit, N_("Commit, where the log does not say it"), N_("HASH") },
    { "title", 0, 0, G_OPTION_ARG_NONE, &title, N_("Print the title alone"), NULL },
    { "body", 0, 0, G_OPTION_ARG_NONE, &body, N_("Print the body alone"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_auto (Arguments) arguments = { NULL };
  g_autoptr (JobLog) log = NULL;
  g_autoptr (Issue) issue = NULL;

  if (!arguments_parse (&arguments, N_("Prints the issue that the log should become."),
                        profile, options, argc, argv))
    return COMMAND_WRONG_USAGE;
  if (title + body + json > 1)
    return command_fail (COMMAND_WRONG_USAGE, _("issue: one of --title, --body and --json at a time"));
  if (!arguments_check_facts (argv[0], job, commit))
    return COMMAND_WRONG_USAGE;

  log = input_read_log (&arguments, JOB_LOG_READ_DEFAULT);
  if (log == NULL)
    return COMMAND_FAILED;
  issue = input_make_issue (&arguments, log, job, commit);
  if (issue == NULL)
    return COMMAND_FAILED;

  print_issue (issue, title, body, json);
  if (!title)
    masking_print_personal (issue_get_secrets (issue));

  return output_finish ();
}
