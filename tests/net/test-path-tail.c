/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "path-tail.h"

static void
check (const char *a,
       const char *b,
       guint       expected,
       gboolean    expected_whole)
{
  gboolean is_whole;

  g_test_message ("%s, %s", a, b);
  g_assert_cmpuint (path_count_common (a, b, &is_whole), ==, expected);
  g_assert_cmpint (is_whole, ==, expected_whole);
  g_assert_cmpuint (path_count_common (b, a, NULL), ==, expected);
}

static void
test_common (void)
{
  check ("v1/test_page.py", "/quill/tests/v1/test_page.py", 2, TRUE);
  check ("tests/v1/test_page.py", "tests/v2/test_page.py", 1, FALSE);
  check ("test_page.py", "tests/test_page.py", 1, TRUE);
  check ("page.py", "test_page.py", 0, FALSE);
  check ("./tests//test_page.py", "tests/test_page.py", 2, TRUE);
  check ("tests\\test_page.py", "C:\\quill\\tests/test_page.py", 2, TRUE);
  check ("", "a", 0, FALSE);
  check ("/", "/", 0, FALSE);
  check ("a", "a", 1, TRUE);
}

static void
test_same_file (void)
{
  g_assert_true (path_is_same_file ("/usr/lib/python3/quill/page.py", "src/quill/page.py"));
  g_assert_true (path_is_same_file ("page.py", "src/quill/page.py"));
  g_assert_false (path_is_same_file ("book/page.py", "quill/page.py"));
}

static void
test_name (void)
{
  g_assert_cmpstr (path_get_name ("a/b\\c.py"), ==, "c.py");
  g_assert_cmpstr (path_get_name ("c.py"), ==, "c.py");
  g_assert_cmpstr (path_get_name ("a/"), ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/path-tail/common", test_common);
  g_test_add_func ("/net/path-tail/same-file", test_same_file);
  g_test_add_func ("/net/path-tail/name", test_name);

  return g_test_run ();
}
