/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "packing.h"
#include "utf16-converter.h"

#define U_FFFD "\xef\xbf\xbd"

static char *
convert (const char *mark,
         const char *bytes,
         gsize       length,
         gboolean    as_pipe)
{
  g_autoptr (GConverter) converter = utf16_converter_new ((const guint8 *) mark);
  g_autoptr (GBytes) all = g_bytes_new (bytes, length);
  g_autoptr (GInputStream) base = as_pipe ? open_as_pipe (all) : open_packed (all);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (base, converter);
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  char buffer[100];
  gssize count;

  while ((count = g_input_stream_read (stream, buffer, sizeof buffer, NULL, &error)) > 0)
    g_string_append_len (text, buffer, count);
  g_assert_no_error (error);

  return g_string_free (text, FALSE);
}

/* Whatever is no character is one U+FFFD, and does not shift what follows. */
static void
test_characters (void)
{
  static const struct { const char *bytes; gsize length; const char *text; } texts[] = {
    { "", 0, "" },
    { "a\0b\0\r\0\n\0", 8, "ab\r\n" },
    { "\xe4\0\xac\x20", 4, "ä€" },
    { "\x3d\xd8\x00\xde" "x\0", 6, "😀x" },
    { "\x3d\xd8" "x\0", 4, U_FFFD "x" },
    { "\x00\xde" "x\0", 4, U_FFFD "x" },
    { "\x3d\xd8\x3d\xd8\x00\xde", 6, U_FFFD "😀" },
    { "\x3d\xd8", 2, U_FFFD },
    { "a\0b", 3, "a" U_FFFD },
    { "\x3d\xd8z", 3, U_FFFD U_FFFD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint as_pipe = 0; as_pipe <= 1; as_pipe++) {
      g_autofree char *text = convert ("\xff\xfe", texts[i].bytes, texts[i].length, as_pipe);

      g_assert_cmpstr (text, ==, texts[i].text);
    }
}

static void
test_big_endian (void)
{
  g_autofree char *text = convert ("\xfe\xff", "\0a\xd8\x3d\xde\x00\0\n", 8, FALSE);

  g_assert_cmpstr (text, ==, "a😀\n");
}

static void
test_long_text (void)
{
  g_autofree char *bytes = g_malloc (300000);
  g_autofree char *text = NULL;

  for (guint i = 0; i < 300000; i += 6)
    memcpy (bytes + i, "\x3d\xd8\x00\xde" "x", 6);
  text = convert ("\xff\xfe", bytes, 300000, TRUE);
  g_assert_cmpuint (strlen (text), ==, 50000 * 5);
  for (guint i = 0; i < 50000; i++)
    g_assert_true (strncmp (text + i * 5, "😀x", 5) == 0);
}

static void
test_mark (void)
{
  g_assert_true (utf16_may_start ((const guint8 *) "\xff", 1));
  g_assert_true (utf16_may_start ((const guint8 *) "\xff\xfe" "a", 3));
  g_assert_true (utf16_may_start ((const guint8 *) "\xfe\xff", 2));
  g_assert_false (utf16_may_start ((const guint8 *) "\xff\xff", 2));
  g_assert_false (utf16_may_start ((const guint8 *) "a", 1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/utf16-converter/characters", test_characters);
  g_test_add_func ("/utf16-converter/big-endian", test_big_endian);
  g_test_add_func ("/utf16-converter/long-text", test_long_text);
  g_test_add_func ("/utf16-converter/mark", test_mark);

  return g_test_run ();
}
