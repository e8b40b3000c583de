/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <unistd.h>

#include "fd-stream.h"
#include "log-stream.h"
#include "packing.h"

static char *
read_bytes (const char *bytes,
            gsize       length,
            gboolean    as_pipe)
{
  g_autoptr (GBytes) all = g_bytes_new (bytes, length);
  g_autoptr (GInputStream) base = as_pipe ? open_as_pipe (all) : open_packed (all);
  g_autoptr (GInputStream) stream = log_stream_new (base, "x.log", 0);
  g_autoptr (GError) error = NULL;
  char *text = read_with_parts (stream, &error);

  g_assert_no_error (error);

  return text;
}

static void
test_text (void)
{
  static const struct { const char *bytes; gsize length; const char *text; } texts[] = {
    { "", 0, "" },
    { "B", 1, "B" },
    { "BZh9 is a text\n", 15, "BZh9 is a text\n" },
    { "PK", 2, "PK" },
    { "plain", 5, "plain" },
    { "\xef\xbb\xbfmarked\n", 10, "marked\n" },
    { "\xef\xbb", 2, "\xef\xbb" },
    { "\xff\xfe" "a\0\n\0", 6, "a\n" },
    { "\xfe\xff" "\0a\0\n", 6, "a\n" },
    { "\xff", 1, "\xff" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint as_pipe = 0; as_pipe <= 1; as_pipe++) {
      g_autofree char *text = read_bytes (texts[i].bytes, texts[i].length, as_pipe);

      g_assert_cmpstr (text, ==, texts[i].text);
    }
}

static void
test_long_text (void)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autofree char *same = read_bytes (text, 100000, FALSE);
  g_autofree char *piped = read_bytes (text, 100000, TRUE);

  g_assert_cmpstr (same, ==, text);
  g_assert_cmpstr (piped, ==, text);
}

/* A first line that is all there is so far is not held back. */
static void
test_first_line_at_once (void)
{
  g_autoptr (GInputStream) base = NULL;
  g_autoptr (GInputStream) stream = NULL;
  char buffer[100];
  int fds[2];

  g_assert_cmpint (pipe (fds), ==, 0);
  base = fd_stream_new (fds[0], "x.log");
  stream = log_stream_new (base, "x.log", 0);
  for (guint i = 0; i < 3; i++) {
    g_assert_cmpint (write (fds[1], "line\n", 5), ==, 5);
    g_assert_cmpint (g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL), ==, 5);
  }
  close (fds[1]);
}

/* A log in a tar in a gzip is read, one in a gzip in a gzip … is not unpacked for ever. */
static void
test_layers (void)
{
  static const PackedFile files[] = { { "a.log", "one\n" }, { NULL } };
  g_autoptr (GBytes) tar = pack_files (ARCHIVE_FORMAT_TAR_USTAR, files);
  g_autoptr (GBytes) packed = g_bytes_ref (tar);
  g_autofree char *text = NULL;
  g_autofree char *too_deep = NULL;
  gsize length;
  const char *bytes;

  for (guint i = 0; i < 3; i++) {
    g_autoptr (GBytes) inner = g_steal_pointer (&packed);

    bytes = g_bytes_get_data (inner, &length);
    packed = pack_text (ARCHIVE_FILTER_GZIP, bytes, length);
    if (i == 0)
      text = read_bytes (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), FALSE);
  }
  g_assert_cmpstr (text, ==, "one\n");

  bytes = g_bytes_get_data (packed, &length);
  too_deep = read_bytes (bytes, length, FALSE);
  g_assert_true (g_str_has_prefix (too_deep, "a.log"));
  g_assert_cmpuint (strlen (too_deep), ==, 5);
}

static void
test_has_to_turn (void)
{
  g_assert_true (log_stream_has_to_turn ((const guint8 *) "\x1f\x8b\x08", 3));
  g_assert_true (log_stream_has_to_turn ((const guint8 *) "\xff\xfe" "a", 3));
  g_assert_false (log_stream_has_to_turn ((const guint8 *) "\xff", 1));
  g_assert_false (log_stream_has_to_turn ((const guint8 *) "text\n", 5));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/log-stream/text", test_text);
  g_test_add_func ("/log-stream/long-text", test_long_text);
  g_test_add_func ("/log-stream/first-line-at-once", test_first_line_at_once);
  g_test_add_func ("/log-stream/layers", test_layers);
  g_test_add_func ("/log-stream/has-to-turn", test_has_to_turn);

  return g_test_run ();
}
