/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <json-glib/json-glib.h>

#include "history.h"

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

/* What is not known is absent. */
static void
add_build (JsonBuilder        *builder,
           const char         *name,
           const HistoryBuild *build)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *finished = NULL;

  if (build == NULL)
    return;
  time = g_date_time_new_from_unix_utc (build->finished_at);
  finished = build->finished_at > 0 && time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  if (build->number > 0)
    add_integer (builder, "build", build->number);
  add_string (builder, "commit", build->commit);
  add_string (builder, "url", build->url);
  add_string (builder, "finished_at", finished);
  json_builder_end_object (builder);
}

static void
add_suspects (JsonBuilder     *builder,
              const GPtrArray *suspects)
{
  json_builder_set_member_name (builder, "suspects");
  json_builder_begin_array (builder);
  for (guint i = 0; i < suspects->len; i++) {
    const Suspect *suspect = g_ptr_array_index (suspects, i);
    g_autofree char *why = suspect_dup_why (suspect);

    json_builder_begin_object (builder);
    add_integer (builder, "pull", suspect->pull->number);
    add_string (builder, "title", suspect->pull->title);
    add_string (builder, "author", suspect->pull->author);
    add_string (builder, "url", suspect->pull->url);
    add_string (builder, "why", why);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

char *
history_dup_json (const History *history)
{
  const HistoryFinding *finding = history->finding;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = history_text_dup_markdown (finding);

  json_builder_begin_object (builder);
  add_string (builder, "job", finding->job);
  add_string (builder, "test", finding->test);
  add_string (builder, "branch", finding->branch);
  add_build (builder, "last_good", finding->last_good);
  add_build (builder, "first_bad", finding->first_bad);
  add_string (builder, "compare_url", finding->compare_url);
  add_suspects (builder, finding->suspects);
  add_integer (builder, "runs", finding->n_runs);
  add_integer (builder, "failed", finding->n_failed);
  json_builder_set_member_name (builder, "flaky");
  json_builder_add_boolean_value (builder, finding->is_flaky);
  add_string (builder, "verdict", verdict_to_string (finding->verdict));
  add_string (builder, "text", text);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}
