/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "failures-text.h"
#include "test-run-failures.h"

/* The summary says what failed, the report why. */
static void
test_items (void)
{
  static const FailureCase cases[] = {
    { "SESSION\nGOOD x.py::a\n", "" },
    { "SESSION\n= SUMMARY\nFAILED x.py::a - KeyError: 'a'\nmore\n",
      "failed “x.py::a” “KeyError” “KeyError: 'a'” 3: 3-4\n" },
    { "SESSION\n= FAILURES\n__ T.a __\ncode\nE KeyError: 'a'\n"
      "= SUMMARY\nFAILED x.py::T::a - KeyError: 'a'\n",
      "failed “x.py::T::a” “KeyError” “KeyError: 'a'” 7: 3-7\n" },
    /* By name, not by order. */
    { "SESSION\n= FAILURES\n__ a __\nE one\n__ b __\nE two\n"
      "= SUMMARY\nFAILED x.py::b - two\nFAILED x.py::a - one\n",
      "failed “x.py::b” “” “two” 8: 5-8\nfailed “x.py::a” “” “one” 9: 3-4\n" },
    /* Of the same name: each report belongs to one item. */
    { "SESSION\n= FAILURES\n__ a __\nE one\n__ a __\nE two\n"
      "= SUMMARY\nFAILED x.py::a - one\nFAILED y.py::a - two\n",
      "failed “x.py::a” “” “one” 8: 3-4\nfailed “y.py::a” “” “two” 9: 5-9\n" },
    /* Of the same session. */
    { "SESSION\n= FAILURES\n__ a __\nE one\nSESSION\n= SUMMARY\nFAILED x.py::a - two\n",
      "failed “x.py::a” “” “two” 7: 7-7\nfailed “a” “” “one” 4: 3-4\n" },
    /* An error's is in the chapter of errors. */
    { "SESSION\n= FAILURES\n__ a __\nE one\n= ERRORS\n__ a __\nE two\n"
      "= SUMMARY\nERROR x.py::a - two\n",
      "error “x.py::a” “” “two” 9: 6-9\n" },
    { "SESSION\n= ERRORS\n__ a __\nE one\n= SUMMARY\nFAILED x.py::a - one\n",
      "failed “x.py::a” “” “one” 6: 3-6\n" },
    /* The log starts within the report. */
    { "E one\nx.py:2: KeyError\n= SUMMARY\nFAILED x.py::a - one\n",
      "failed “x.py::a” “KeyError” “one” 4: 1-4\n" },
  };

  check_failures (cases, G_N_ELEMENTS (cases));
}

/* What the summary leaves out or cuts, the report has. */
static void
test_messages (void)
{
  static const FailureCase cases[] = {
    { "SESSION\n= FAILURES\n__ a __\nE KeyError: 'a'\n= SUMMARY\nFAILED x.py::a\n",
      "failed “x.py::a” “KeyError” “KeyError: 'a'” 6: 3-6\n" },
    { "SESSION\n= FAILURES\n__ a __\nE KeyError: 'a long one'\n"
      "= SUMMARY\nFAILED x.py::a - KeyError: 'a l...\n",
      "failed “x.py::a” “KeyError” “KeyError: 'a long one'” 6: 3-6\n" },
    { "SESSION\n= FAILURES\n__ a __\nE KeyError: 'a long one'\n"
      "= SUMMARY\nFAILED x.py::a - OSError: 'a l...\n",
      "failed “x.py::a” “OSError” “OSError: 'a l...” 6: 3-6\n" },
    /* The class is in the message, else where the report says the place. */
    { "SESSION\n= FAILURES\n__ a __\nE one\nx.py:3: KeyError\n= SUMMARY\nFAILED x.py::a - one\n",
      "failed “x.py::a” “KeyError” “one” 7: 3-7\n" },
  };

  check_failures (cases, G_N_ELEMENTS (cases));
}

