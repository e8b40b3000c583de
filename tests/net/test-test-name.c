/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-name.h"

static void
test_same (void)
{
  g_assert_true (test_name_is_same ("a/test_page.py::test_render", "a/test_page.py::test_render"));
  g_assert_true (test_name_is_same ("tests/a/test_page.py::test_render[1/2]", "a/test_page.py::test_render[1/2]"));
  g_assert_true (test_name_is_same ("test_page.py::test_render", "a/test_page.py::test_render"));
  g_assert_false (test_name_is_same ("a/test_page.py::test_render[1]", "a/test_page.py::test_render[2]"));
  g_assert_false (test_name_is_same ("my_test_page.py::test_render", "test_page.py::test_render"));
  g_assert_false (test_name_is_same ("TestPage/render", "render"));
  g_assert_false (test_name_is_same ("a.py::test_render[b/c.py::x]", "c.py::x]"));
  g_assert_false (test_name_is_same ("", "test_page.py::test_render"));
}

static void
check_cut (const char *name,
           const char *expected)
{
  g_autofree char *cut = g_strdup (name);

  test_name_cut_parameters (cut);
  g_assert_cmpstr (cut, ==, expected);
}

static void
test_cut (void)
{
  check_cut ("a/test_b.py::test_c[1-x]", "a/test_b.py::test_c");
  check_cut ("counts(int, int)[2]", "counts");
  check_cut ("counts(quill.PageTest)", "counts(quill.PageTest)");
  check_cut ("renders [twice]", "renders [twice]");
  check_cut ("[all]", "[all]");
  check_cut ("", "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/test-name/same", test_same);
  g_test_add_func ("/net/test-name/cut", test_cut);

  return g_test_run ();
}
