/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "run-text.h"

static void
test_reports (void)
{
  static const RunCase cases[] = {
    { "SESSION\n= FAILURES\n__ a __\ncode\nE KeyError: 'a'\n\nx.py:3: KeyError\n-- output\nmore\n"
      "__ b __\nE words\n= SUMMARY\n",
      "session 1-0\nsession 1-0 summary 12\n"
      "report 1 failures “a” 3-7 end 9 detail 5 “KeyError: 'a'” “KeyError”\n"
      "report 1 failures “b” 10-11 end 11 detail 11 “words” “”\n" },
    /* Lines that tell nothing belong to it, blank ones at its end do not. */
    { "SESSION\n= ERRORS\n__ a __\ncode\ncode\n \n\n",
      "session 1-0\nsession 1-0\nreport 1 errors “a” 3-5 end 0 detail 0 “” “”\n" },
    /* The first of the last lines that tell; one that names the exception before one that does
     * not. */
    { "SESSION\n= FAILURES\n__ a __\nE one\ncode\ncode\nE two\nE three\n",
      "session 1-0\nsession 1-0\nreport 1 failures “a” 3-8 end 0 detail 8 “two” “”\n" },
    { "SESSION\n= FAILURES\n__ a __\nE source\nE KeyError: 'a'\nE more\n",
      "session 1-0\nsession 1-0\nreport 1 failures “a” 3-6 end 0 detail 6 “KeyError: 'a'” “”\n" },
    /* What the test printed explains nothing. */
    { "SESSION\n= FAILURES\n__ a __\nE one\n-- output\nE two\nx.py:1: KeyError\n",
      "session 1-0\nsession 1-0\nreport 1 failures “a” 3-4 end 0 detail 4 “one” “”\n" },
    /* The log starts within a report; what follows its location is the next one's. */
    { "code\nE KeyError\nx.py:1: KeyError\n__ b __\nE two\nTOTAL 2 failed\n",
      "session 1-6 claims 2\n"
      "report 0 none “” 1-3 end 3 detail 2 “KeyError” “KeyError”\n"
      "report 0 none “b” 4-5 end 5 detail 5 “two” “”\n" },
    /* A line knows better which test it is. */
    { "SESSION\n= FAILURES\n__ x.py __\nworker died in x.py::a\n",
      "session 1-0\nsession 1-0\nreport 1 failures “x.py::a” 3-4 end 0 detail 4 “worker died” “”\n" },
    { "code\nE KeyError\nx.py:1: KeyError\nwords\n",
      "session 1-0\nreport 0 none “” 1-3 end 3 detail 2 “KeyError” “KeyError”\n" },
    /* A heading outside of any report is none. */
    { "__ a __\n", "session 1-0\n" },
    { "SESSION\nTOTAL 0 failed\n__ a __\nE one\n", "session 1-0\nsession 1-2 claims 0\n" },
  };

  check_runs (cases, G_N_ELEMENTS (cases));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/test-run-reports/reports", test_reports);

  return g_test_run ();
}