/* A test is one failure, however often it failed. */
static void
test_repeated (void)
{
  static const FailureCase cases[] = {
    /* A later session's word takes the place of an earlier one's. */
    { "SESSION\n= SUMMARY\nFAILED x.py::a - one\nFAILED x.py::b - one\n"
      "SESSION\n= SUMMARY\nFAILED x.py::a - two\n",
      "failed “x.py::a” “” “two” 7: 7-7\nfailed “x.py::b” “” “one” 4: 4-4\n" },
    /* In one session the first counts … */
    { "SESSION\n= SUMMARY\nFAILED x.py::a - one\nFAILED x.py::a - two\n",
      "failed “x.py::a” “” “one” 3: 3-3\n" },
    { "SESSION\n= SUMMARY\nFAILED x.py::a - one\nERROR x.py::a - two\n",
      "failed “x.py::a” “” “one” 3: 3-3\n" },
    /* … but the test's own failure goes before an error around it. */
    { "SESSION\n= SUMMARY\nERROR x.py::a - one\nFAILED x.py::a - two\n",
      "failed “x.py::a” “” “two” 4: 4-4\n" },
  };

  check_failures (cases, G_N_ELEMENTS (cases));
}

static void
test_flaky (void)
{
  static const FailureCase cases[] = {
    { "SESSION\n= SUMMARY\nFAILED x.py::a - one\nSESSION\nGOOD x.py::a\n",
      "failed “x.py::a” “” “one” 3: 3-3 flaky\n" },
    { "SESSION\n= SUMMARY\nFAILED x.py::a - one\nSESSION\n= SUMMARY\nGOOD x.py::a\n",
      "failed “x.py::a” “” “one” 3: 3-3 flaky\n" },
    /* It passed before, another test passed, or it failed again. */
    { "SESSION\nGOOD x.py::a\nSESSION\n= SUMMARY\nFAILED x.py::a - one\n",
      "failed “x.py::a” “” “one” 5: 5-5\n" },
    { "SESSION\n= SUMMARY\nFAILED x.py::a - one\nSESSION\nGOOD x.py::b\n",
      "failed “x.py::a” “” “one” 3: 3-3\n" },
    { "SESSION\n= SUMMARY\nFAILED x.py::a - one\nSESSION\nGOOD x.py::a\n"
      "SESSION\n= SUMMARY\nFAILED x.py::a - two\n",
      "failed “x.py::a” “” “two” 8: 8-8\n" },
  };

  check_failures (cases, G_N_ELEMENTS (cases));
}

/* The job ended before the summary was written. */
static void
test_no_summary (void)
{
  static const FailureCase cases[] = {
    /* Reports, with the test's full name from its progress line. */
    { "SESSION\nBAD x.py::a\n= FAILURES\n__ a __\nE KeyError: 'a'\n",
      "failed “x.py::a” “KeyError” “KeyError: 'a'” 5: 4-5\n" },
    { "SESSION\n= ERRORS\n__ a __\nE one\n", "error “a” “” “one” 4: 3-4\n" },
    { "SESSION\nBAD x.py::a\n= FAILURES\n__ a __\nE one\n", "", .incomplete = TRUE },
    /* A second report is on what went wrong around a test that has its own. */
    { "SESSION\n= ERRORS\n__ a __\nE one\n__ b __\nE two\n= FAILURES\n__ a __\nE three\n",
      "error “b” “” “two” 6: 5-6\nfailed “a” “” “three” 9: 8-9\n" },
    { "SESSION\n= ERRORS\n__ a __\nE one\nSESSION\n= FAILURES\n__ b __\nE three\n",
      "error “a” “” “one” 4: 3-4\nfailed “b” “” “three” 8: 7-8\n" },
    /* Where there is a summary, it says all. */
    { "SESSION\n= FAILURES\n__ a __\nE one\n__ b __\nE two\n= SUMMARY\nFAILED x.py::b - two\n",
      "failed “x.py::b” “” “two” 8: 5-8\n" },
    /* A test that failed, of which no more was said. */
    { "SESSION\nBAD x.py::a\nGOOD x.py::b\nTOTAL 1 failed\nRUN x.py::c\nwords\n",
      "failed “x.py::a” “” “” 2: 2-2\n" },
    /* A name of the file that its report tells. */
    { "SESSION\n= FAILURES\n__ T.a[b.c] __\nE one\nt/x.py:3: KeyError\nlib.py:4: KeyError\n",
      "failed “t/x.py::T::a[b.c]” “KeyError” “one” 4: 3-6\n" },
    /* The runner says that none failed. */
    { "SESSION\nBAD x.py::a\nTOTAL 1 passed\n", "" },
    { "SESSION\nTOTAL 1 passed\nBAD x.py::a\n", "failed “x.py::a” “” “” 3: 3-3\n" },
    { "SESSION\nBAD x.py::a\n", "", .incomplete = TRUE },
    { "SESSION\nwords\nBAD\n", "" },
  };

  check_failures (cases, G_N_ELEMENTS (cases));
}

