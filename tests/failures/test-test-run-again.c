/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "lines.h"

#define START   "============ test session starts ============\nrootdir: /builds/quill\n"
#define SUMMARY "============ short test summary info ============\n"
#define FAILS   SUMMARY "FAILED a/test_x.py::test_one - assert False\n"

/* Whether the one test that failed in LOG counts. */
static void
check (const char *log,
       gboolean    is_flaky)
{
  g_autoptr (Findings) findings = find_in (log);

  g_assert_cmpuint (findings->failures->len, ==, 1);
  g_assert_cmpint (((Failure *) g_ptr_array_index (findings->failures, 0))->flaky, ==, is_flaky);
}

/* As many tests of the same file, none of which failed. */
static void
test_same (void)
{
  check (START "a/test_x.py F.. [100%]\n" FAILS "==== 1 failed, 2 passed in 0.12s ====\n"
         START "a/test_x.py ... [100%]\n==== 3 passed in 0.12s ====\n", TRUE);
  check (START "a/test_x.py F.. [100%]\n" FAILS "==== 1 failed, 2 passed in 0.12s ====\n"
         START "a/test_x.py F.. [100%]\n" FAILS "==== 1 failed, 2 passed in 0.12s ====\n"
         START "a/test_x.py ... [100%]\n==== 3 passed in 0.12s ====\n", TRUE);
}

static void
test_others (void)
{
  check (START "a/test_x.py F.. [100%]\n" FAILS "==== 1 failed, 2 passed in 0.12s ====\n"
         START "a/test_y.py ... [100%]\n==== 3 passed in 0.12s ====\n", FALSE);
  check (START "a/test_x.py F.. [100%]\n" FAILS "==== 1 failed, 2 passed in 0.12s ====\n"
         START "a/test_x.py .. [100%]\n==== 2 passed in 0.12s ====\n", FALSE);
}

/* Names tell it better. */
static void
test_named (void)
{
  check (START "a/test_x.py::test_one FAILED [ 50%]\na/test_x.py::test_two PASSED [100%]\n"
         FAILS "==== 1 failed, 1 passed in 0.12s ====\n"
         START "a/test_x.py::test_three PASSED [ 50%]\na/test_x.py::test_two PASSED [100%]\n"
         "==== 2 passed in 0.12s ====\n", FALSE);
}

/* Those that had failed alone. */
static void
test_failed_alone (void)
{
  check (START "a/test_x.py F.. [100%]\n" FAILS "==== 1 failed, 2 passed in 0.12s ====\n"
         START "run-last-failure: rerun previous 1 failure\na/test_x.py . [100%]\n==== 1 passed in 0.12s ====\n", TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/test-run-again/same", test_same);
  g_test_add_func ("/failures/test-run-again/others", test_others);
  g_test_add_func ("/failures/test-run-again/named", test_named);
  g_test_add_func ("/failures/test-run-again/failed-alone", test_failed_alone);

  return g_test_run ();
}
