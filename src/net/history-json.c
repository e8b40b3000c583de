/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "json-writer.h"

#include "history.h"

/* What is not known is absent. */
static void
add_build (JsonBuilder        *builder,
           const char         *name,
           const HistoryBuild *build)
{
  if (build == NULL)
    return;
  json_writer_begin_object (builder, name);
  if (build->number > 0)
    json_writer_add_integer (builder, "build", build->number);
  json_writer_add_string (builder, "commit", build->commit);
  json_writer_add_string (builder, "url", build->url);
  json_writer_add_time (builder, "finished_at", build->finished_at);
  json_builder_end_object (builder);
}

static void
add_suspects (JsonBuilder     *builder,
              const GPtrArray *suspects)
{
  json_writer_begin_list (builder, "suspects");
  for (guint i = 0; i < suspects->len; i++) {
    const Suspect *suspect = g_ptr_array_index (suspects, i);
    g_autofree char *why = suspect_dup_why (suspect);

    json_builder_begin_object (builder);
    json_writer_add_integer (builder, "pull", suspect->pull->number);
    json_writer_add_string (builder, "title", suspect->pull->title);
    json_writer_add_string (builder, "author", suspect->pull->author);
    json_writer_add_string (builder, "url", suspect->pull->url);
    json_writer_add_string (builder, "why", why);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

char *
history_dup_json (const History *history)
{
  const HistoryFinding *finding = history->finding;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *text = history_text_dup_markdown (finding);

  json_builder_begin_object (builder);
  json_writer_add_string (builder, "job", finding->job);
  json_writer_add_string (builder, "test", finding->test);
  json_writer_add_string (builder, "branch", finding->branch);
  add_build (builder, "last_good", finding->last_good);
  add_build (builder, "first_bad", finding->first_bad);
  json_writer_add_integer (builder, "between", finding->n_between);
  json_writer_add_string (builder, "compare_url", finding->compare_url);
  add_suspects (builder, finding->suspects);
  json_writer_add_integer (builder, "runs", finding->n_runs);
  json_writer_add_integer (builder, "failed", finding->n_failed);
  json_writer_add_boolean (builder, "flaky", finding->is_flaky);
  json_writer_add_string (builder, "verdict", verdict_to_string (finding->verdict));
  json_writer_add_string (builder, "text", text);
  json_builder_end_object (builder);

  return json_writer_dup_text (builder);
}
