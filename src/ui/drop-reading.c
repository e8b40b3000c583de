/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "drop-reading.h"

#define MAX_SIZE (1024 * 1024)

typedef struct {
  GdkDrop *drop;
  char    *text;
  gsize    length;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->drop);
  g_free (reading->text);
  g_free (reading);
}

static void
text_was_read (GObject      *stream,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_input_stream_read_all_finish (G_INPUT_STREAM (stream), result, &reading->length, &error)) {
    g_task_return_error (task, error);
    return;
  }
  reading->text[reading->length] = '\0';
  g_task_return_boolean (task, TRUE);
}

static void
stream_was_opened (GObject      *drop,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GInputStream) stream = gdk_drop_read_finish (GDK_DROP (drop), result, NULL, &error);

  if (stream == NULL) {
    g_task_return_error (task, error);
    return;
  }
  reading->text = g_malloc (MAX_SIZE + 1);
  g_input_stream_read_all_async (stream, reading->text, MAX_SIZE, G_PRIORITY_DEFAULT, NULL, text_was_read,
                                 g_steal_pointer (&task));
}

void
drop_reading_start (GdkDrop              *drop,
                    const char          **types,
                    GObject              *object,
                    GAsyncReadyCallback   callback)
{
  GTask *task = g_task_new (object, NULL, callback, NULL);
  Reading *reading = g_new0 (Reading, 1);

  reading->drop = g_object_ref (drop);
  g_task_set_task_data (task, reading, reading_free);
  gdk_drop_read_async (drop, types, G_PRIORITY_DEFAULT, NULL, stream_was_opened, task);
}

char *
drop_reading_finish (GAsyncResult  *result,
                     gsize         *ret_length,
                     GError       **error)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  if (ret_length != NULL)
    *ret_length = reading->length;

  return g_steal_pointer (&reading->text);
}

GdkDrop *
drop_reading_get_drop (GAsyncResult *result)
{
  return ((Reading *) g_task_get_task_data (G_TASK (result)))->drop;
}
