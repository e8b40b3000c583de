/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "store-text.h"

static LogStore *
make_store (void)
{
  LogStore *store = log_store_new ();

  for (guint i = 0; i < 1000; i++) {
    char text[32];
    Line line = { .text = text, .time = LINE_NO_TIME };

    line.length = g_snprintf (text, sizeof text, "line %u", i + 1);
    g_assert_true (log_store_append (store, &line, NULL));
  }

  return store;
}

static void
test_reads_and_keeps_the_store (void)
{
  LogStore *store = make_store ();
  g_autofree char *want = store_text_dup (store, 10, 900);
  g_autoptr (GInputStream) stream = log_store_open_range (store, 10, 900);
  g_autofree char *got = g_malloc0 (strlen (want) + 1);
  gsize count;

  log_store_unref (store);
  g_assert_true (g_input_stream_read_all (stream, got, strlen (want), &count, NULL, NULL));
  g_assert_cmpuint (count, ==, strlen (want));
  g_assert_cmpstr (got, ==, want);
  g_assert_cmpint (g_input_stream_read (stream, got, 1, NULL, NULL), ==, 0);
}

static void
test_skips (void)
{
  LogStore *store = make_store ();
  g_autoptr (GInputStream) stream = log_store_open_range (store, 1, 3);
  char buffer[100] = "";
  gsize count;

  g_assert_cmpint (g_input_stream_skip (stream, strlen ("line 1\n"), NULL, NULL), ==, 7);
  g_assert_true (g_input_stream_read_all (stream, buffer, sizeof buffer, &count, NULL, NULL));
  g_assert_cmpstr (buffer, ==, "line 2\nline 3\n");
  g_assert_cmpint (g_input_stream_skip (stream, 10, NULL, NULL), ==, 0);
  log_store_unref (store);
}

static void
test_empty_range (void)
{
  LogStore *store = make_store ();
  g_autoptr (GInputStream) stream = log_store_open_range (store, 5, 4);
  char buffer[100];

  g_assert_cmpint (g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL), ==, 0);
  log_store_unref (store);
}

static void
test_cancel (void)
{
  LogStore *store = make_store ();
  g_autoptr (GInputStream) stream = log_store_open_range (store, 1, 1000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  char buffer[100];

  g_cancellable_cancel (cancellable);
  g_assert_cmpint (g_input_stream_read (stream, buffer, 100, cancellable, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  log_store_unref (store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/log-store-stream/reads-and-keeps-the-store", test_reads_and_keeps_the_store);
  g_test_add_func ("/log-store-stream/skips", test_skips);
  g_test_add_func ("/log-store-stream/empty-range", test_empty_range);
  g_test_add_func ("/log-store-stream/cancel", test_cancel);

  return g_test_run ();
}
