/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "own-rules.h"

/* A runner of packages that tries again what failed. */
#define RULES "lines:\n" \
              "  - { is: failure, starts: 'TEST ', matches: '^TEST (?<test>\\S+) of (?<suite>\\w+)(?: try (?<again>\\d))?' }\n" \
              "  - { is: passed, starts: 'GOOD ', suite: above, matches: '^GOOD (?<suite>\\w+)' }\n" \
              "  - { is: passed, starts: 'DONE ', matches: '^DONE (?<runs>\\d+) runs' }\n" \
              "  - { is: exit, starts: 'EXIT', matches: '^(?<message>EXIT)' }\n"

static void
test_suite (void)
{
  own_rules_check (RULES, "TEST a of quill\nTEST b of shelf\nGOOD quill\n",
                   "failed “b”  “TEST b of shelf” 2 2-2\n"
                   "failed “a”  “TEST a of quill” 1 1-1 flaky\n");
  /* A step failed for it in between. */
  own_rules_check (RULES, "TEST a of quill\nEXIT\nGOOD quill\n",
                   "failed “a”  “TEST a of quill” 1 1-1\n"
                   "exit “”  “EXIT” 2 1-2\n");
}

static void
test_runs (void)
{
  own_rules_check (RULES, "TEST a of quill\nTEST a of quill try 1\nTEST b of quill\nDONE 2 runs\n",
                   "failed “a”  “TEST a of quill” 2 1-2\n"
                   "failed “b”  “TEST b of quill” 3 3-3 flaky\n");
  /* What stands above another list is not of this one. */
  own_rules_check (RULES, "TEST a of quill\nDONE 1 runs\nTEST b of quill\nDONE 2 runs\n",
                   "failed “a”  “TEST a of quill” 1 1-1\n"
                   "failed “b”  “TEST b of quill” 3 3-3 flaky\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tried-again/suite", test_suite);
  g_test_add_func ("/tried-again/runs", test_runs);

  return g_test_run ();
}
