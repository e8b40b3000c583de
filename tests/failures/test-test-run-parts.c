/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "run-text.h"

static void
test_parts (void)
{
  static const RunCase cases[] = {
    /* Start and outcome apart, and in one line. */
    { "SESSION\nRUN a\nwords\nBAD\nBAD b\n",
      "session 1-0\nsession 1-0\npart 1 “a” failed 2-4\npart 1 “b” failed 5-5\n" },
    /* Those that passed are names only, others are nothing. */
    { "SESSION\nRUN a\nGOOD\nGOOD b\nSKIP c\n",
      "session 1-0\nsession 1-0\npassed “a” in 1\npassed “b” in 1\n" },
    /* The next test, session or chapter ends one without an outcome, and it is not kept. */
    { "SESSION\nRUN a\nRUN b\n", "session 1-0\nsession 1-0\npart 1 “b” unknown 3-0\n" },
    { "SESSION\nRUN a\n= FAILURES\n", "session 1-0\nsession 1-0 left “a” 2\n" },
    { "SESSION\nRUN a\nSESSION\n", "session 1-0\nsession 1-0 left “a” 2\nsession 3-0\n" },
    { "SESSION\nRUN a\nRUN b\nGOOD\nTOTAL 0 failed\n", "session 1-0\nsession 1-5 claims 0\npassed “b” in 1\n" },
    /* Tried again, and what came of it. */
    { "SESSION\nRUN a\nwords\nAGAIN\nRUN a\nGOOD\nAGAIN b\nBAD b\n",
      "session 1-0\nsession 1-0\npart 1 “b” failed 8-8\nretry 1 “a” 2-4 passed\nretry 1 “b” 7-7\n"
      "passed “a” in 1\n" },
    { "SESSION\nAGAIN a\nSESSION\nGOOD a\n",
      "session 1-0\nsession 1-0\nsession 3-0\nretry 1 “a” 2-2\npassed “a” in 2\n" },
    /* Side by side. */
    { "SESSION\nRUN a\nRUN b\n[w1] BAD a\n",
      "session 1-0\nsession 1-0 parallel\npart 1 “a” failed 4-4\n" },
    /* No name: what stands after the last test, or the start. */
    { "SESSION\nwords\nBAD\nwords\nwords\nBAD\n",
      "session 1-0\nsession 1-0\npart 1 “” failed 1-3\npart 1 “” failed 4-6\n" },
    /* After the totals a word alone is no outcome. */
    { "SESSION\nTOTAL 1 failed\nBAD\n", "session 1-0\nsession 1-2 claims 1\n" },
    /* The summary names tests that passed; the last session counts. */
    { "SESSION\nGOOD a\nSESSION\n= SUMMARY\nGOOD a\nGOOD b\nBAD c\n",
      "session 1-0\nsession 1-0\nsession 3-0 summary 4\npassed “a” in 2\npassed “b” in 2\n" },
  };

  check_runs (cases, G_N_ELEMENTS (cases));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/test-run-parts/parts", test_parts);

  return g_test_run ();
}
