/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "title-variants.h"

static void
check (const char *title,
       const char *expected)
{
  g_autoptr (GPtrArray) variants = title_variants_new (title);
  g_autofree char *all = NULL;

  g_ptr_array_add (variants, NULL);
  all = g_strjoinv ("\n", (char **) variants->pdata);
  g_assert_cmpstr (all, ==, expected);
}

static void
test_no_pattern (void)
{
  check ("", "");
  check ("[CI Failure]: Page Tests (4 presses) - test_page.py", "[CI Failure]: Page Tests (4 presses) - test_page.py");
  check ("a ( b", "a ( b");
  check ("a ) b", "a ) b");
}

static void
test_pattern (void)
{
  check ("tests/test_page\\.py::test_(load|save)", "tests/test_page.py::test_load\ntests/test_page.py::test_save");
  check ("^a(b(c|d)|e)f$", "abcf\nabdf\naef");
  check ("a\\[1\\]|b.*c", "a[1] b c");
  check ("a(_b)?", "a_b\na");
  check ("(a|b)(c|d)", "ac\nad\nbc\nbd");
  check ("(?:a)b", "ab");
  check ("\\(a|b\\)", "(a b)");
}

static void
test_bounded (void)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GPtrArray) variants = NULL;
  g_autofree char *deep = g_strnfill (100000, '(');

  for (guint i = 0; i < 1000; i++)
    g_string_append (title, "(a|b|c)");
  variants = title_variants_new (title->str);
  g_assert_cmpuint (variants->len, ==, TITLE_MAX_VARIANTS);
  g_clear_pointer (&variants, g_ptr_array_unref);
  variants = title_variants_new (deep);
  g_assert_cmpuint (variants->len, ==, 1);
}

static void
test_any_bytes (void)
{
  static const char characters[] = "()|\\?.*a:^$";
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 20000; i++) {
    g_autoptr (GPtrArray) variants = NULL;
    char title[24] = "";

    for (guint j = 0; j < sizeof title - 1; j++)
      title[j] = characters[g_rand_int_range (rand, 0, strlen (characters))];
    variants = title_variants_new (title);
    g_assert_cmpuint (variants->len, >, 0);
    g_assert_cmpuint (variants->len, <=, TITLE_MAX_VARIANTS);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/title-variants/no-pattern", test_no_pattern);
  g_test_add_func ("/net/title-variants/pattern", test_pattern);
  g_test_add_func ("/net/title-variants/bounded", test_bounded);
  g_test_add_func ("/net/title-variants/any-bytes", test_any_bytes);

  return g_test_run ();
}
