/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib-unix.h>
#include <string.h>
#include <unistd.h>

#include "text-provider.h"
#include "widget-test.h"

#define LARGE (50 * 1024 * 1024)

/* Gives LENGTH bytes of nothing but 'x', and remembers how many were asked for. */
#define TEST_TYPE_STREAM (test_stream_get_type ())
G_DECLARE_FINAL_TYPE (TestStream, test_stream, TEST, STREAM, GInputStream)

struct _TestStream {
  GInputStream parent_instance;

  gsize length;
};

G_DEFINE_FINAL_TYPE (TestStream, test_stream, G_TYPE_INPUT_STREAM)

static gsize n_read;           /* of all streams */
static GThread *opened_in;
static gboolean destroyed;

static gssize
test_stream_read (GInputStream  *stream,
                  void          *buffer,
                  gsize          count,
                  GCancellable  *cancellable,
                  GError       **error)
{
  TestStream *self = TEST_STREAM (stream);

  count = MIN (count, self->length);
  memset (buffer, 'x', count);
  self->length -= count;
  n_read += count;

  return (gssize) count;
}

static void
test_stream_class_init (TestStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = test_stream_read;
}

static void
test_stream_init (TestStream *self)
{
}

static GInputStream *
open_stream (gpointer   data,
             GError   **error)
{
  TestStream *stream = g_object_new (TEST_TYPE_STREAM, NULL);

  stream->length = GPOINTER_TO_SIZE (data);
  opened_in = g_thread_self ();

  return G_INPUT_STREAM (stream);
}

static void
destroy (gpointer data)
{
  destroyed = TRUE;
}

static void
wrote (GObject      *object,
       GAsyncResult *result,
       gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
finish (GdkContentProvider  *provider,
        GAsyncResult       **result,
        GError             **error)
{
  gboolean done;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  done = gdk_content_provider_write_mime_type_finish (provider, *result, error);
  g_clear_object (result);

  return done;
}

static void
test_formats (void)
{
  g_autoptr (GdkContentProvider) provider = culprit_text_provider_new_text ("text");
  g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (provider);

  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/plain"));
  g_assert_true (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));
}

static void
test_text (void)
{
  g_autoptr (GdkContentProvider) provider = culprit_text_provider_new_text ("ünï\ntext\n");
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  for (int i = 0; i < 2; i++) {
    gdk_content_provider_write_mime_type_async (provider, "text/plain;charset=utf-8", output,
                                                G_PRIORITY_DEFAULT, NULL, wrote, &result);
    g_assert_true (finish (provider, &result, &error));
    g_assert_no_error (error);
  }
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (output)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (output)),
                   "ünï\ntext\nünï\ntext\n", 22);

}

static void
got_text (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

/* A paste into this same program gets it in pieces, too, and never all at once from the main thread. */
static void
test_same_program (void)
{
  g_autoptr (GdkContentProvider) provider = culprit_text_provider_new_text ("ünï\ntext\n");
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_value_init (&value, G_TYPE_STRING);
  g_assert_false (gdk_content_provider_get_value (provider, &value, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  gdk_clipboard_set_content (clipboard, provider);
  gdk_clipboard_read_text_async (clipboard, NULL, got_text, &text);
  widget_test_until (text != NULL, 10);
  g_assert_cmpstr (text, ==, "ünï\ntext\n");
  gdk_clipboard_set_content (clipboard, NULL);
}

static void
test_reads_no_more_than_is_taken (void)
{
  g_autoptr (GdkContentProvider) provider = culprit_text_provider_new (open_stream, GSIZE_TO_POINTER (LARGE), destroy);
  g_autoptr (GInputStream) reader = NULL;
  g_autoptr (GOutputStream) writer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *buffer = g_malloc (1024 * 1024);
  GAsyncResult *result = NULL;
  gsize taken = 0;
  int ends[2];

  g_assert_true (g_unix_open_pipe (ends, FD_CLOEXEC, NULL));
  g_assert_true (g_unix_set_fd_nonblocking (ends[0], TRUE, NULL));
  reader = g_unix_input_stream_new (ends[0], TRUE);
  writer = g_unix_output_stream_new (ends[1], TRUE);

  n_read = 0;
  opened_in = NULL;
  destroyed = FALSE;
  gdk_content_provider_write_mime_type_async (provider, "text/plain", writer, G_PRIORITY_DEFAULT,
                                              NULL, wrote, &result);
  g_assert_cmpuint (n_read, ==, 0);
  g_object_unref (g_steal_pointer (&provider));

  while (result == NULL || taken < LARGE) {
    gssize n = g_pollable_input_stream_read_nonblocking (G_POLLABLE_INPUT_STREAM (reader), buffer,
                                                         1024 * 1024, NULL, NULL);

    if (n > 0)
      taken += (gsize) n;
    g_assert_cmpuint (n_read - taken, <=, 1024 * 1024);
    g_main_context_iteration (NULL, n <= 0 && result == NULL);
  }

  g_assert_cmpuint (taken, ==, LARGE);
  g_assert_true (g_task_propagate_boolean (G_TASK (result), &error));
  g_assert_no_error (error);
  g_assert_nonnull (opened_in);
  g_assert_false (opened_in == g_thread_self ());
  g_object_unref (result);
  g_assert_true (destroyed);
}

static void
test_cancel (void)
{
  g_autoptr (GdkContentProvider) provider = culprit_text_provider_new (open_stream, GSIZE_TO_POINTER (LARGE), destroy);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GOutputStream) writer = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  int ends[2];

  g_assert_true (g_unix_open_pipe (ends, FD_CLOEXEC, NULL));
  writer = g_unix_output_stream_new (ends[1], TRUE);

  n_read = 0;
  gdk_content_provider_write_mime_type_async (provider, "text/plain", writer, G_PRIORITY_DEFAULT,
                                              cancellable, wrote, &result);
  while (n_read == 0)
    g_main_context_iteration (NULL, FALSE);
  g_cancellable_cancel (cancellable);
  g_assert_false (finish (provider, &result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n_read, <, LARGE);
  close (ends[0]);
}

static GInputStream *
open_nothing (gpointer   data,
              GError   **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "no");

  return NULL;
}

static void
test_error (void)
{
  g_autoptr (GdkContentProvider) provider = culprit_text_provider_new (open_nothing, NULL, NULL);
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  gdk_content_provider_write_mime_type_async (provider, "text/plain", output, G_PRIORITY_DEFAULT,
                                              NULL, wrote, &result);
  g_assert_false (finish (provider, &result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv))
    g_test_add_func ("/text-provider/same-program", test_same_program);
  g_test_add_func ("/text-provider/formats", test_formats);
  g_test_add_func ("/text-provider/text", test_text);
  g_test_add_func ("/text-provider/reads-no-more-than-is-taken", test_reads_no_more_than_is_taken);
  g_test_add_func ("/text-provider/cancel", test_cancel);
  g_test_add_func ("/text-provider/error", test_error);

  return g_test_run ();
}
