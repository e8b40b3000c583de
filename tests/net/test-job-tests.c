/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "job-tests.h"

/* Whether a log in which FAILED failed has TEST among them. */
static gboolean
has (const char *failed,
     gboolean    flaky,
     const char *test)
{
  g_autoptr (Findings) findings = findings_new ();
  Failure *failure = failure_new ();

  own_string_set (&failure->test, failed);
  failure->flaky = flaky;
  g_ptr_array_add (findings->failures, failure);

  return job_tests_have (findings, test);
}

static void
test_same (void)
{
  g_assert_true (has ("a/test_b.py::test_c", FALSE, "a/test_b.py::test_c"));
  g_assert_true (has ("a/test_b.py::test_c[1]", FALSE, "a/test_b.py::test_c[2-x]"));
  g_assert_true (has ("a/test_b.py::test_c", FALSE, "tests/a/test_b.py::test_c"));
  g_assert_true (has ("tests/a/test_b.py::test_c[x]", FALSE, "a/test_b.py::test_c"));
}

static void
test_other (void)
{
  g_assert_false (has ("a/test_b.py::test_d", FALSE, "a/test_b.py::test_c"));
  g_assert_false (has ("a/xtest_b.py::test_c", FALSE, "test_b.py::test_c"));
  g_assert_false (has ("TestStore/save", FALSE, "save"));
  g_assert_false (has ("a/test_b.py::test_c", TRUE, "a/test_b.py::test_c"));
  g_assert_false (has ("", FALSE, "a/test_b.py::test_c"));
  g_assert_false (has ("a/test_b.py::test_c", FALSE, ""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/job-tests/same", test_same);
  g_test_add_func ("/net/job-tests/other", test_other);

  return g_test_run ();
}