#define TRACE "(one) Traceback\n(one)   File a\n(one) OSError: no room on the disk\n"
#define FROM  "  from “one” “OSError” “no room on the disk” "

/* Where a message only says that something died elsewhere, that is found: in the part in which
 * the test ran, or in what its report shows of it. */
static void
test_cause (void)
{
  static const FailureCase cases[] = {
    { "SESSION\nRUN x.py::a\n" TRACE "BAD\n= SUMMARY\nFAILED x.py::a - it died elsewhere\n",
      "failed “x.py::a” “” “it died elsewhere” 8: 8-8\n" FROM "5: 3-5\n" },
    { "SESSION\nRUN x.py::a\n" TRACE "BAD\n= SUMMARY\nFAILED x.py::a - wrong\n",
      "failed “x.py::a” “” “wrong” 8: 8-8\n" },
    /* In what the test printed. */
    { "SESSION\n= FAILURES\n__ a __\nE it died elsewhere\ncode\n-- output\n" TRACE
      "= SUMMARY\nFAILED x.py::a - it died elsewhere\n",
      "failed “x.py::a” “” “it died elsewhere” 11: 3-11\n" FROM "9: 7-9\n" },
    /* So it is where the report says more than the summary. */
    { "SESSION\n= FAILURES\n__ a __\nE it died elsewhere\nE and more\n-- output\n" TRACE
      "= SUMMARY\nFAILED x.py::a - it died elsewhere\n",
      "failed “x.py::a” “” “it died elsewhere” 11: 3-11\n" FROM "9: 7-9\n" },
    /* Not in another test's part, unless that failed right before. */
    { "SESSION\nRUN x.py::a\n" TRACE "SKIP\nRUN x.py::b\nBAD\n"
      "= SUMMARY\nFAILED x.py::b - it died elsewhere\n",
      "failed “x.py::b” “” “it died elsewhere” 10: 10-10\n" },
    { "SESSION\nRUN x.py::a\n" TRACE "BAD\nRUN x.py::b\nBAD\n"
      "= SUMMARY\nFAILED x.py::a - wrong\nFAILED x.py::b - it died elsewhere\n",
      "failed “x.py::a” “” “wrong” 10: 10-10\n"
      "failed “x.py::b” “” “it died elsewhere” 11: 11-11\n" FROM "5: 3-5\n" },
    /* What a test starts for itself is its own. */
    { "SESSION\nRUN x.py::a\n" TRACE "BAD\nRUN x.py::b\nBAD\n"
      "= SUMMARY\nFAILED x.py::a - wrong\nFAILED x.py::b - it did not start\n",
      "failed “x.py::a” “” “wrong” 10: 10-10\nfailed “x.py::b” “” “it did not start” 11: 11-11\n" },
    /* Parts without a name stand in the order of the failures. */
    { "SESSION\nwords\nBAD\n" TRACE "BAD\nGOOD\nwords\nBAD\n"
      "= SUMMARY\nFAILED x.py::a - wrong\nFAILED x.py::b - it died elsewhere\nFAILED x.py::c - wrong\n",
      "failed “x.py::a” “” “wrong” 12: 12-12\n"
      "failed “x.py::b” “” “it died elsewhere” 13: 13-13\n" FROM "6: 4-6\n"
      "failed “x.py::c” “” “wrong” 14: 14-14\n" },
  };

  check_failures (cases, G_N_ELEMENTS (cases));
}

