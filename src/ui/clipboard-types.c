/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "clipboard-types.h"

#define MAX_WAIT 1000 /* milliseconds */

typedef struct {
  gulong changed_id;
  guint  timeout_id;
} Waiting;

static gboolean
is_known (GdkClipboard *clipboard)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  gsize n_gtypes, n_mime_types;

  gdk_content_formats_get_gtypes (formats, &n_gtypes);
  gdk_content_formats_get_mime_types (formats, &n_mime_types);

  return n_gtypes > 0 || n_mime_types > 0;
}

static void
end (GTask    *task,
     gboolean  is_offered)
{
  Waiting *waiting = g_task_get_task_data (task);

  g_clear_signal_handler (&waiting->changed_id, g_task_get_source_object (task));
  g_clear_handle_id (&waiting->timeout_id, g_source_remove);
  g_task_return_boolean (task, is_offered);
  g_object_unref (task);
}

static void
clipboard_changed (GTask *task)
{
  if (is_known (g_task_get_source_object (task)))
    end (task, TRUE);
}

static gboolean
waited_long_enough (gpointer task)
{
  Waiting *waiting = g_task_get_task_data (task);

  waiting->timeout_id = 0;
  end (task, FALSE);

  return G_SOURCE_REMOVE;
}

void
clipboard_types_wait (GdkClipboard        *clipboard,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task;
  Waiting *waiting;

  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));

  task = g_task_new (clipboard, NULL, callback, user_data);
  waiting = g_new0 (Waiting, 1);
  g_task_set_task_data (task, waiting, g_free);
  if (is_known (clipboard)) {
    end (task, TRUE);
    return;
  }

  waiting->changed_id = g_signal_connect_swapped (clipboard, "changed", G_CALLBACK (clipboard_changed), task);
  waiting->timeout_id = g_timeout_add (MAX_WAIT, waited_long_enough, task);
}

gboolean
clipboard_types_wait_finish (GdkClipboard *clipboard,
                             GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
