/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "archive-stream.h"
#include "log-source.h"
#include "log-stream.h"
#include "packing.h"

static const int filters[] = {
  ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_XZ, ARCHIVE_FILTER_ZSTD, ARCHIVE_FILTER_BZIP2,
};

static const int formats[] = { ARCHIVE_FORMAT_ZIP, ARCHIVE_FORMAT_TAR_USTAR };
static const ArchiveKind kinds[] = { ARCHIVE_KIND_ZIP, ARCHIVE_KIND_TAR };

static char *
unpack (GBytes  *bytes,
        GError **error)
{
  g_autoptr (GInputStream) base = open_packed (bytes);
  g_autoptr (GInputStream) stream = log_stream_new (base, "x.log", 0);

  return read_with_parts (stream, error);
}

static char *
unpack_pipe (GBytes  *bytes,
             GError **error)
{
  g_autoptr (GInputStream) base = open_as_pipe (bytes);
  g_autoptr (GInputStream) stream = log_stream_new (base, "x.log", 0);

  return read_with_parts (stream, error);
}

static void
check (const PackedFile *files,
       const char       *expected)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autoptr (GBytes) packed = pack_files (formats[i], files);
    g_autoptr (GError) error = NULL;
    g_autofree char *text = unpack (packed, &error);
    g_autofree char *piped = unpack_pipe (packed, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (text, ==, expected);
    g_assert_cmpstr (piped, ==, expected);
  }
}

static void
test_compressed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++) {
    g_autoptr (GBytes) packed = pack_text (filters[i], "one\ntwo\n", 8);
    g_autoptr (GError) error = NULL;
    g_autofree char *text = unpack (packed, &error);
    g_autofree char *piped = unpack_pipe (packed, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (text, ==, "one\ntwo\n");
    g_assert_cmpstr (piped, ==, "one\ntwo\n");
  }
}

static void
test_empty (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++) {
    g_autoptr (GBytes) packed = pack_text (filters[i], "", 0);
    g_autoptr (GError) error = NULL;
    g_autofree char *text = unpack (packed, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (text, ==, "");
  }
}

/* The jobs in the order of their numbers, each once, though their steps stand before them. */
static void
test_run (void)
{
  static const PackedFile files[] = {
    { "build/1_Set up job.txt", "set up\n" },
    { "10_last.txt", "last\n" },
    { "build/system.txt", "waited\n" },
    { "2_test (3.12).txt", "tested" },
    { "test (3.12)/1_Set up job.txt", "tested" },
    { "0_build.txt", "\xef\xbb\xbfset up\nbuilt\n" },
    { "build/2_Build.txt", "built\n" },
    { NULL }
  };

  check (files, "<build>set up\nbuilt\n<test (3.12)>tested\n<last>last\n");
}

static void
test_only_steps (void)
{
  static const PackedFile files[] = {
    { "test/2_Run.txt", "run\n" },
    { "build/10_Post.txt", "post\n" },
    { "build/9_Build.txt", "built" },
    { "build/system.txt", "waited\n" },
    { NULL }
  };

  check (files, "<build / system>waited\n<build / Build>built\n<build / Post>post\n"
                "<test / Run>run\n");
}

static void
test_one_job (void)
{
  static const PackedFile files[] = {
    { "build/1_Set up job.txt", "one\n" },
    { "0_build.txt", "one\ntwo" },
    { "screen", "\x89PNG\r\n\x1a\n\001\002\003\004\005\006\016\017" },
    { "screen.png", "not looked at" },
    { "junit.xml", "<testsuites/>\n" },
    { "empty.txt", "" },
    { NULL }
  };

  check (files, "one\ntwo\n");
}

