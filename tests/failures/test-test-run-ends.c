/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "failures-text.h"

/* The runner went down, and took the test that ran with it. */
static void
test_crash (void)
{
  static const FailureCase cases[] = {
    { "SESSION\nGOOD x.py::a\nRUN x.py::b\nCRASH: fault\n  at one\n  at two\nwords\n",
      "crash “x.py::b” “” “fault” 4: 4-6\n" },
    { "SESSION\nCRASH in x.py::b: fault\n  at one\n", "crash “x.py::b” “” “fault” 2: 2-3\n" },
    /* Those that failed before failed by themselves. */
    { "SESSION\nBAD x.py::a\nRUN x.py::b\nCRASH: fault\n",
      "failed “x.py::a” “” “” 2: 2-2\ncrash “x.py::b” “” “fault” 4: 4-4\n" },
    { "SESSION\nRUN x.py::b\nCRASH: fault\n", "", .incomplete = TRUE },
    { "SESSION\nCRASH: fault\nSESSION\nGOOD x.py::b\nTOTAL 0 failed\n",
      "crash “” “” “fault” 2: 2-2\n" },
    /* Outside of any session it is anybody's, unless it names a test. */
    { "CRASH: fault\n", "" },
    { "CRASH: fault\n  at /w/x.py a\n  CALLED\n", "crash “/w/x.py::a” “” “fault” 1: 1-3\n" },
    /* It was not the runner that went down. */
    { "SESSION\nRUN x.py::b\nCRASH: fault\nSKIP\nTOTAL 0 failed\n", "" },
    { "SESSION\nRUN x.py::b\nCRASH: fault\nTOTAL 0 failed\n", "" },
    /* A worker of it did. */
    { "SESSION\n= FAILURES\n__ x.py __\nworker died in x.py::a\n= SUMMARY\nFAILED x.py::a\n",
      "crash “x.py::a” “” “worker died” 6: 3-6\n" },
    { "SESSION\nCRASH: fault\n  at /w/x.py a\n  CALLED\n= FAILURES\n__ x.py __\n"
      "worker died in x.py::A::a[1]\n= SUMMARY\nFAILED x.py::A::a[1]\nTOTAL 1 failed\n",
      "crash “x.py::A::a[1]” “” “worker died” 9: 6-9\n  from “” “” “fault” 2: 2-4\n" },
    /* What it says when it cannot go on counts in any session. */
    { "SESSION\nRUN x.py::a\nTOTAL 0 failed\nBROKEN\nE KeyError: 'a'\n",
      "error “x.py::a” “KeyError” “KeyError: 'a'” 5: 4-5\n" },
  };

  check_failures (cases, G_N_ELEMENTS (cases));
}

/* A session that ended without a word, or names nothing. */
static void
test_silent (void)
{
  static const FailureCase cases[] = {
    { "SESSION\nGOOD x.py::a\nRUN x.py::b\nwords\n", "crash “x.py::b” “” “” 3: 3-3\n" },
    { "SESSION\nGOOD x.py::a\nRUN x.py::b\nwords\n", "", .incomplete = TRUE },
    { "SESSION\nRUN x.py::b\n= FAILURES\n", "" },
    { "SESSION\nRUN x.py::b\nSESSION\nGOOD x.py::a\nTOTAL 0 failed\n", "" },
    { "RUN x.py::b\n", "" },
    { "SESSION\n[w1] GOOD x.py::a\nRUN x.py::b\n", "" },
    { "SESSION\nTOTAL 2 failed\n", "failed “” “” “2 failed” 2: 2-2\n" },
    { "SESSION\nBAD x.py::a\nTOTAL 1 failed\n", "failed “x.py::a” “” “” 2: 2-2\n" },
    { "SESSION\nTOTAL 0 failed\n", "" },
  };

  check_failures (cases, G_N_ELEMENTS (cases));
}

/* Tried again at once, and passed: last, and only where something failed. */
static void
test_retries (void)
{
  static const FailureCase cases[] = {
    { "SESSION\nAGAIN x.py::a\nGOOD x.py::a\nBAD x.py::b\n",
      "failed “x.py::b” “” “” 4: 4-4\nfailed “x.py::a” “” “” 2: 2-2 flaky\n" },
    { "SESSION\nAGAIN x.py::a\nGOOD x.py::a\nTOTAL 0 failed\n", "" },
    { "SESSION\nAGAIN x.py::a\nAGAIN x.py::a\nBAD x.py::a\n",
      "failed “x.py::a” “” “” 4: 4-4\n" },
  };

  check_failures (cases, G_N_ELEMENTS (cases));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/test-run-ends/crash", test_crash);
  g_test_add_func ("/failures/test-run-ends/silent", test_silent);
  g_test_add_func ("/failures/test-run-ends/retries", test_retries);

  return g_test_run ();
}
