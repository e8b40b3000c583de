/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "json-writer.h"
#include "tracker-issue.h"

#include "triage.h"

static void
add_last_failed (JsonBuilder     *builder,
                 const RemoteJob *job)
{
  json_writer_begin_object (builder, "last_failed");
  json_writer_add_integer (builder, "build", g_ascii_strtoll (job->build, NULL, 10));
  json_writer_add_string (builder, "url", job->url);
  json_builder_end_object (builder);
}

static void
add_issues (JsonBuilder     *builder,
            const TriageRow *row)
{
  json_writer_begin_list (builder, "issues");
  for (guint i = 0; i < row->issues->len; i++)
    json_builder_add_int_value (builder, ((TrackerIssue *) g_ptr_array_index (row->issues, i))->number);
  json_builder_end_array (builder);
}

static void
add_row (JsonBuilder     *builder,
         const Triage    *triage,
         const TriageRow *row)
{
  json_builder_begin_object (builder);
  json_writer_add_string (builder, "test", row->test);
  json_writer_add_strings (builder, "jobs", row->jobs);
  json_writer_add_integer (builder, "runs", row->n_runs);
  json_writer_add_integer (builder, "failed", row->n_failed);
  json_writer_add_number (builder, "reliability", row->reliability);
  if (row->last_job != NULL)
    add_last_failed (builder, row->last_job);
  if (triage->has_issues)
    add_issues (builder, row);
  json_builder_end_object (builder);
}

char *
triage_dup_json (const Triage *triage,
                 gboolean      with_always)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_writer_add_time (builder, "since", triage->since);
  json_writer_add_string (builder, "branch", triage->branch);
  json_writer_begin_list (builder, "tests");
  for (guint i = 0; i < triage->rows->len; i++) {
    const TriageRow *row = g_ptr_array_index (triage->rows, i);

    if (with_always || !triage_row_is_always (row))
      add_row (builder, triage, row);
  }
  json_builder_end_array (builder);
  json_writer_add_integer (builder, "hidden", with_always ? 0 : triage->n_always);
  json_builder_end_object (builder);

  return json_writer_dup_text (builder);
}
