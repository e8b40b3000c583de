/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-test.h"

LogStore *
log_test_store_new (const char *text)
{
  LogStore *store = log_store_new ();

  while (*text != '\0') {
    gsize length = strcspn (text, "\n");
    const Line line = { .text = text, .length = length, .time = LINE_NO_TIME };

    g_assert_true (log_store_append (store, &line, NULL));
    text += length + (text[length] == '\n' ? 1 : 0);
  }

  return store;
}

char *
log_test_read (GInputStream *stream)
{
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_output_stream_splice (output, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE, NULL, &error);
  g_assert_no_error (error);
  g_object_unref (stream);
  g_output_stream_write_all (output, "", 1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (output, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (output));
}
