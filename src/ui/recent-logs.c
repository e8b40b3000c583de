/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>

#include "settings.h"

#include "recent-logs.h"

#define KEY       "recent"
#define MAX_KEPT  10

void
recent_log_free (RecentLog *log)
{
  g_free (log->uri);
  g_free (log->job);
  g_free (log->summary);
  g_free (log->kind);
  g_free (log);
}

static gboolean
is_gone (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  return g_file_is_native (file) && !g_file_query_exists (file, NULL);
}

GPtrArray *
recent_logs_list (guint max)
{
  GSettings *settings = settings_get ();
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) recent_log_free);
  g_autoptr (GVariant) value = NULL;
  GVariantIter iter;
  RecentLog log;

  if (settings == NULL)
    return list;

  value = g_settings_get_value (settings, KEY);
  g_variant_iter_init (&iter, value);
  while (list->len < max
         && g_variant_iter_next (&iter, "(ssssx)", &log.uri, &log.job, &log.summary, &log.kind,
                                 &log.time)) {
    RecentLog *copy = g_memdup2 (&log, sizeof log);

    if (is_gone (copy->uri))
      recent_log_free (copy);
    else
      g_ptr_array_add (list, copy);
  }

  return list;
}

static void
add_to_builder (GVariantBuilder *builder,
                const RecentLog *log)
{
  g_variant_builder_add (builder, "(ssssx)", log->uri, log->job, log->summary, log->kind, log->time);
}

void
recent_logs_add (const RecentLog *log)
{
  GSettings *settings = settings_get ();
  g_autoptr (GPtrArray) before = recent_logs_list (MAX_KEPT);
  GVariantBuilder builder;
  guint kept = 1;

  if (settings == NULL)
    return;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ssssx)"));
  add_to_builder (&builder, log);
  for (guint i = 0; i < before->len && kept < MAX_KEPT; i++) {
    const RecentLog *other = g_ptr_array_index (before, i);

    if (!g_str_equal (other->uri, log->uri)) {
      add_to_builder (&builder, other);
      kept++;
    }
  }

  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}
