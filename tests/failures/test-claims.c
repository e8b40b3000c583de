/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "lines.h"
#include "own-rules.h"

/* What is found in TEXT, whose lines end with "\n". */
static Findings *
find (Rules      *rules,
      const char *text)
{
  g_autoptr (Finder) finder = finder_new (rules);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL && (*lines[i] != '\0' || lines[i + 1] != NULL); i++)
    finder_push (finder, lines[i], strlen (lines[i]), i + 1);

  return finder_get_findings (finder, TRUE);
}

/* A summary counts what was named since the last one, or what is named below. */
static void
test_unnamed (void)
{
  static const char *yaml =
    "counts: '(?<count>\\d+) (?:KO|broken)'\n"
    "lines:\n"
    "  - { is: failure, starts: 'KO ', matches: '^KO (?<test>\\w+)', until: '^=' }\n"
    "  - { is: failure, starts: 'BAD', matches: '^BAD' }\n"
    "  - { is: count, starts: 'sum ' }\n"
    "  - { is: failure, weight: echo, count: above, starts: 'echo ' }\n"
    "  - { is: count, count: below, starts: 'list ' }\n";
  static const struct { const char *text; guint unnamed; guint found; } cases[] = {
    { "KO a\n=\nKO b\n=\nsum 2 KO\n", 0, 2 },
    { "KO a\n=\nKO b\n=\nsum 5 KO\n", 3, 2 },
    { "KO a\n=\nKO b\n=\necho 3 KO\n", 1, 3 },
    { "KO a\n=\nsum 1 KO, 2 broken\n", 2, 1 },
    { "KO a\nsum 2 KO\n", 1, 1 },
    { "KO a\n=\nKO a\n=\nsum 2 KO\n", 1, 1 },
    { "KO a\n=\nsum 1 KO\nKO a\n=\nsum 2 KO\n", 1, 1 },
    { "KO a\n=\nsum 1 KO\nKO a\n=\nsum 1 KO\n", 0, 1 },
    { "KO a\nsum 1 KO\nsum 3 KO\n", 0, 1 },
    { "KO a\nsum 1 KO\nKO b\nsum 3 KO\n", 2, 2 },
    { "BAD\n=\nsum 2 KO\n", 1, 1 },
    { "sum 4 KO\nKO a\n=\n", 0, 1 },
    { "list 2 KO\nKO a\n=\nKO b\n=\n", 0, 2 },
    { "KO a\n=\nlist 2 KO\nKO b\n=\n", 1, 2 },
    { "list 2 KO\nKO a\n=\nlist 3 KO\nKO b\n=\n", 3, 2 },
    { "list 7 KO\n", 0, 0 },
    { "KO a\n=\nsum none\n", 0, 1 },
    { "KO a\n=\nsum 99999999999999999999 KO\n", 1000000, 1 },
  };
  g_autoptr (Rules) rules = own_rules_load (yaml);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Findings) findings = find (rules, cases[i].text);

    g_assert_cmpuint (findings->failures->len, ==, cases[i].found);
    g_assert_cmpuint (findings->unnamed, <=, cases[i].unnamed);
    g_assert_cmpuint (findings->unnamed, >=, MIN (cases[i].unnamed, 900000));
    g_assert_cmpint (findings->claimed, ==, -1);
  }
}

