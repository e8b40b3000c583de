/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "character.h"

static void
test_width (void)
{
  static const struct { const char *character; guint width; } cases[] = {
    { "a", 1 }, { "ä", 1 }, { "─", 1 }, { "█", 1 }, { "⠿", 1 }, { "日", 2 }, { "🎉", 2 },
    { "한", 2 }, { "\xcc\x81", 0 }, { "\xef\xb8\x8f", 0 }, { "✓", 1 }, { "◽", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].character);
    g_assert_cmpuint (character_get_width (g_utf8_get_char (cases[i].character)), ==,
                      cases[i].width);
  }
  g_assert_cmpuint (character_get_text_width (""), ==, 0);
  g_assert_cmpuint (character_get_text_width ("日本e\xcc\x81 ─"), ==, 7);
}

static void
test_cut (void)
{
  static const struct { const char *text; gsize length; gsize cut; } cases[] = {
    { "abc", 3, 3 }, { "abc", 2, 2 }, { "abc", 0, 0 }, { "aä", 3, 3 }, { "aä", 2, 1 }, { "日本", 5, 3 }, { "日本", 3, 3 },
    { "🎉", 3, 0 }, { "\x80\x80", 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (character_find_cut (cases[i].text, cases[i].length), ==, cases[i].cut);
}

static void
test_hidden (void)
{
  static const gunichar hidden[] = {
    0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028,
    0x2029, 0x202a, 0x202e, 0x2060, 0x2064, 0x2066, 0x2069, 0xfeff, 0xe0001, 0xe007f,
    0xe0100, 0x1bca0, 0x1bca3,
  };
  static const gunichar shown[] = { ' ', 'a', 0xa0, 0xe4, 0x301, 0x2014, 0x2070, 0x65e5, 0xfe0f,
                                    0x1f389, 0xfffd };

  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    g_assert_true (character_is_hidden (hidden[i]));
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_assert_false (character_is_hidden (shown[i]));
}

/* Against GLib's own reading, for each cut of each sequence of some bytes. */
static void
test_decode (void)
{
  static const guint8 bytes[] = { 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xdf,
                                  0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff };
  const guint n = G_N_ELEMENTS (bytes);

  for (guint i = 0; i < n * n * n * n; i++) {
    const guint8 sequence[] = { bytes[i / (n * n * n)], bytes[i / (n * n) % n], bytes[i / n % n],
                                bytes[i % n] };
    gunichar want = g_utf8_get_char_validated ((const char *) sequence, sizeof sequence);
    gunichar character;
    int length = character_decode (sequence, sizeof sequence, &character);

    if (want < 0x80000000) {
      g_assert_cmpint (length, ==, g_unichar_to_utf8 (want, NULL));
      g_assert_cmpuint (character, ==, want);
      for (int cut = 1; cut < length; cut++)
        g_assert_cmpint (character_decode (sequence, cut, &character), ==, 0);
    } else {
      g_assert_cmpint (length, <, 0);
      g_assert_cmpint (length, >=, -3);
    }
  }
}

static void
test_decode_broken (void)
{
  static const struct { const char *bytes; int length; } cases[] = {
    { "\x80", -1 }, { "\xff", -1 }, { "\xc0\xaf", -1 }, { "\xe0\x80\xaf", -1 }, { "\xed\xa0\x80", -1 },
    { "\xe2\x82x", -2 }, { "\xf0\x9f\x8ex", -3 }, { "\xf4\x90\x80\x80", -1 }, { "\xe2x", -1 },
    { "\xf5\x80", -1 }, { "\xe2\x82", 0 }, { "\xe2", 0 },
  };
  gunichar character;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (character_decode ((const guint8 *) cases[i].bytes, strlen (cases[i].bytes),
                                       &character), ==, cases[i].length);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/character/width", test_width);
  g_test_add_func ("/character/cut", test_cut);
  g_test_add_func ("/character/hidden", test_hidden);
  g_test_add_func ("/character/decode", test_decode);
  g_test_add_func ("/character/decode-broken", test_decode_broken);

  return g_test_run ();
}
