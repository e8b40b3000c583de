/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "archive-file-stream.h"
#include "packing.h"

static const PackedFile files[] = {
  { "a.log", "first\nfile" },
  { "b.log", "" },
  { "c.log", "third" },
  { NULL }
};

static ArchiveReader *
open_reader (GBytes *packed)
{
  g_autoptr (GInputStream) base = open_packed (packed);

  return archive_reader_new (base, ARCHIVE_KIND_ZIP, "x.zip");
}

/* A stream ends where its file does, however little is read at once. */
static void
test_ends_with_its_file (void)
{
  g_autoptr (GBytes) packed = pack_files (ARCHIVE_FORMAT_ZIP, files);
  g_autoptr (ArchiveReader) reader = open_reader (packed);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; files[i].path != NULL; i++) {
    g_autoptr (GInputStream) stream = NULL;
    g_autoptr (GString) text = g_string_new (NULL);
    char bytes[3];
    gssize n;

    g_assert_true (archive_reader_next (reader, NULL, &error));
    stream = archive_file_stream_new (reader);
    while ((n = g_input_stream_read (stream, bytes, sizeof bytes, NULL, &error)) > 0)
      g_string_append_len (text, bytes, n);
    g_assert_no_error (error);
    g_assert_cmpint (n, ==, 0);
    g_assert_cmpstr (text->str, ==, files[i].text);
    g_assert_cmpint (g_input_stream_read (stream, bytes, sizeof bytes, NULL, &error), ==, 0);
  }
}

/* An archive that ends in the middle of a file: four bytes after a header of 512. */
static void
test_error (void)
{
  g_autoptr (GBytes) packed = pack_files (ARCHIVE_FORMAT_TAR_USTAR, files);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (packed, 0, 512 + 4);
  g_autoptr (GInputStream) base = open_packed (cut);
  g_autoptr (ArchiveReader) reader = archive_reader_new (base, ARCHIVE_KIND_TAR, "x.tar");
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  char text[100];

  g_assert_true (archive_reader_next (reader, NULL, NULL));
  stream = archive_file_stream_new (reader);
  while (g_input_stream_read (stream, text, sizeof text, NULL, &error) > 0)
    ;
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "x.tar: "));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/archive-file-stream/ends-with-its-file", test_ends_with_its_file);
  g_test_add_func ("/archive-file-stream/error", test_error);

  return g_test_run ();
}
