/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "own-rules.h"

#define RULES "lines:\n" \
              "  - { is: begin, starts: '> ', matches: '^> (?<test>\\w+)' }\n" \
              "  - { is: stopped, starts: '~ ', matches: '^~ (?<test>\\w+)' }\n" \
              "  - { is: passed, starts: '+ ', matches: '^\\+ (?<test>\\w+)' }\n" \
              "  - { is: failure, starts: '- ', matches: '^- (?<test>\\w+)' }\n" \
              "  - { is: failure, kind: crash, weight: error, starts: 'died', matches: '^(?<message>died.*)' }\n" \
              "  - { is: failure, kind: crash, weight: report, starts: 'told', matches: '^(?<message>told.*)' }\n" \
              "  - { is: exit, kind: timeout, starts: 'limit', matches: '^(?<message>limit)' }\n" \
              "  - { is: exit, starts: 'exited', matches: '^(?<message>exited)' }\n"

/* Whatever ended the test's process is what ended it. */
static void
test_crash (void)
{
  own_rules_check (RULES, "> a\n+ a\n> b\none\ndied\nexited\n",
                   "crash “b”  “died” 3 3-5\n"
                   "exit “”  “exited” 6 1-6\n");
  own_rules_check (RULES, "> a\n+ a\n> b\none\ntold\nexited\n",
                   "crash “b”  “told” 5 3-5\n"
                   "exit “”  “exited” 6 1-6\n");
}

static void
test_stop (void)
{
  own_rules_check (RULES, "> a\n+ a\n> b\none\nlimit\n",
                   "timeout “b”  “limit” 3 3-5\n"
                   "timeout “”  “limit” 5 1-5\n");
}

/* No test that ran, or nothing that ended it. */
static void
test_none (void)
{
  own_rules_check (RULES, "> a\n+ a\nlimit\n", "timeout “”  “limit” 3 1-3\n");
  own_rules_check (RULES, "> a\n~ a\nlimit\n", "timeout “”  “limit” 3 1-3\n");
  own_rules_check (RULES, "> a\n- a\nlimit\n", "failed “a”  “- a” 2 2-2\n"
                                               "timeout “”  “limit” 3 1-3\n");
  own_rules_check (RULES, "> a\none\nexited\n", "exit “”  “exited” 3 1-3\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unended/crash", test_crash);
  g_test_add_func ("/unended/stop", test_stop);
  g_test_add_func ("/unended/none", test_none);

  return g_test_run ();
}
