/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "name-words.h"

static void
test_words (void)
{
  g_assert_true (name_has_words_of ("opens(quill.Page)", "Page.opens"));
  g_assert_true (name_has_words_of ("Page.opens", ""));
  g_assert_true (name_has_words_of ("Seite.öffnet", "öffnet"));
  g_assert_false (name_has_words_of ("opens(quill.Page)", "Page.open"));
  g_assert_false (name_has_words_of ("reopens", "opens"));
  g_assert_false (name_has_words_of ("", "Page"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/name-words/words", test_words);

  return g_test_run ();
}
