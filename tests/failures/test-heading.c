/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "heading.h"
#include "test-run.h"

static void
test_is_of (void)
{
  Runner runner = { .heading_after = (char *) "::", .heading_join = (char *) "." };

  g_assert_true (heading_is_of (&runner, "test_a", "x.py::test_a"));
  g_assert_true (heading_is_of (&runner, "T.test_a[b.c]", "x.py::T::test_a[b.c]"));
  g_assert_true (heading_is_of (&runner, "T.test_a[b::c]", "x.py::T::test_a[b::c]"));
  g_assert_true (heading_is_of (&runner, "x.py", "x.py"));
  g_assert_true (heading_is_of (&runner, "tests/a/x.py", "a/x.py"));
  g_assert_true (heading_is_of (&runner, "a/x.py", "tests/a/x.py"));
  g_assert_false (heading_is_of (&runner, "tests/aa/x.py", "a/x.py"));
  g_assert_false (heading_is_of (&runner, "tests/x.py", ""));
  g_assert_false (heading_is_of (&runner, "test_a", "x.py::test_ab"));
  g_assert_false (heading_is_of (&runner, "test_ab", "x.py::test_a"));
  g_assert_false (heading_is_of (&runner, "", "x.py::test_a"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/heading/is-of", test_is_of);

  return g_test_run ();
}