/* Each test once; not told is not none. */
static void
test_claimed (void)
{
  static const struct { const char *text; int claimed; } claims[] = {
    { "SESSION\nBAD x.py::a\n", -1 },
    { "SESSION\nTOTAL 3 passed\n", 0 },
    { "SESSION\nTOTAL 2 failed, 1 errors\n", 3 },
    { "SESSION\nTOTAL 2 failed\nSESSION\nTOTAL 1 failed\nSESSION\n", 3 },
    /* Tried again. */
    { "SESSION\n= SUMMARY\nFAILED x.py::a\nFAILED x.py::b\nTOTAL 2 failed\n"
      "SESSION\n= SUMMARY\nFAILED x.py::a\nTOTAL 1 failed\n", 2 },
    /* Failed, and an error around it. */
    { "SESSION\n= SUMMARY\nFAILED x.py::a\nERROR x.py::a\nTOTAL 1 failed, 1 errors\n", 1 },
    { "SESSION\n= ERRORS\n__ a __\nE one\n= FAILURES\n__ a __\nE two\n"
      "TOTAL 1 failed, 1 errors\n", 1 },
    { "SESSION\n= ERRORS\n__ a __\nE one\n= FAILURES\n__ b __\nE two\n"
      "TOTAL 1 failed, 1 errors\n", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (claims); i++) {
    g_autoptr (Checker) checker = checker_new ();

    g_test_message ("%s", claims[i].text);
    checker_push (checker, claims[i].text);
    g_assert_cmpint (test_run_get_claimed (checker->run), ==, claims[i].claimed);
  }
}

/* Asked twice, it says the same: a log that grows is asked all the time. */
static void
test_again (void)
{
  g_autoptr (Checker) checker = checker_new ();
  g_autoptr (GPtrArray) early = NULL;
  g_autoptr (GPtrArray) failures = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;

  checker_push (checker, "SESSION\n= FAILURES\n__ a __\nE one\n__ b __\nE two\n= SUMMARY\n"
                         "FAILED x.py::a - one\n");
  early = get_failures_of (checker, FALSE);
  g_assert_cmpuint (early->len, ==, 1);
  checker_push (checker, "FAILED x.py::b - two\n");
  failures = get_failures_of (checker, TRUE);
  again = get_failures_of (checker, TRUE);
  once = dup_failures_text (failures);
  twice = dup_failures_text (again);
  g_assert_cmpstr (once, ==, "failed “x.py::a” “” “one” 8: 3-4\n"
                             "failed “x.py::b” “” “two” 9: 5-9\n");
  g_assert_cmpstr (twice, ==, once);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/test-run-failures/items", test_items);
  g_test_add_func ("/failures/test-run-failures/messages", test_messages);
  g_test_add_func ("/failures/test-run-failures/repeated", test_repeated);
  g_test_add_func ("/failures/test-run-failures/flaky", test_flaky);
  g_test_add_func ("/failures/test-run-failures/no-summary", test_no_summary);
  g_test_add_func ("/failures/test-run-failures/cause", test_cause);
  g_test_add_func ("/failures/test-run-failures/claimed", test_claimed);
  g_test_add_func ("/failures/test-run-failures/again", test_again);

  return g_test_run ();
}
