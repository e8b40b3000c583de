/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "rerun-filters.h"

static void
test_known (void)
{
  g_assert_true (rerun_filters_are_known (""));
  g_assert_true (rerun_filters_are_known (":words:regex"));
  g_assert_true (rerun_filters_are_known (":escaped:loose:shell"));
  g_assert_false (rerun_filters_are_known (":word"));
  g_assert_false (rerun_filters_are_known ("regex"));
}

static void
test_apply (void)
{
  static const struct { const char *filters; const char *text; const char *escape; const char *expected; } cases[] = {
    { "", "a › b", "", "a › b" },
    { ":words", "a › b > c", "", "a b c" },
    { ":regex", "a.b (c)", "", "a\\.b \\(c\\)" },
    { ":words:regex", "a › b.c", "", "a b\\.c" },
    { ":escaped", "a,b\\c", "\\,", "a\\,b\\c" },
    { ":escaped", "50% (x)", "%%()", "50%% %(x%)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = rerun_filters_apply (cases[i].filters, cases[i].text, cases[i].escape);

    g_assert_cmpstr (text, ==, cases[i].expected);
  }
}

static void
test_shell_word (void)
{
  static const struct { const char *text; const char *expected; } cases[] = {
    { "a/b.py::test", "a/b.py::test" }, { "", "''" }, { "a b", "'a b'" }, { "$(x)", "'$(x)'" }, { "a\n", "'a\n'" },
    { "it's", "'it'\\''s'" }, { "a[1]", "'a[1]'" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *word = rerun_dup_shell_word (cases[i].text);

    g_assert_cmpstr (word, ==, cases[i].expected);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rerun-filters/known", test_known);
  g_test_add_func ("/rerun-filters/apply", test_apply);
  g_test_add_func ("/rerun-filters/shell-word", test_shell_word);

  return g_test_run ();
}
