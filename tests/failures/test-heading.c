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
  g_assert_true (heading_is_of (&runner, "tests/a/x.py::T::test_a", "a/x.py::T::test_a"));
  g_assert_false (heading_is_of (&runner, "tests/a/x.py::T::test_a", "a/x.py::test_a"));
  g_assert_false (heading_is_of (&runner, "tests/aa/x.py", "a/x.py"));
  g_assert_false (heading_is_of (&runner, "tests/x.py", ""));
  g_assert_false (heading_is_of (&runner, "test_a", "x.py::test_ab"));
  g_assert_false (heading_is_of (&runner, "test_ab", "x.py::test_a"));
  g_assert_false (heading_is_of (&runner, "", "x.py::test_a"));
}

static void
test_dup_name (void)
{
  static const struct { const char *heading; const char *name; } names[] = {
    { "test_a", "t/x.py::test_a" },
    { "T.U.test_a[b.c - d]", "t/x.py::T::U::test_a[b.c - d]" },
    { "", "t/x.py::" },
  };
  Runner runner = { .heading_after = (char *) "::", .heading_join = (char *) "." };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *name = heading_dup_name (&runner, "t/x.py", names[i].heading);

    g_assert_cmpstr (name, ==, names[i].name);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/heading/is-of", test_is_of);
  g_test_add_func ("/failures/heading/dup-name", test_dup_name);

  return g_test_run ();
}
