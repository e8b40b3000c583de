/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "archive-file-stream.h"
#include "packing.h"

static const PackedFile files[] = {
  { "a\nb\033.log", "one" },
  { "folder/\xff.log", "two" },
  { "three\xe3\x85\xa4.log", "three" },
  { NULL }
};

static const char * const paths[] = {
  ("a\xef\xbf\xbd" "b\xef\xbf\xbd.log"), "folder/\xef\xbf\xbd.log", "three\xef\xbf\xbd.log",
};

static ArchiveReader *
open_reader (ArchiveKind kind,
             gboolean    as_pipe)
{
  g_autoptr (GBytes) packed = pack_files (kind == ARCHIVE_KIND_ZIP ? ARCHIVE_FORMAT_ZIP
                                                                   : ARCHIVE_FORMAT_TAR_USTAR,
                                          files);
  g_autoptr (GInputStream) base = as_pipe ? open_as_pipe (packed) : open_packed (packed);

  return archive_reader_new (base, kind, "x.zip");
}

static void
check_file (ArchiveReader *reader,
            guint          index)
{
  g_autoptr (GInputStream) stream = archive_file_stream_new (reader);
  g_autoptr (GError) error = NULL;
  char text[100] = { 0 };
  gsize length;

  g_assert_cmpstr (archive_reader_get_path (reader), ==, paths[index]);
  g_assert_true (g_input_stream_read_all (stream, text, sizeof text - 1, &length, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, files[index].text);
}

static void
test_in_order (void)
{
  static const ArchiveKind kinds[] = { ARCHIVE_KIND_ZIP, ARCHIVE_KIND_TAR };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint as_pipe = 0; as_pipe <= 1; as_pipe++) {
      g_autoptr (ArchiveReader) reader = open_reader (kinds[i], as_pipe);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (archive_reader_can_seek (reader), ==, !as_pipe);
      for (guint j = 0; j < 3; j++) {
        g_assert_true (archive_reader_next (reader, NULL, &error));
        if (j != 1)
          check_file (reader, j);
      }
      g_assert_false (archive_reader_next (reader, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (archive_reader_get_path (reader), ==, "");
    }
}

static void
test_any_order (void)
{
  static const guint order[] = { 2, 0, 1, 1, 2 };
  g_autoptr (ArchiveReader) reader = open_reader (ARCHIVE_KIND_ZIP, FALSE);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    g_assert_true (archive_reader_go_to (reader, order[i], NULL, &error));
    check_file (reader, order[i]);
  }
  g_assert_false (archive_reader_go_to (reader, 3, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_long_path (void)
{
  g_autofree char *path = g_strnfill (3000, 'x');
  const PackedFile long_file[] = { { path, "one" }, { NULL } };
  g_autoptr (GBytes) packed = pack_files (ARCHIVE_FORMAT_ZIP, long_file);
  g_autoptr (GInputStream) base = open_packed (packed);
  g_autoptr (ArchiveReader) reader = archive_reader_new (base, ARCHIVE_KIND_ZIP, "x.zip");

  g_assert_true (archive_reader_next (reader, NULL, NULL));
  g_assert_cmpuint (strlen (archive_reader_get_path (reader)), ==, ARCHIVE_READER_MAX_PATH);
}

/* Two files, the second one encrypted. Its flag is set by hand in both of its headers. */
static void
test_encrypted (void)
{
  static const PackedFile two[] = { { "a", "one" }, { "b", "two" }, { NULL } };
  g_autoptr (GBytes) packed = pack_files (ARCHIVE_FORMAT_ZIP, two);
  gsize length = g_bytes_get_size (packed);
  g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (packed, NULL), length);
  g_autoptr (GInputStream) base = g_memory_input_stream_new_from_data (bytes, length, NULL);
  g_autoptr (ArchiveReader) reader = archive_reader_new (base, ARCHIVE_KIND_ZIP, "x.zip");
  g_autoptr (GError) error = NULL;
  char text[10];
  guint n_headers = 0;

  for (gsize i = 0; i + 46 < length; i++) {
    gboolean local = memcmp (bytes + i, "PK\003\004", 4) == 0;

    if (local || memcmp (bytes + i, "PK\001\002", 4) == 0)
      if (n_headers++ % 2 == 1)
        bytes[i + (local ? 6 : 8)] |= 1;
  }
  g_assert_cmpuint (n_headers, ==, 4);

  g_assert_true (archive_reader_next (reader, NULL, NULL));
  g_assert_cmpint (archive_reader_read (reader, text, sizeof text, NULL, NULL), ==, 3);
  g_assert_true (archive_reader_next (reader, NULL, NULL));
  g_assert_cmpint (archive_reader_read (reader, text, sizeof text, NULL, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_cmpstr (error->message, ==, "x.zip: b is encrypted: unpack it and open the log");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/archive-reader/in-order", test_in_order);
  g_test_add_func ("/archive-reader/any-order", test_any_order);
  g_test_add_func ("/archive-reader/long-path", test_long_path);
  g_test_add_func ("/archive-reader/encrypted", test_encrypted);

  return g_test_run ();
}
