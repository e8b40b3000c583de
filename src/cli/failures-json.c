/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "json-writer.h"

#include "failures-json.h"

static void
add_runners (JsonBuilder *builder,
             Findings    *findings)
{
  json_writer_add_strings (builder, "runners", findings->runners);
  json_writer_add_integer (builder, "unnamed", findings->unnamed);
}

static void
add_sections (JsonBuilder *builder,
              JobLog      *log)
{
  g_autoptr (GPtrArray) sections = job_log_get_sections (log);

  json_writer_begin_list (builder, "sections");
  for (guint i = 0; i < sections->len; i++) {
    Section *section = g_ptr_array_index (sections, i);

    json_builder_begin_object (builder);
    json_writer_add_string (builder, "name", section->name);
    json_writer_add_integer (builder, "first_line", section->first_line);
    json_writer_add_integer (builder, "last_line", section->last_line);
    if (section->seconds >= 0) {
      json_writer_add_number (builder, "seconds", section->seconds);
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

  json_writer_begin_object (builder, "log");
  json_writer_add_string (builder, "name", job_log_get_name (log));
  json_writer_add_integer (builder, "lines", job_log_get_n_lines (log));
  json_writer_add_string (builder, "ci", job_log_get_ci (log));
  json_writer_add_string (builder, "job", facts->job);
  json_writer_add_string (builder, "commit", facts->commit);
  json_writer_add_string (builder, "branch", facts->branch);
  json_writer_add_string (builder, "repository", facts->repository);
  json_writer_add_string (builder, "build_url", facts->build_url);
  add_runners (builder, findings);
  add_sections (builder, log);
  json_builder_end_object (builder);
}

static void
add_cause (JsonBuilder        *builder,
           const FailureCause *cause)
{
  json_writer_begin_object (builder, "cause");
  json_writer_add_string (builder, "exception", cause->exception);
  json_writer_add_string (builder, "message", cause->message);
  json_writer_add_string (builder, "process", cause->process);
  json_writer_add_integer (builder, "line", cause->line);
  json_writer_add_integer (builder, "first_line", cause->first_line);
  json_writer_add_integer (builder, "last_line", cause->last_line);
  json_builder_end_object (builder);
}

static void
add_failure (JsonBuilder   *builder,
             const Failure *failure)
{
  json_builder_begin_object (builder);
  json_writer_add_string (builder, "test", failure->test);
  if (failure->suite[0] != '\0')
    json_writer_add_string (builder, "suite", failure->suite);
  json_writer_add_string (builder, "runner", failure->runner);
  json_writer_add_string (builder, "kind", failure_kind_to_string (failure->kind));
  json_writer_add_string (builder, "exception", failure->exception);
  json_writer_add_string (builder, "message", failure->message);
  json_writer_add_integer (builder, "line", failure->line);
  json_writer_add_integer (builder, "first_line", failure->first_line);
  json_writer_add_integer (builder, "last_line", failure->last_line);
  if (failure->exit_status >= 0)
    json_writer_add_integer (builder, "exit_status", failure->exit_status);
  json_writer_add_boolean (builder, "flaky", failure->flaky);
  if (failure->cause != NULL)
    add_cause (builder, failure->cause);
  json_builder_end_object (builder);
}

char *
failures_json_dup (JobLog *log)
{
  g_autoptr (Findings) findings = job_log_get_findings (log);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_log (builder, log, findings);
  json_writer_begin_list (builder, "failures");
  for (guint i = 0; i < findings->failures->len; i++)
    add_failure (builder, g_ptr_array_index (findings->failures, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return json_writer_dup_text (builder);
}
