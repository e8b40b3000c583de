/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "run-text.h"

static void
test_stops (void)
{
  static const RunCase cases[] = {
    { "SESSION\nRUN a\nCRASH: fault\n\n  at one\n  at two\nwords\n",
      "session 1-0\nsession 1-0\npart 1 “a” unknown 2-0\nstop 1 crash “a” “fault” 3: 3-6\n" },
    /* The line names the test itself, or only where it is. */
    { "SESSION\nCRASH in a: fault\n  at one\n",
      "session 1-0\nsession 1-0\nstop 1 crash “a” “fault” 2: 2-3\n" },
    { "SESSION\nAT x.py\nCRASH: fault\n",
      "session 1-0\nsession 1-0 at “x.py”\nstop 1 crash “x.py” “fault” 3: 3-3\n" },
    /* Frames end where something else is said, and are none without a crash. */
    { "SESSION\nCRASH: fault\n  at one\nwords\nwords\n  at two\n",
      "session 1-0\nsession 1-0\nstop 1 crash “” “fault” 2: 2-3\n" },
    { "SESSION\n  at one\n", "session 1-0\nsession 1-0\n" },
    /* The first crash counts. */
    { "SESSION\nCRASH: one\nCRASH: two\n",
      "session 1-0\nsession 1-0\nstop 1 crash “” “one” 2: 2-2\n" },
    { "SESSION\nCRASH: one\nSESSION\nCRASH: two\n",
      "session 1-0\nsession 1-0\nsession 3-0\nstop 1 crash “” “one” 2: 2-2\n"
      "stop 2 crash “” “two” 4: 4-4\n" },
    /* A test went down, not the runner. */
    { "SESSION\nRUN a\nCRASH: one\nBAD\n",
      "session 1-0\nsession 1-0\npart 1 “a” failed 2-4\nstop 1 crash “a” “one” 3: 3-3 over\n" },
    /* What was raised. */
    { "SESSION\nBROKEN\n  at one\nE KeyError: 'a'\n",
      "session 1-0\nsession 1-0\nstop 1 error “” “KeyError: 'a'” 4: 2-4\n" },
  };

  check_runs (cases, G_N_ELEMENTS (cases));
}

/* Frames name the test that ran: right above or below one of the runner's own. */
static void
test_frames (void)
{
  static const RunCase cases[] = {
    { "SESSION\nCRASH: fault\n  at /w/lib.py one\n  at /w/x.py test_a\n  CALLED BY\n  at /w/run.py main\n",
      "session 1-0\nsession 1-0\nstop 1 crash “/w/x.py::test_a” “fault” 2: 2-5\n" },
    { "SESSION\nAT x.py\nCRASH: fault\n  at /w/x.py test_a\n  CALLED BY\n",
      "session 1-0\nsession 1-0 at “x.py”\nstop 1 crash “x.py::test_a” “fault” 3: 3-5\n" },
    /* Of another file than the one that it is at. */
    { "SESSION\nAT x.py\nCRASH: fault\n  at /w/y.py test_a\n  CALLED BY\n",
      "session 1-0\nsession 1-0 at “x.py”\nstop 1 crash “x.py” “fault” 3: 3-5\n" },
    /* A name that is known is a better one. */
    { "SESSION\nRUN x.py::a[1]\nCRASH: fault\n  at /w/x.py a\n  CALLED BY\n",
      "session 1-0\nsession 1-0\npart 1 “x.py::a[1]” unknown 2-0\nstop 1 crash “x.py::a[1]” “fault” 3: 3-5\n" },
    /* The one that started last is another. */
    { "SESSION\nRUN x.py::a\nCRASH: fault\n  at /w/x.py b\n  CALLED BY\n",
      "session 1-0\nsession 1-0\npart 1 “x.py::a” unknown 2-0\nstop 1 crash “/w/x.py::b” “fault” 3: 3-5\n" },
    /* Innermost last, between two lines of the same words. */
    { "SESSION\nLATE\nwords\nwords\nwords\n  at /w/run.py main\n  CALLS\n  at /w/x.py test_a\n"
      "  at /w/lib.py one\nLATE\n",
      "session 1-0\nsession 1-0\nstop 1 timeout “/w/x.py::test_a” “LATE” 10: 8-10\n" },
  };

  check_runs (cases, G_N_ELEMENTS (cases));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/test-run-stops/stops", test_stops);
  g_test_add_func ("/failures/test-run-stops/frames", test_frames);

  return g_test_run ();
}