static void
test_no_log (void)
{
  static const PackedFile files[] = { { "junit.xml", "<testsuites/>\n" }, { NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autoptr (GBytes) packed = pack_files (formats[i], files);
    g_autoptr (GError) error = NULL;
    g_autofree char *text = unpack (packed, &error);

    g_assert_error (error, LOG_SOURCE_ERROR, LOG_SOURCE_ERROR_NO_LOG);
    g_assert_cmpstr (text, ==, "");
  }
}

/* Where it can only be read once, the job that was there already does not come again. */
static void
test_as_they_come (void)
{
  static const PackedFile files[] = {
    { "1_test.txt", "tested" },
    { "test/1_Set up job.txt", "tested" },
    { "build/1_Set up job.txt", "set up\n" },
    { "build/2_Build.txt", "built\n" },
    { "0_build.txt", "set up\nbuilt\n" },
    { "screen", "\x89PNG\r\n\x1a\n\001\002\003\004\005\006\016\017" },
    { "screen.png", "not looked at" },
    { NULL }
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autoptr (GBytes) packed = pack_files (formats[i], files);
    g_autoptr (GInputStream) base = open_as_pipe (packed);
    g_autoptr (GInputStream) stream = archive_stream_new (base, kinds[i], "x.log", 0);
    g_autoptr (GError) error = NULL;
    g_autofree char *text = read_with_parts (stream, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (text, ==, "<test>tested\n<build / Set up job>set up\n"
                               "<build / Build>built\n");
  }
}

/* What could be read is given, then comes an error that names the file. */
static void
test_broken (void)
{
  g_autofree char *text = g_strnfill (500000, 'x');

  for (guint i = 0; i < 500000; i++)
    text[i] = 'a' + g_test_rand_int_range (0, 26);

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++) {
    g_autoptr (GBytes) packed = pack_text (filters[i], text, 500000);
    g_autoptr (GBytes) cut = g_bytes_new_from_bytes (packed, 0, g_bytes_get_size (packed) / 2);
    g_autoptr (GError) error = NULL;

    g_free (unpack (cut, &error));
    g_test_message ("%s", error != NULL ? error->message : "no error");
    g_assert_nonnull (error);
    g_assert_true (g_str_has_prefix (error->message, "x.log is broken: "));
    g_assert_null (strchr (error->message, '\n'));
  }
}

/* The logs before it stay. */
static void
test_broken_file (void)
{
  g_autofree char *text = g_strnfill (500000, 'x');
  const PackedFile files[] = { { "1_a.txt", "one\n" }, { "2_b.txt", text }, { NULL } };

  for (guint i = 0; i < 500000; i++)
    text[i] = 'a' + g_test_rand_int_range (0, 26);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autoptr (GBytes) packed = pack_files (formats[i], files);
    g_autoptr (GBytes) cut = g_bytes_new_from_bytes (packed, 0, g_bytes_get_size (packed) / 2);
    g_autoptr (GError) error = NULL;
    g_autofree char *unpacked = unpack (cut, &error);

    g_test_message ("%s", error != NULL ? error->message : "no error");
    g_assert_nonnull (error);
    g_assert_true (g_str_has_prefix (error->message, "x.log: 2_b.txt is broken: "));
    g_assert_null (strchr (error->message, '\n'));
    g_assert_true (g_str_has_prefix (unpacked, "<a>one\n<b>"));
  }
}

static void
test_cancel (void)
{
  static const PackedFile files[] = { { "a.txt", "one\n" }, { NULL } };
  g_autoptr (GBytes) packed = pack_files (ARCHIVE_FORMAT_ZIP, files);
  g_autoptr (GInputStream) base = open_packed (packed);
  g_autoptr (GInputStream) stream = log_stream_new (base, "x.log", 0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  char buffer[10];

  g_cancellable_cancel (cancellable);
  g_assert_cmpint (g_input_stream_read (stream, buffer, 10, cancellable, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static GBytes *
repeat (GBytes *bytes,
        guint   n_times)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  GByteArray *all = g_byte_array_new ();

  for (guint i = 0; i < n_times; i++)
    g_byte_array_append (all, data, length);

  return g_byte_array_free_to_bytes (all);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (G_USEC_PER_SEC / 10);
  g_cancellable_cancel (data);

  return NULL;
}

/* Reads BOMB until it is cancelled, which does not take long. */
static void
check_cancelled (GBytes *bomb)
{
  g_autoptr (GInputStream) base = open_packed (bomb);
  g_autoptr (GInputStream) stream = log_stream_new (base, "x.log", 0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *buffer = g_malloc (256 * 1024);
  g_autoptr (GError) error = NULL;
  gint64 started = g_get_monotonic_time ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  while (g_input_stream_read (stream, buffer, 256 * 1024, cancellable, &error) > 0)
    continue;
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - started, <, 10 * G_USEC_PER_SEC);
  g_thread_join (thread);
}

/* Small files that give far more than anybody waits for: a lot of text, and none at all. */
static void
test_cancel_bombs (void)
{
  g_autofree char *text = g_strnfill (3000000, 'x');
  g_autoptr (GBytes) one = pack_text (ARCHIVE_FILTER_BZIP2, text, 3000000);
  g_autoptr (GBytes) much = repeat (one, 20000);
  g_autoptr (GBytes) empty = pack_text (ARCHIVE_FILTER_GZIP, "", 0);
  g_autoptr (GBytes) empties = repeat (empty, 200000);
  g_autoptr (GBytes) nothing = pack_text (ARCHIVE_FILTER_XZ, g_bytes_get_data (empties, NULL),
                                          g_bytes_get_size (empties));
  g_autoptr (GBytes) nothings = repeat (nothing, 1000);

  g_assert_cmpuint (g_bytes_get_size (much), <, 4000000);
  check_cancelled (much);
  check_cancelled (nothings);
}

static void
test_other_streams_have_no_parts (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new ();

  g_assert_null (archive_stream_take_part (stream));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/archive-stream/compressed", test_compressed);
  g_test_add_func ("/archive-stream/empty", test_empty);
  g_test_add_func ("/archive-stream/run", test_run);
  g_test_add_func ("/archive-stream/only-steps", test_only_steps);
  g_test_add_func ("/archive-stream/one-job", test_one_job);
  g_test_add_func ("/archive-stream/no-log", test_no_log);
  g_test_add_func ("/archive-stream/as-they-come", test_as_they_come);
  g_test_add_func ("/archive-stream/broken", test_broken);
  g_test_add_func ("/archive-stream/broken-file", test_broken_file);
  g_test_add_func ("/archive-stream/cancel", test_cancel);
  g_test_add_func ("/archive-stream/cancel-bombs", test_cancel_bombs);
  g_test_add_func ("/archive-stream/other-streams-have-no-parts",
                   test_other_streams_have_no_parts);

  return g_test_run ();
}
