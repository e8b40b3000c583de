/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cache-folder.h"

#include "keeping-stream.h"

/* What was the case when a file was to go to the disk, and how that goes. */
static struct {
  goffset  size;
  gboolean is_kept;
  int      result;
} synced;

/* Takes the place of GLib's. */
int
g_fsync (int fd)
{
  g_autofree char *path = cache_folder_dup_path (&cache_folder_logs, "durable");
  struct stat about;

  g_assert_cmpint (fstat (fd, &about), ==, 0);
  synced.size = about.st_size;
  synced.is_kept = g_file_test (path, G_FILE_TEST_EXISTS);

  return synced.result;
}

static GInputStream *
make_stream (const char *text,
             const char *key)
{
  return keeping_stream_new (g_memory_input_stream_new_from_data (g_strdup (text), strlen (text), g_free), key);
}

/* Reads STREAM, a few bytes at a time, until its end or COUNT bytes have come. */
static char *
read_text (GInputStream *stream,
           gsize         count)
{
  GString *text = g_string_new (NULL);
  char buffer[7];
  gssize n;

  while (text->len < count && (n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_string_append_len (text, buffer, n);

  return g_string_free (text, FALSE);
}

static char *
dup_kept (const char *key)
{
  g_autoptr (GBytes) content = cache_folder_load (&cache_folder_logs, key);

  return content != NULL ? g_strndup (g_bytes_get_data (content, NULL), g_bytes_get_size (content)) : NULL;
}

static void
test_kept (void)
{
  g_autoptr (GInputStream) stream = make_stream ("a log of a job\n", "a");
  g_autofree char *text = read_text (stream, G_MAXSIZE);
  g_autofree char *again = read_text (stream, G_MAXSIZE);
  g_autofree char *kept = dup_kept ("a");

  g_assert_cmpstr (text, ==, "a log of a job\n");
  g_assert_cmpstr (again, ==, "");
  g_assert_cmpstr (kept, ==, "a log of a job\n");
}

/* Neither what nobody read to its end, nor what is empty. */
static void
test_not_kept (void)
{
  GInputStream *stream = make_stream ("a log of a job\n", "b");
  g_autofree char *text = read_text (stream, 7);
  g_autofree char *kept = NULL;
  g_autofree char *kept_empty = NULL;
  guint64 size;

  kept = dup_kept ("b");
  g_assert_cmpstr (text, ==, "a log o");
  g_assert_null (kept);
  g_object_unref (stream);
  size = cache_folders_get_size ();
  g_assert_cmpuint (size, ==, 0);

  stream = make_stream ("", "c");
  g_free (read_text (stream, G_MAXSIZE));
  g_object_unref (stream);
  kept_empty = dup_kept ("c");
  g_assert_null (kept_empty);
}

/* All of it is on the disk before it has its name. */
static void
test_durable (void)
{
  g_autoptr (GInputStream) stream = make_stream ("a log of a job\n", "durable");
  g_autofree char *text = read_text (stream, G_MAXSIZE);
  g_autofree char *kept = dup_kept ("durable");

  g_assert_cmpstr (kept, ==, text);
  g_assert_cmpint (synced.size, ==, strlen (text));
  g_assert_false (synced.is_kept);
}

/* The disk took no more. */
static void
test_not_durable (void)
{
  g_autoptr (GInputStream) stream = make_stream ("a log of a job\n", "g");
  g_autofree char *text = NULL;
  g_autofree char *kept = NULL;

  synced.result = -1;
  text = read_text (stream, G_MAXSIZE);
  synced.result = 0;
  kept = dup_kept ("g");
  g_assert_cmpstr (text, ==, "a log of a job\n");
  g_assert_null (kept);
}

/* Two at the same time: the one that ends last is kept, whole. */
static void
test_two (void)
{
  g_autoptr (GInputStream) first = make_stream ("the first one", "d");
  g_autoptr (GInputStream) second = make_stream ("the second one", "d");
  g_autofree char *start = read_text (first, 7);
  g_autofree char *text = read_text (second, G_MAXSIZE);
  g_autofree char *kept = dup_kept ("d");
  g_autofree char *rest = read_text (first, G_MAXSIZE);
  g_autofree char *kept_last = dup_kept ("d");

  g_assert_cmpstr (start, ==, "the fir");
  g_assert_cmpstr (text, ==, "the second one");
  g_assert_cmpstr (kept, ==, "the second one");
  g_assert_cmpstr (rest, ==, "st one");
  g_assert_cmpstr (kept_last, ==, "the first one");
}

/* The cache was cleared, or its folder taken away, meanwhile. */
static void
test_cleared (void)
{
  g_autoptr (GInputStream) stream = make_stream ("a log of a job\n", "e");
  g_autofree char *start = read_text (stream, 7);
  g_autofree char *rest = NULL;

  cache_folders_clear ();
  rest = read_text (stream, G_MAXSIZE);
  g_assert_cmpstr (start, ==, "a log o");
  g_assert_cmpstr (rest, ==, "f a job\n");
}

static void
test_broken (void)
{
  g_autoptr (GInputStream) stream = make_stream ("a log of a job\n", "f");
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  char buffer[7];

  g_assert_cmpint (g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL), ==, 7);
  g_input_stream_close (g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream)), NULL, NULL);
  g_assert_cmpint (g_input_stream_read (stream, buffer, sizeof buffer, NULL, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  kept = dup_kept ("f");
  g_assert_null (kept);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/net/keeping-stream/kept", test_kept);
  g_test_add_func ("/net/keeping-stream/not-kept", test_not_kept);
  g_test_add_func ("/net/keeping-stream/durable", test_durable);
  g_test_add_func ("/net/keeping-stream/not-durable", test_not_durable);
  g_test_add_func ("/net/keeping-stream/two", test_two);
  g_test_add_func ("/net/keeping-stream/cleared", test_cleared);
  g_test_add_func ("/net/keeping-stream/broken", test_broken);

  return g_test_run ();
}
