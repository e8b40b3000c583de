/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "archive-stream.h"

#define ROOM (1024 * 1024)

/* Packs TEXTS (NULL-terminated), each a file, with FILTER or as a zip. */
static GBytes *
pack (int                  filter,
      const char * const  *texts)
{
  struct archive *archive = archive_write_new ();
  g_autofree guint8 *bytes = g_malloc (ROOM);
  gsize length = 0;

  archive_write_add_filter (archive, filter);
  if (filter == ARCHIVE_FILTER_NONE)
    archive_write_set_format_zip (archive);
  else
    archive_write_set_format_raw (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open_memory (archive, bytes, ROOM, &length), ==, ARCHIVE_OK);

  for (guint i = 0; texts[i] != NULL; i++) {
    struct archive_entry *entry = archive_entry_new ();
    g_autofree char *name = g_strdup_printf ("folder/%u.txt", i);

    archive_entry_set_pathname (entry, name);
    archive_entry_set_size (entry, strlen (texts[i]));
    archive_entry_set_filetype (entry, AE_IFREG);
    archive_entry_set_perm (entry, 0644);
    g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
    g_assert_cmpint (archive_write_data (archive, texts[i], strlen (texts[i])), ==,
                     (gssize) strlen (texts[i]));
    archive_entry_free (entry);
  }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);

  return g_bytes_new (bytes, length);
}

static char *
unpack (GBytes  *bytes,
        GError **error)
{
  g_autoptr (GInputStream) base = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GInputStream) stream = archive_stream_new (base, "x.log");
  GString *all = g_string_new (NULL);
  char buffer[1000];
  gssize count;

  while ((count = g_input_stream_read (stream, buffer, sizeof buffer, NULL, error)) > 0)
    g_string_append_len (all, buffer, count);

  return g_string_free (all, FALSE);
}

static gboolean
fits (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return archive_stream_fits (data, MIN (length, ARCHIVE_STREAM_PEEK));
}

static const int filters[] = {
  ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_XZ, ARCHIVE_FILTER_ZSTD, ARCHIVE_FILTER_BZIP2,
};

static void
test_compressed (void)
{
  const char * const texts[] = { "one\ntwo\n", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++) {
    g_autoptr (GBytes) packed = pack (filters[i], texts);
    g_autoptr (GError) error = NULL;
    g_autofree char *text = unpack (packed, &error);

    g_assert_true (fits (packed));
    g_assert_no_error (error);
    g_assert_cmpstr (text, ==, texts[0]);
  }
}

static void
test_zip (void)
{
  const char * const texts[] = { "one\n", "two", "", "three\n", NULL };
  g_autoptr (GBytes) packed = pack (ARCHIVE_FILTER_NONE, texts);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = unpack (packed, &error);

  g_assert_true (fits (packed));
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "one\ntwo\nthree\n");
}

/* What could be read is given, then comes an error that names the file. */
static void
test_broken (void)
{
  g_autofree char *long_text = g_strnfill (500000, 'x');
  const char * const texts[] = { long_text, NULL };

  for (guint i = 0; i < 500000; i++)
    long_text[i] = 'a' + g_test_rand_int_range (0, 26);

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++) {
    g_autoptr (GBytes) packed = pack (filters[i], texts);
    g_autoptr (GBytes) cut = g_bytes_new_from_bytes (packed, 0, g_bytes_get_size (packed) / 2);
    g_autoptr (GError) error = NULL;
    g_autofree char *text = unpack (cut, &error);

    g_test_message ("%s", error != NULL ? error->message : "no error");
    g_assert_nonnull (error);
    g_assert_true (g_str_has_prefix (error->message, "x.log is broken: "));
    g_assert_null (strchr (error->message, '\n'));
  }
}

static void
test_cancel (void)
{
  const char * const texts[] = { "one\n", NULL };
  g_autoptr (GBytes) packed = pack (ARCHIVE_FILTER_GZIP, texts);
  g_autoptr (GInputStream) base = g_memory_input_stream_new_from_bytes (packed);
  g_autoptr (GInputStream) stream = archive_stream_new (base, "x.log");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  char buffer[10];

  g_cancellable_cancel (cancellable);
  g_assert_cmpint (g_input_stream_read (stream, buffer, 10, cancellable, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_text_does_not_fit (void)
{
  g_assert_false (archive_stream_fits ((const guint8 *) "BZh is a text\n", 14));
  g_assert_false (archive_stream_fits ((const guint8 *) "PK", 2));
  g_assert_false (archive_stream_fits ((const guint8 *) "", 0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/archive-stream/compressed", test_compressed);
  g_test_add_func ("/archive-stream/zip", test_zip);
  g_test_add_func ("/archive-stream/broken", test_broken);
  g_test_add_func ("/archive-stream/cancel", test_cancel);
  g_test_add_func ("/archive-stream/text-does-not-fit", test_text_does_not_fit);

  return g_test_run ();
}
