/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "find-text.h"

static void
check_next (FindText   *words,
            const char *text,
            gsize       start,
            gsize       expected)
{
  g_assert_cmpuint (find_text_next (words, text, strlen (text), start), ==, expected);
}

static void
test_next (void)
{
  g_autoptr (FindText) words = find_text_new ("aab");

  check_next (words, "aaab aab", 0, 1);
  check_next (words, "aaab aab", 1, 1);
  check_next (words, "aaab aab", 2, 5);
  check_next (words, "aaab aab", 6, 8);
  check_next (words, "aaab aab", 8, 8);
  check_next (words, "aa", 0, 2);
  check_next (words, "", 0, 0);
  /* What is behind the text is not seen. */
  g_assert_cmpuint (find_text_next (words, "aab", 2, 0), ==, 2);
}

static char *
repeat (const char *line)
{
  GString *text = g_string_new (NULL);

  while (text->len < 5000)
    g_string_append (text, line);

  return g_string_free (text, FALSE);
}

/* Each byte of them may be the rarest one. */
static void
test_rarest (void)
{
  static const char * const lines[] = { "ERRO\n", "ORR\n", "EEOO RO\n", "ERR OO\n" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autoptr (FindText) words = find_text_new ("OREX");
    g_autofree char *before = repeat (lines[i]);
    g_autofree char *text = g_strconcat (before, "XERO OREX OREX", NULL);

    find_text_learn (words, text, strlen (text));
    g_assert_true (find_text_is_quick (words));
    check_next (words, text, 0, strlen (before) + 5);
    check_next (words, text, strlen (before) + 6, strlen (before) + 10);
    check_next (words, text, strlen (before) + 11, strlen (text));
  }
}

static void
test_learning (void)
{
  g_autoptr (FindText) words = find_text_new ("tee");
  g_autofree char *common = repeat ("the tee\n");
  g_autofree char *other = repeat ("abcdfghijklmnopqrsuv\n");

  g_assert_false (find_text_is_quick (words));
  find_text_learn (words, "abc", 3);
  g_assert_false (find_text_is_quick (words));
  find_text_learn (words, common, strlen (common));
  g_assert_false (find_text_is_quick (words));
  for (guint i = 0; i < 500; i++)
    find_text_learn (words, other, strlen (other));
  g_assert_true (find_text_is_quick (words));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/find-text/next", test_next);
  g_test_add_func ("/find-text/rarest", test_rarest);
  g_test_add_func ("/find-text/learning", test_learning);

  return g_test_run ();
}
