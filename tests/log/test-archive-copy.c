/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "archive-copy.h"
#include "packing.h"

static GInputStream *
copy (gsize   length,
      guint64 max_bytes)
{
  g_autofree char *text = g_strnfill (length, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GInputStream) base = open_as_pipe (bytes);
  g_autoptr (GError) error = NULL;
  GInputStream *stream = archive_copy_new (base, "a.zip", max_bytes, NULL, &error);

  g_assert_no_error (error);

  return stream;
}

static gsize
count_bytes (GInputStream *stream)
{
  char bytes[1000];
  gsize total = 0;
  gssize count;

  while ((count = g_input_stream_read (stream, bytes, sizeof bytes, NULL, NULL)) > 0)
    total += count;

  return total;
}

static void
test_whole (void)
{
  g_autoptr (GInputStream) stream = copy (10000, 1000000);

  g_assert_true (g_seekable_can_seek (G_SEEKABLE (stream)));
  g_assert_cmpint (g_seekable_tell (G_SEEKABLE (stream)), ==, 0);
  g_assert_cmpuint (count_bytes (stream), ==, 10000);
  g_assert_true (g_seekable_seek (G_SEEKABLE (stream), 9990, G_SEEK_SET, NULL, NULL));
  g_assert_cmpuint (count_bytes (stream), ==, 10);
}

/* Nothing of it is lost, but it cannot seek. */
static void
test_large (void)
{
  g_autoptr (GInputStream) stream = copy (10000, 1000);

  g_assert_false (G_IS_SEEKABLE (stream));
  g_assert_cmpuint (count_bytes (stream), ==, 10000);
}

static void
test_cancel (void)
{
  g_autoptr (GInputStream) base = g_memory_input_stream_new_from_data ("x", 1, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (archive_copy_new (base, "a.zip", 1000, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/archive-copy/whole", test_whole);
  g_test_add_func ("/archive-copy/large", test_large);
  g_test_add_func ("/archive-copy/cancel", test_cancel);

  return g_test_run ();
}
