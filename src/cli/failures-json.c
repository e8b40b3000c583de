/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <json-glib/json-glib.h>

#include "failures-json.h"

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_integer (JsonBuilder *builder,
             const char  *name,
             gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_runners (JsonBuilder *builder,
             Findings    *findings)
{
  json_builder_set_member_name (builder, "runners");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->runners->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (findings->runners, i));
  json_builder_end_array (builder);
  add_integer (builder, "unnamed", findings->unnamed);
}

static void
add_sections (JsonBuilder *builder,
              JobLog      *log)
{
  g_autoptr (GPtrArray) sections = job_log_get_sections (log);

  json_builder_set_member_name (builder, "sections");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sections->len; i++) {
    Section *section = g_ptr_array_index (sections, i);

    json_builder_begin_object (builder);
    add_string (builder, "name", section->name);
    add_integer (builder, "first_line", section->first_line);
    add_integer (builder, "last_line", section->last_line);
    if (section->seconds >= 0) {
      json_builder_set_member_name (builder, "seconds");
      json_builder_add_double_value (builder, section->seconds);
    }
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_log (JsonBuilder *builder,
         JobLog      *log,
         Findings    *findings)
{
  g_autoptr (JobFacts) facts = job_log_get_facts (log);

  json_builder_set_member_name (builder, "log");
  json_builder_begin_object (builder);
  add_string (builder, "name", job_log_get_name (log));
  add_integer (builder, "lines", job_log_get_n_lines (log));
  add_string (builder, "ci", job_log_get_ci (log));
  add_string (builder, "job", facts->job);
  add_string (builder, "commit", facts->commit);
  add_string (builder, "branch", facts->branch);
  add_string (builder, "repository", facts->repository);
  add_string (builder, "build_url", facts->build_url);
  add_runners (builder, findings);
  add_sections (builder, log);
  json_builder_end_object (builder);
}

static void
add_cause (JsonBuilder        *builder,
           const FailureCause *cause)
{
  json_builder_set_member_name (builder, "cause");
  json_builder_begin_object (builder);
  add_string (builder, "exception", cause->exception);
  add_string (builder, "message", cause->message);
  add_string (builder, "process", cause->process);
  add_integer (builder, "line", cause->line);
  add_integer (builder, "first_line", cause->first_line);
  add_integer (builder, "last_line", cause->last_line);
  json_builder_end_object (builder);
}

static void
add_failure (JsonBuilder   *builder,
             const Failure *failure)
{
  json_builder_begin_object (builder);
  add_string (builder, "test", failure->test);
  if (failure->suite[0] != '\0')
    add_string (builder, "suite", failure->suite);
  add_string (builder, "runner", failure->runner);
  add_string (builder, "kind", failure_kind_to_string (failure->kind));
  add_string (builder, "exception", failure->exception);
  add_string (builder, "message", failure->message);
  add_integer (builder, "line", failure->line);
  add_integer (builder, "first_line", failure->first_line);
  add_integer (builder, "last_line", failure->last_line);
  if (failure->exit_status >= 0)
    add_integer (builder, "exit_status", failure->exit_status);
  json_builder_set_member_name (builder, "flaky");
  json_builder_add_boolean_value (builder, failure->flaky);
  if (failure->cause != NULL)
    add_cause (builder, failure->cause);
  json_builder_end_object (builder);
}

char *
failures_json_dup (JobLog *log)
{
  g_autoptr (Findings) findings = job_log_get_findings (log);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_log (builder, log, findings);
  json_builder_set_member_name (builder, "failures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->failures->len; i++)
    add_failure (builder, g_ptr_array_index (findings->failures, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}
