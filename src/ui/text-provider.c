/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gunixoutputstream.h>
#include <glib-unix.h>
#include <string.h>

#include "text-provider.h"
#include "worker.h"

/* What goes from the text to whoever pastes it in one go. */
#define CHUNK_BYTES (256 * 1024)

/* Kept by the provider, and by every paste that is under way. */
typedef struct {
  CulpritTextFunc open;
  gpointer        data;
  GDestroyNotify  destroy;
} TextSource;

struct _CulpritTextProvider {
  GdkContentProvider parent_instance;

  TextSource *source;        /* an atomic reference-counted box */
};

G_DEFINE_FINAL_TYPE (CulpritTextProvider, culprit_text_provider, GDK_TYPE_CONTENT_PROVIDER)

/* One paste. */
typedef struct {
  TextSource    *source;
  GOutputStream *output;
  GInputStream  *input;
  GBytes        *bytes;      /* read and not yet written */
} Paste;

static void
clear_source (gpointer data)
{
  TextSource *source = data;

  if (source->destroy != NULL)
    source->destroy (source->data);
}

static void
unref_source (TextSource *source)
{
  g_atomic_rc_box_release_full (source, clear_source);
}

static void
free_paste (gpointer data)
{
  Paste *paste = data;

  unref_source (paste->source);
  g_clear_object (&paste->input);
  g_clear_object (&paste->output);
  g_clear_pointer (&paste->bytes, g_bytes_unref);
  g_free (paste);
}

static GdkContentFormats *
culprit_text_provider_ref_formats (GdkContentProvider *provider)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_mime_type (builder, "text/plain;charset=utf-8");
  gdk_content_formats_builder_add_mime_type (builder, "text/plain");
  gdk_content_formats_builder_add_mime_type (builder, "UTF8_STRING");
  gdk_content_formats_builder_add_gtype (builder, G_TYPE_STRING);

  return gdk_content_formats_builder_free_to_formats (builder);
}

static void read_next (GTask *task);

static void
wrote (GObject      *object,
       GAsyncResult *result,
       gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (object), result, NULL, &error))
    read_next (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
got_bytes (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  Paste *paste = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_pointer (&paste->bytes, g_bytes_unref);
  paste->bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, &error);
  if (paste->bytes == NULL)
    g_task_return_error (task, error);
  else if (g_bytes_get_size (paste->bytes) == 0)
    g_task_return_boolean (task, TRUE);
  else
    g_output_stream_write_all_async (paste->output,
                                     g_bytes_get_data (paste->bytes, NULL), g_bytes_get_size (paste->bytes),
                                     g_task_get_priority (task), g_task_get_cancellable (task),
                                     wrote, g_object_ref (task));
}

static void
read_next (GTask *task)
{
  Paste *paste = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (paste->input, CHUNK_BYTES, g_task_get_priority (task),
                                   g_task_get_cancellable (task), got_bytes, task);
}

static void
opened (GObject      *object,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr (GTask) task = data;
  Paste *paste = g_task_get_task_data (task);
  GError *error = NULL;

  paste->input = g_task_propagate_pointer (G_TASK (result), &error);
  if (paste->input != NULL)
    read_next (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
open_text (GTask        *task,
           gpointer      object,
           gpointer      data,
           GCancellable *cancellable)
{
  TextSource *source = data;
  GError *error = NULL;
  GInputStream *input = source->open (source->data, &error);

  if (input != NULL)
    g_task_return_pointer (task, input, g_object_unref);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no text");
}

/* A pipe that is full and blocks would stop the window until somebody reads from it. */
static void
stop_blocking (GOutputStream *stream)
{
  if (G_IS_UNIX_OUTPUT_STREAM (stream))
    g_unix_set_fd_nonblocking (g_unix_output_stream_get_fd (G_UNIX_OUTPUT_STREAM (stream)), TRUE, NULL);
}

/* Streams on the main context's turns, for X11's stream wants to be written to from there. */
static void
culprit_text_provider_write_mime_type_async (GdkContentProvider  *provider,
                                             const char          *mime_type,
                                             GOutputStream       *stream,
                                             int                  priority,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             data)
{
  CulpritTextProvider *self = CULPRIT_TEXT_PROVIDER (provider);
  GTask *task = g_task_new (self, cancellable, callback, data);
  g_autoptr (GTask) opening = NULL;
  Paste *paste = g_new0 (Paste, 1);

  paste->source = g_atomic_rc_box_acquire (self->source);
  paste->output = g_object_ref (stream);
  stop_blocking (stream);
  g_task_set_source_tag (task, culprit_text_provider_write_mime_type_async);
  g_task_set_priority (task, priority);
  g_task_set_task_data (task, paste, free_paste);

  opening = g_task_new (self, cancellable, opened, task);
  g_task_set_task_data (opening, g_atomic_rc_box_acquire (self->source), (GDestroyNotify) unref_source);
  worker_run (opening, open_text);
}

static gboolean
culprit_text_provider_write_mime_type_finish (GdkContentProvider  *provider,
                                              GAsyncResult        *result,
                                              GError             **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
culprit_text_provider_finalize (GObject *object)
{
  CulpritTextProvider *self = CULPRIT_TEXT_PROVIDER (object);

  unref_source (self->source);

  G_OBJECT_CLASS (culprit_text_provider_parent_class)->finalize (object);
}

static void
culprit_text_provider_class_init (CulpritTextProviderClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = culprit_text_provider_finalize;
  provider_class->ref_formats = culprit_text_provider_ref_formats;
  provider_class->write_mime_type_async = culprit_text_provider_write_mime_type_async;
  provider_class->write_mime_type_finish = culprit_text_provider_write_mime_type_finish;
}

static void
culprit_text_provider_init (CulpritTextProvider *self)
{
  self->source = g_atomic_rc_box_new0 (TextSource);
}

GdkContentProvider *
culprit_text_provider_new (CulpritTextFunc open,
                           gpointer        data,
                           GDestroyNotify  destroy)
{
  CulpritTextProvider *self = g_object_new (CULPRIT_TYPE_TEXT_PROVIDER, NULL);

  *self->source = (TextSource) { open, data, destroy };

  return GDK_CONTENT_PROVIDER (self);
}

static GInputStream *
open_bytes (gpointer   data,
            GError   **error)
{
  return g_memory_input_stream_new_from_bytes (data);
}

GdkContentProvider *
culprit_text_provider_new_text (const char *text)
{
  return culprit_text_provider_new (open_bytes, g_bytes_new (text, strlen (text)),
                                    (GDestroyNotify) g_bytes_unref);
}
