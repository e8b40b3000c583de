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

/* The files that are gone: uri (owned). They come back into sight with the disk that they are on. */
static GHashTable *
get_gone (void)
{
  static GHashTable *gone;

  if (gone == NULL)
    gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return gone;
}

static GPtrArray *
list_all (void)
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
  while (g_variant_iter_next (&iter, "(ssssx)", &log.uri, &log.job, &log.summary, &log.kind, &log.time))
    g_ptr_array_add (list, g_memdup2 (&log, sizeof log));

  return list;
}

GPtrArray *
recent_logs_list (guint max)
{
  GPtrArray *list = list_all ();

  for (guint i = 0; i < list->len;)
    if (i == max || g_hash_table_contains (get_gone (), ((const RecentLog *) g_ptr_array_index (list, i))->uri))
      g_ptr_array_remove_index (list, i);
    else
      i++;

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
  g_autoptr (GPtrArray) before = list_all ();
  GVariantBuilder builder;
  guint kept = 1;

  if (settings_get () == NULL)
    return;

  g_hash_table_remove (get_gone (), log->uri);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ssssx)"));
  add_to_builder (&builder, log);
  for (guint i = 0; i < before->len && kept < MAX_KEPT; i++) {
    const RecentLog *other = g_ptr_array_index (before, i);

    if (!g_str_equal (other->uri, log->uri)) {
      add_to_builder (&builder, other);
      kept++;
    }
  }

  g_settings_set_value (settings_get (), KEY, g_variant_builder_end (&builder));
}

/* The files that were asked for and have not answered: uri (owned). */
static GHashTable *
get_asked (void)
{
  static GHashTable *asked;

  if (asked == NULL)
    asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return asked;
}

static void
file_answered (GObject      *object,
               GAsyncResult *result,
               gpointer      data)
{
  g_autofree char *uri = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (object), result, &error);

  gboolean is_gone = info == NULL && (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
                                      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY));

  g_hash_table_remove (get_asked (), uri);
  if (is_gone == g_hash_table_contains (get_gone (), uri))
    return;

  if (is_gone)
    g_hash_table_add (get_gone (), g_strdup (uri));
  else
    g_hash_table_remove (get_gone (), uri);
  g_signal_emit_by_name (settings_get (), "changed::" KEY, KEY);
}

void
recent_logs_look_for_gone (void)
{
  g_autoptr (GPtrArray) logs = list_all ();

  for (guint i = 0; i < logs->len; i++) {
    const char *uri = ((const RecentLog *) g_ptr_array_index (logs, i))->uri;
    g_autoptr (GFile) file = g_file_new_for_uri (uri);

    if (g_file_is_native (file) && g_hash_table_add (get_asked (), g_strdup (uri)))
      g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL,
                               file_answered, g_strdup (uri));
  }
}
