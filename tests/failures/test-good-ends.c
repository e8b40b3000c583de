/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "own-rules.h"

/* Two tools, the first of which speaks for all that ran. */
static const char yaml[] =
  "name: all\n"
  "counts: '(?<count>\\d+) bad'\n"
  "ran: '(?<ran>\\d+) (?:in all|or so|more)'\n"
  "lines:\n"
  "  - { is: good, covers: all, starts: 'WELL' }\n"
  "  - { is: count, covers: all, starts: 'ran 0 bad' }\n"
  "  - { is: count, starts: 'ran ' }\n"
  "  - { is: count, starts: 'tests: ' }\n"
  "  - { is: failure, weight: echo, starts: 'BAD' }\n"
  "  - { is: passed, starts: 'GOOD ', matches: '^GOOD (?<test>\\w+)' }\n"
  "  - { is: passed, starts: 'NICE ', matches: '^NICE (?<title>\\w+)' }\n"
  "  - { is: failure, starts: 'TEST ', matches: '^TEST (?<test>\\w+)' }\n"
  "  - { is: failure, starts: 'LINE ', matches: '^(?<message>LINE \\w+)' }\n"
  "---\n"
  "name: own\n"
  "lines:\n"
  "  - { is: good, starts: 'own well' }\n"
  "  - { is: failure, kind: lint, weight: echo, starts: 'own warning' }\n"
  "  - { is: failure, starts: 'own test ', matches: '^own test (?<test>\\w+)' }\n"
  "  - { is: failure, weight: error, starts: 'own error' }\n"
  "---\n"
  "name: third\n"
  "lines:\n"
  "  - { is: failure, weight: error, starts: 'third error' }\n"
  "  - { is: failure, weight: word, has: [' words'] }\n";

static void
check (const char *text,
       const char *expected)
{
  own_rules_check (yaml, text, expected);
}

/* Tests passed when they were tried again; what else its runner found counts no more. */
static void
test_runner (void)
{
  check ("TEST a\n.\nLINE b\n.\nWELL\n", "failed “a”  “TEST a” 1 1-1 flaky\n");
  check ("own error a\nown well\n", "");
  check ("own error a\nown warning\nown well\n", "");
  check ("own well\nown error a\n", "failed “”  “own error a” 2 2-2\n");
  check ("third error\nown well\n", "failed “”  “third error” 1 1-1\n");
}

/* One that speaks for all says nothing of what others report, but their errors were no reason. */
static void
test_all (void)
{
  check ("third error\nown error\nWELL\n", "");
  check ("own test a\nWELL\n", "failed “a”  “own test a” 1 1-1\n");
  check ("third error\nran 0 bad\n", "");
  check ("WELL words\n", "");
}

/* A tool that says later that something failed takes it back, and speaks only of what follows. */
static void
test_taken_back (void)
{
  check ("LINE a\nWELL\n.\n.\n.\nBAD\n", "failed “”  “LINE a” 1 1-1\nexit “”  “BAD” 6 1-6\n");
  check ("LINE a\nWELL\nran 2 bad\n", "failed “”  “LINE a” 1 1-1\n");
  check ("ran 2 bad\nTEST a\nWELL\nTEST b\nWELL\n",
         "failed “a”  “TEST a” 2 2-2\nfailed “b”  “TEST b” 4 4-4 flaky\n");
}

/* As many tests in a run without a failure were those that failed in the run before; what ran before is another matter. */
static void
test_tried_again (void)
{
  check ("TEST a\ntests: 3 in all\nBAD\nx\ny\nz\ntests: 3 in all\n", "failed “a”  “TEST a” 1 1-1 flaky\n");
  check ("TEST a\nBAD\ntests: 3 in all\nx\ny\nz\ntests: 2 in all\ntests: 1 more\n", "failed “a”  “TEST a” 1 1-1 flaky\n");
  check ("TEST a\ntests: 3 in all\nBAD\nx\ny\nz\ntests: 3 in all, 2 bad\nx\ny\nz\ntests: 3 in all\n",
         "failed “a”  “TEST a” 1 1-1 flaky\n");
  check ("tests: 5 in all\nx\ny\nz\nTEST a\ntests: 3 in all, 1 bad\nx\ny\nz\ntests: 3 in all\n",
         "failed “a”  “TEST a” 5 5-5 flaky\n");
}

static void
test_not_tried_again (void)
{
  check ("TEST a\ntests: 3 in all, 1 bad\nx\ny\nz\ntests: 4 in all\n", "failed “a”  “TEST a” 1 1-1\n");
  check ("TEST a\ntests: 1 in all, 1 bad\nx\ny\nz\ntests: 1 in all\n", "failed “a”  “TEST a” 1 1-1\n");
  check ("TEST a\ntests: 3 in all, 1 bad\nx\ny\nz\ntests: 3 in all, 1 bad\n", "failed “a”  “TEST a” 1 1-1\n");
  check ("TEST b\ntests: 5 in all, 1 bad\nx\ny\nz\nTEST a\ntests: 3 in all, 1 bad\nx\ny\nz\ntests: 3 in all\n",
         "failed “b”  “TEST b” 1 1-1\nfailed “a”  “TEST a” 6 6-6\n");
}

/* Where the runs name what passed, as many tests are no others. */
static void
test_named (void)
{
  check ("TEST a\ntests: 3 in all, 1 bad\nNICE a\nx\ny\nz\ntests: 3 in all\n", "failed “a”  “TEST a” 1 1-1 flaky\n");
  check ("TEST a\ntests: 3 in all, 1 bad\nNICE b\nx\ny\nz\ntests: 3 in all\n", "failed “a”  “TEST a” 1 1-1\n");
  check ("TEST a\ntests: 3 in all, 1 bad\nGOOD b\nx\ny\nz\ntests: 3 in all\n", "failed “a”  “TEST a” 1 1-1\n");
  check ("TEST a\nNICE b\ntests: 3 in all, 1 bad\nx\ny\nz\ntests: 3 in all\n", "failed “a”  “TEST a” 1 1-1\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/good-ends/runner", test_runner);
  g_test_add_func ("/failures/good-ends/all", test_all);
  g_test_add_func ("/failures/good-ends/taken-back", test_taken_back);
  g_test_add_func ("/failures/good-ends/tried-again", test_tried_again);
  g_test_add_func ("/failures/good-ends/not-tried-again", test_not_tried_again);
  g_test_add_func ("/failures/good-ends/named", test_named);

  return g_test_run ();
}