/* The runners that ship, each by the summary that it prints. */
static void
test_runners (void)
{
  static const struct { const char *runner; const char *text; guint unnamed; } cases[] = {
    { "jest", "FAIL test/a.test.js\n  ● a › b\n\n    no\n\nTests:       3 failed, 1 passed, 4 total\n", 2 },
    { "vitest", " FAIL  test/a.test.js > a > b\nError: no\n\n      Tests  3 failed | 1 passed (4)\n", 2 },
    { "mocha", "  2 failing\n\n  1) a\n       b:\n     Error: no\n", 1 },
    { "rust", "---- a::b stdout ----\nthread 'a::b' panicked at src/lib.rs:1:1:\nno\n\n"
              "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n", 1 },
    { "ctest", "80% tests passed, 2 tests failed out of 10\n\nThe following tests FAILED:\n\t  1 - a.b (Failed)\n", 1 },
    { "googletest", "[  FAILED  ] A.b (0 ms)\n[  FAILED  ] 2 tests, listed below:\n[  FAILED  ] A.b\n", 1 },
    { "junit", "[ERROR] a.B.c  Time elapsed: 0.01 s  <<< FAILURE!\n[ERROR] Tests run: 9, Failures: 1, Errors: 2, Skipped: 0\n", 2 },
    { "gradle", "a.B > c FAILED\n    no at B.java:1\n\n3 tests completed, 2 failed\n", 1 },
    { "rspec", "Failures:\n\n  1) A b\n     Failure/Error: c\n\nFinished in 0.1 seconds (files took 0.2 seconds to load)\n"
               "4 examples, 3 failures\n", 2 },
    { "minitest", "  1) Failure:\nATest#test_b [test/a_test.rb:5]:\nExpected: 1\n\n3 runs, 3 assertions, 1 failures, 1 errors, 0 skips\n", 1 },
    { "test-unit", "===============================================================================\nFailure: test_b(ATest)\n<1> expected but was\n<2>\n"
                   "===============================================================================\n"
                   "3 tests, 2 assertions, 2 failures, 1 errors, 0 pendings, 0 omissions, 0 notifications\n", 2 },
    { "phpunit", "There were 2 failures:\n\n1) ATest::testB\nno\n\nFAILURES!\nTests: 4, Assertions: 3, Errors: 1, Failures: 2.\n", 2 },
    { "exunit", "  1) test a (BTest)\n     test/b_test.exs:4\n     no\n\n3 tests, 2 failures\n", 1 },
    { "dotnet", "  Failed A.B.C [3 ms]\n  Error Message:\n   no\n\nFailed!  - Failed:     2, Passed:    12, Skipped:     0, Total:    14\n", 1 },
    { "unittest", "======================================================================\nFAIL: test_b (a.B)\n"
                  "----------------------------------------------------------------------\nAssertionError: no\n\n"
                  "Ran 3 tests in 0.001s\n\nFAILED (failures=1, errors=1, expected failures=4)\n", 1 },
    { "playwright", "  3 failed\n    [paper] › a.spec.js:4:3 › b ────\n", 2 },
    { "testthat", "── Failure (test-a.R:2:3): b ──\nno\n\n[ FAIL 2 | WARN 0 | SKIP 0 | PASS 1 ]\n", 1 },
    { "unittest", "======================================================================\nERROR: test_b (a.B)\n"
                  "----------------------------------------------------------------------\nValueError: no\n\n"
                  "======================================================================\nFAIL: test_b (a.B)\n"
                  "----------------------------------------------------------------------\nAssertionError: no\n\n"
                  "Ran 3 tests in 0.001s\n\nFAILED (failures=1, errors=1, unexpected successes=1)\n", 1 },
    { "jasmine", "Failures:\n1) a b\n  Message:\n    no\n\n3 specs, 2 failures\n", 1 },
    { "ava", "  \xe2\x9c\x98 [fail]: a\n\n  2 tests failed\n", 1 },
    { "hspec", "Failures:\n\n  Spec.hs:9:17: \n  1) A.b c\n       expected: 5\n        but got: 4\n\nFinished in 0.0042 seconds\n"
               "3 examples, 2 failures\n", 1 },
    { "crystal", "$ crystal spec\n\nFailures:\n\n  1) A b\n\n       Expected: 3\n            got: 2\n\nFinished in 12.99 milliseconds\n"
                 "4 examples, 1 failures, 1 errors, 1 pending\n", 1 },
    { "nextest", "        FAIL [   0.005s] (2/6) a b::c\n     Summary [   0.210s] 6 tests run: 3 passed, 2 failed, 1 timed out, 0 skipped\n", 2 },
    { "tap", "not ok 1 a\nok 2 b\n# tests 3\n# pass  1\n# fail  2\n", 1 },
  };
  g_autoptr (Rules) rules = rules_load (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Findings) findings = find (rules, cases[i].text);

    g_test_message ("%s", cases[i].runner);
    g_assert_cmpstr (((const Failure *) g_ptr_array_index (findings->failures, 0))->runner, ==, cases[i].runner);
    g_assert_cmpuint (findings->unnamed, ==, cases[i].unnamed);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/failures/claims/unnamed", test_unnamed);
  g_test_add_func ("/failures/claims/runners", test_runners);

  return g_test_run ();
}
