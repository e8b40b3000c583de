/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What culprit-cli says of many logs, with the rules loaded once. Each line of standard input is a path; for each comes a
 * line {"failures": as of "failures --json", "clean": as of "clean", "rerun": as of "rerun", "loop": as of "rerun --loop"}. */

#include "config.h"

#include <json-glib/json-glib.h>
#include <stdio.h>

#include "failures-json.h"
#include "issue.h"
#include "store-text.h"

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value != NULL ? value : "");
}

static void
add_reruns (JsonBuilder *builder,
            JobLog      *log)
{
  g_autoptr (Findings) findings = job_log_get_findings (log);
  g_autoptr (Profile) profile = profile_load ("generic", NULL);
  g_autoptr (Issue) issue = findings->failures->len > 0 ? issue_new (log, findings, profile) : NULL;
  g_autofree char *rerun = issue != NULL ? issue_dup_rerun (issue, FALSE) : NULL;
  g_autofree char *loop = issue != NULL ? issue_dup_rerun (issue, TRUE) : NULL;

  add_string (builder, "rerun", rerun);
  add_string (builder, "loop", loop);
}

static char *
dup_json (JobLog *log)
{
  g_autofree char *failures = failures_json_dup (log);
  g_autofree char *clean = store_text_dup (job_log_get_store (log), 1, job_log_get_n_lines (log));
  g_autoptr (JsonNode) node = json_from_string (failures, NULL);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "failures");
  json_builder_add_value (builder, g_steal_pointer (&node));
  add_string (builder, "clean", clean);
  add_reruns (builder, log);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static void
read_log (JobLogContext *context,
          const char    *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (LogSource) source = log_source_open_file (file, NULL, &error);
  g_autoptr (JobLog) log = NULL;
  g_autofree char *json = NULL;

  g_assert_no_error (error);
  log = job_log_new (context, source->name);
  job_log_read (log, source, JOB_LOG_READ_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  json = dup_json (log);
  puts (json);
}

int
main (void)
{
  g_autoptr (JobLogContext) context = job_log_context_new (NULL);
  char *line = NULL;
  size_t size = 0;
  ssize_t length;

  while ((length = getline (&line, &size, stdin)) > 0) {
    g_strchomp (line);
    read_log (context, line);
  }
  free (line);

  return 0;
}
