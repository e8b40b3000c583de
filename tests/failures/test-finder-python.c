/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Python programs and unittest, outside of pytest. */

#include "config.h"

#include "lines.h"

#define RULER "======================================================================\n"
#define LINE  "----------------------------------------------------------------------\n"
#define TRACE "Traceback (most recent call last):\n  File \"run.py\", line 3, in <module>\n    main ()\n"
#define EXIT  "🚨 Error: The command exited with status 1\n"

static void
check_one (const char *text,
           const char *kind,
           const char *test,
           const char *exception,
           const char *message,
           gint64      line,
           gint64      first_line,
           gint64      last_line)
{
  g_autoptr (Findings) findings = find_in (text);

  g_test_message ("%s", text);
  g_assert_cmpuint (findings->failures->len, >=, 1);
  check_failure (findings, 0, kind, test, exception, message);
  check_lines (findings, 0, line, first_line, last_line);
}

static void
test_traceback (void)
{
  check_one ("words\n" TRACE "OSError: [Errno 28] No space left on device\n" EXIT,
             "infra", "", "OSError", "OSError: [Errno 28] No space left on device", 2, 2, 5);
  check_one (TRACE "KeyboardInterrupt\n", "error", "", "KeyboardInterrupt", "KeyboardInterrupt", 1, 1, 4);
  check_one (TRACE "subprocess.CalledProcessError: Command 'x' returned 1\nmake: *** [all] Error 1\n",
             "error", "", "CalledProcessError", "subprocess.CalledProcessError: Command 'x' returned 1",
             1, 1, 4);
  check_one (TRACE "socket.timeout: timed out\n", "error", "", "timeout", "socket.timeout: timed out",
             1, 1, 4);
  /* Of one process among others, and of one that another repeats. */
  check_one ("(EngineCore pid=7) Traceback (most recent call last):\n"
             "(EngineCore pid=7)   File \"core.py\", line 3, in run\n"
             "(EngineCore pid=7) ValueError: no room\n",
             "error", "", "ValueError", "ValueError: no room", 1, 1, 3);
  check_one ("[rank0]: Traceback (most recent call last):\n[rank0]:   File \"a.py\", line 3, in f\n"
             "[rank0]: ValueError: no room\n", "error", "", "ValueError", "ValueError: no room", 1, 1, 3);
  check_one ("      Traceback (most recent call last):\n        File \"setup.py\", line 3, in f\n"
             "      ModuleNotFoundError: No module named 'numpy'\n",
             "error", "", "ModuleNotFoundError", "ModuleNotFoundError: No module named 'numpy'", 1, 1, 3);
}

/* One led to the other: one failure, and the first is its reason. */
static void
test_chain (void)
{
  g_autoptr (Findings) findings =
    find_in (TRACE "KeyError: 'a'\n\n"
             "During handling of the above exception, another exception occurred:\n\n"
             TRACE "RuntimeError: could not load\n" EXIT);

  check_failure (findings, 0, "error", "", "KeyError", "KeyError: 'a'");
  check_lines (findings, 0, 1, 1, 11);
  g_assert_cmpuint (findings->failures->len, ==, 2);
  check_failure (findings, 1, "exit", "", "", "The command exited with status 1");
}

static void
test_no_traceback (void)
{
  check_one ("  File \"run.py\", line 3\n    def f(:\n          ^\nSyntaxError: invalid syntax\n",
             "error", "", "SyntaxError", "SyntaxError: invalid syntax", 4, 1, 4);
  check_one ("Fatal Python error: Segmentation fault\n\nCurrent thread 0x01 (most recent call first):\n"
             "  File \"run.py\", line 3 in main\nwords\n",
             "crash", "", "", "Fatal Python error: Segmentation fault", 1, 1, 4);
  check_one ("==== no tests ran in 0.01s ====\n🚨 Error: The command exited with status 5\n",
             "error", "", "", "no tests ran in 0.01s", 1, 1, 2);
}

/* What a test printed, or a server of its, is not why the session failed. */
static void
test_in_session (void)
{
  g_autoptr (Findings) findings =
    find_in ("===== test session starts =====\nx.py::test_a \n" TRACE "ValueError: handled\nPASSED\n"
             "===== 1 passed in 1.0s =====\n");

  g_assert_cmpuint (findings->failures->len, ==, 0);
}

static void
test_unittest (void)
{
  static const char text[] =
    "test_a (pkg.test_x.TestX.test_a) ... ok\n"
    "test_b (pkg.test_x.TestX.test_b) ... FAIL\n"
    "test_c (pkg.test_x.TestX.test_c) ... expected failure\n"
    RULER "ERROR: test_d (pkg.test_x.TestX)\nLoads what it saved.\n" LINE TRACE "KeyError: 'd'\n\n"
    RULER "FAIL: test_b (pkg.test_x.TestX.test_b) (i=1)\n" LINE TRACE
    "AssertionError: 1 != 2\n- 1\n+ 2\n\n"
    LINE "Ran 4 tests in 0.001s\n\nFAILED (failures=1, errors=1, expected failures=1)\n" EXIT;
  g_autoptr (Findings) findings = find_in (text);

  g_assert_cmpuint (findings->failures->len, ==, 2);
  check_failure (findings, 0, "error", "test_d (pkg.test_x.TestX)", "KeyError", "KeyError: 'd'");
  check_lines (findings, 0, 5, 4, 11);
  check_failure (findings, 1, "failed", "pkg.test_x.TestX.test_b", "AssertionError",
                 "AssertionError: 1 != 2");
  check_lines (findings, 1, 14, 13, 23);
  g_assert_cmpuint (findings->passed->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (findings->passed, 0), ==, "pkg.test_x.TestX.test_a");
}

static void
test_like_unittest (void)
{
  check_one ("0:01:02 load avg: 1.00 [ 3/9/1] test_tcl crashed (Exit code -11)\n"
             "1 test failed:\n    test_tcl\n",
             "crash", "test_tcl", "", "crashed (Exit code -11)", 1, 1, 1);
  check_one ("0:01:02 load avg: 1.00 [ 3/9/1] test_tcl timed out (20 min) -- running (1): test_x\n",
             "timeout", "test_tcl", "", "timed out (20 min) -- running (1): test_x", 1, 1, 1);
  check_one ("{0} pkg.test_x.TestX.test_a [0.1s] ... FAILED\n\nCaptured traceback:\n~~~~~~~~~~~~~~~~~~~\n"
             "    Traceback (most recent call last):\n      File \"x.py\", line 3, in f\n"
             "    ValueError: wrong\n\n{0} pkg.test_x.TestX.test_b [0.1s] ... ok\n",
             "failed", "pkg.test_x.TestX.test_a", "ValueError", "ValueError: wrong", 1, 1, 7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/python/traceback", test_traceback);
  g_test_add_func ("/failures/python/chain", test_chain);
  g_test_add_func ("/failures/python/no-traceback", test_no_traceback);
  g_test_add_func ("/failures/python/in-session", test_in_session);
  g_test_add_func ("/failures/python/unittest", test_unittest);
  g_test_add_func ("/failures/python/like-unittest", test_like_unittest);

  return g_test_run ();
}
