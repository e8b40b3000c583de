/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "terminal-test.h"

#define MAX_LENGTH 4000

/* The ways for any processor and for this one, the long way, which bytes that come one by one
 * take for all sequences, and any other cut: all give the same. */
static void
check_same (const char *bytes,
            gsize       length)
{
  g_autofree char *lines = terminal_show_cut (bytes, length);
  g_autofree char *portable = terminal_show_portably (bytes, length);

  g_assert_cmpstr (portable, ==, lines);
}

/* Bytes that are sequences more often than not. */
static void
test_random_bytes (void)
{
  static const char alphabet[] = "\033\033\033\033[[[[]_P78MDEc;;:?0123456789ABCDEFGHJKLMPSTXmsu@f\r\r\n\b\t"
                                 "xyz \xc2\x9b\xc3\xa4\xe6\x97\xa5\xcc\x81\x80\xff\007\\";
  char bytes[200];

  for (guint i = 0; i < (g_test_thorough () ? 100000 : 1000); i++) {
    gsize length = g_test_rand_int_range (0, sizeof bytes);

    for (gsize j = 0; j < length; j++)
      bytes[j] = alphabet[g_test_rand_int_range (0, sizeof alphabet)];
    check_same (bytes, length);
  }
}

/* What logs are made of: text of any length, colours, commands, line ends, progress bars. */
static void
append_part (GString *bytes)
{
  static const char * const parts[] = {
    "\r\n", "\n", "\r", "\t", "\033[0m", "\033[31m", "\033[1;36m", "\033[38;5;1m", "\033[K", "\033[2K",
    "\033_bk;t=1747711598123\007", "\033_other\033\\", "█▏", "日本語", "é", "😀", "e\xcc\x81", "\xe2\x80\xae",
    "\xc2\xad", "\xff", "\xe2\x96", "\033[8m", "\033[A", "\033(0", "\033(B",
  };
  guint choice = g_test_rand_int_range (0, 2 * G_N_ELEMENTS (parts));

  if (choice < G_N_ELEMENTS (parts)) {
    g_string_append (bytes, parts[choice]);
  } else {
    for (int i = g_test_rand_int_range (0, 90); i > 0; i--)
      g_string_append_c (bytes, (char) g_test_rand_int_range (' ', 0x7f));
  }
}

static void
test_random_logs (void)
{
  g_autoptr (GString) bytes = g_string_new (NULL);

  for (guint i = 0; i < (g_test_thorough () ? 5000 : 100); i++) {
    g_string_truncate (bytes, 0);
    while (bytes->len < MAX_LENGTH)
      append_part (bytes);
    check_same (bytes->str, bytes->len);
  }
}

/* Rows grow as text comes, and end at their limit. */
static void
test_long_rows (void)
{
  for (gsize length = 100; length < 20000; length += length / 5) {
    g_autofree char *text = g_strnfill (length, 'x');
    g_autofree char *bytes = g_strconcat (text, "\033[32m", text, "äöü\r\n", text, "\r\033[1m", text, "\n", NULL);

    check_same (bytes, strlen (bytes));
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/terminal-plain/random-bytes", test_random_bytes);
  g_test_add_func ("/terminal-plain/random-logs", test_random_logs);
  g_test_add_func ("/terminal-plain/long-rows", test_long_rows);

  return g_test_run ();
}
