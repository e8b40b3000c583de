/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "checker.h"

static const TestSession *
get_session (TestRun *run,
             guint    index)
{
  g_assert_cmpuint (index, <, run->sessions->len);

  return g_ptr_array_index (run->sessions, index);
}

/* A run has a session from the start: for what comes before the runner says its name. */
static void
test_new (void)
{
  Runner runner = { .name = (char *) "own" };
  g_autoptr (TestRun) run = test_run_new (&runner);

  g_assert_true (run->runner == &runner);
  g_assert_cmpint (run->chapter, ==, CHAPTER_NONE);
  g_assert_cmpuint (run->sessions->len, ==, 1);
  g_assert_cmpint (get_session (run, 0)->first_line, ==, 1);
  g_assert_cmpint (get_session (run, 0)->last_line, ==, 0);
  g_assert_cmpint (get_session (run, 0)->summary_line, ==, 0);
  g_assert_cmpint (get_session (run, 0)->claimed, ==, -1);
  g_assert_null (get_session (run, 0)->running);
  g_assert_cmpuint (run->parts->len + run->reports->len + run->items->len, ==, 0);
  g_assert_cmpuint (run->stops->len + run->retries->len, ==, 0);
  g_assert_cmpuint (run->passed_names->len, ==, 0);
  g_assert_false (run->is_seen);
  g_assert_false (test_run_is_open (run));
}

static void
test_sessions (void)
{
  Runner runner = { 0 };
  g_autoptr (TestRun) run = test_run_new (&runner);

  test_run_add_session (run, 7);
  test_run_add_session (run, 70);
  g_assert_cmpuint (run->sessions->len, ==, 3);
  g_assert_cmpint (get_session (run, 1)->first_line, ==, 7);
  g_assert_cmpint (get_session (run, 2)->first_line, ==, 70);
  g_assert_cmpint (get_session (run, 2)->claimed, ==, -1);
}

/* A log that starts for ever costs no more than a thousand sessions. */
static void
test_many_sessions (void)
{
  Runner runner = { 0 };
  g_autoptr (TestRun) run = test_run_new (&runner);

  for (gint64 i = 0; i < 5000; i++)
    test_run_add_session (run, 2 + i);
  g_assert_cmpuint (run->sessions->len, ==, 1000);
  g_assert_cmpint (get_session (run, 999)->first_line, ==, 1000);
}

/* All that a run may hold is freed with it, open or not. */
static void
test_free (void)
{
  g_autoptr (Checker) checker = checker_new ();

  checker_push (checker,
                "SESSION\nGOOD x.py::a\nBAD x.py::b\n= FAILURES\n__ b __\nE KeyError: 'b'\n"
                "x.py:3: KeyError\n= SUMMARY\nFAILED x.py::b - KeyError: 'b'\n"
                "TOTAL 1 failed\nCRASH in x.py::c: words\n  at /x.py c\n"
                "SESSION\nAT x.py\nAGAIN x.py::e\nRUN x.py::f\nRUN x.py::d\n");
  g_assert_cmpuint (checker->run->sessions->len, ==, 3);
  g_assert_cmpuint (checker->run->passed_names->len, ==, 1);
  g_assert_cmpuint (checker->run->parts->len, >, 0);
  g_assert_cmpuint (checker->run->reports->len, ==, 1);
  g_assert_cmpuint (checker->run->items->len, ==, 1);
  test_run_free (NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/test-run/new", test_new);
  g_test_add_func ("/failures/test-run/sessions", test_sessions);
  g_test_add_func ("/failures/test-run/many-sessions", test_many_sessions);
  g_test_add_func ("/failures/test-run/free", test_free);

  return g_test_run ();
}
