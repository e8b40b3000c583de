/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "text-scanner.h"

static void
got_text (const char *text,
          gsize       length,
          gboolean    ascii,
          gpointer    user_data)
{
  GString *all = user_data;

  for (gsize i = 0; i < length && ascii; i++)
    g_assert_true (text[i] >= ' ' && text[i] < 0x7f);
  g_string_append_len (all, text, length);
}

static void
got_control (char     control,
             gpointer user_data)
{
  g_string_append_printf (user_data, "{%02x}", control);
}

static const TerminalHandler handler = { .got_text = got_text, .got_control = got_control };

static char *
scan (const char *text,
      gsize       length,
      gsize       chunk)
{
  GString *all = g_string_new (NULL);
  const guint8 *bytes = (const guint8 *) text;
  const guint8 *end = bytes + length;
  TextScanner scanner;
  gunichar control;

  text_scanner_init (&scanner, &handler, all);
  while (bytes < end) {
    const guint8 *chunk_end = bytes + MIN (chunk, (gsize) (end - bytes));

    while (bytes < chunk_end) {
      bytes = text_scanner_take (&scanner, bytes, chunk_end, &control);
      if (control != 0)
        g_string_append_printf (all, "{U+%02X}", control);
    }
  }
  text_scanner_end (&scanner);

  return g_string_free (all, FALSE);
}

static void
test_text (void)
{
  static const struct { const char *bytes; const char *all; } cases[] = {
    { "plain text", "plain text" },
    { "a\033[b\xc2\x9b" "c\xc2\x85", "a{U+1B}[b{U+9B}c{U+85}" },
    { "a\r\n\t\b\016\017\001\007\177z", "a{0d}{0a}{09}{08}{0e}{0f}z" },
    { "\xef\xbb\xbf" "a\n\xef\xbb\xbf" "b\xef\xbb\xbf", "a{0a}b<U+FEFF>" },
    { "日\xe6\x97", "日\xef\xbf\xbd" },
    { "👩\xe2\x80\x8d💻 \xe2\x80\x8d", "👩\xe2\x80\x8d💻 <U+200D>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize chunk = 1; chunk < 20; chunk++) {
      g_autofree char *all = scan (cases[i].bytes, strlen (cases[i].bytes), chunk);

      g_assert_cmpstr (all, ==, cases[i].all);
    }
}

/* Every byte but the visible ones stops the scan by words, wherever it stands in one. */
static void
test_words (void)
{
  for (guint byte = 1; byte < 0x80; byte++)
    for (guint place = 0; place < 20; place++) {
      gboolean visible = byte >= ' ' && byte < 0x7f;
      g_autofree char *text = g_strnfill (20, 'x');
      g_autofree char *all = NULL;

      text[place] = byte;
      all = scan (text, 20, G_MAXSIZE);
      g_assert_true (visible == g_str_equal (all, text));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-scanner/text", test_text);
  g_test_add_func ("/text-scanner/words", test_words);

  return g_test_run ();
}
