/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "own-rules.h"

static void
test_since_begin (void)
{
  const char *yaml = "lines:\n"
                     "  - { is: begin, starts: '> ', matches: '^> (?<test>\\w+)' }\n"
                     "  - { is: passed, starts: '+ ', matches: '^\\+ (?<test>\\w+)' }\n"
                     "  - is: failure\n"
                     "    starts: '- '\n"
                     "    matches: '^- (?<test>\\w+)'\n"
                     "    since: begin\n"
                     "    lines: 3\n";

  own_rules_check (yaml, "> a\n+ a\n> b\none\n- b\n", "failed “b”  “- b” 5 3-5\n");
  own_rules_check (yaml, "> b\n1\n2\n3\n4\n- b\n", "failed “b”  “- b” 6 3-6\n");
  own_rules_check (yaml, "one\n- b\n", "failed “b”  “- b” 2 2-2\n");
}

/* A rule that counts only while a test runs, and a line of its own that no test has left behind. */
static void
test_since_running (void)
{
  const char *yaml = "lines:\n"
                     "  - { is: begin, starts: '> ', matches: '^> (?<test>\\w+)' }\n"
                     "  - { is: stopped, starts: '~ ', matches: '^~ (?<test>\\w+)' }\n"
                     "  - { is: failure, starts: 'end of', matches: '^end of (?<suite>\\w+)', since: running, suite: above,\n"
                     "      details: [{ weak: true, matches: '^(?<message>\\w.*)' }, '^error: (?<message>.+)'] }\n"
                     "  - { is: failure, starts: 'end of', matches: '^(?<message>end) of', weight: echo }\n";

  own_rules_check (yaml, "> a\none\nend of x\n", "failed “a”  “one” 3 1-3\n");
  own_rules_check (yaml, "> a\nerror: wet\none\nend of x\n", "failed “a”  “wet” 4 1-4\n");
  own_rules_check (yaml, "> a\n~ a\nend of x\n", "exit “”  “end” 3 1-3\n");
}

/* Lines of another test that began since do not explain this one. */
static void
test_others (void)
{
  const char *yaml = "lines:\n"
                     "  - { is: begin, starts: '> ', matches: '^> (?<test>[\\w/]+)' }\n"
                     "  - { is: failure, starts: '- ', matches: '^- (?<test>[\\w/]+)', since: begin,\n"
                     "      details: ['^error: (?<message>.+)'] }\n";

  own_rules_check (yaml, "> a\n> a/b\nerror: wet\n> a/c\nerror: dry\n- a\n- a/b\n- a/c\n",
                   "failed “a”  “- a” 6 6-6\n"
                   "failed “a/b”  “wet” 7 2-7\n"
                   "failed “a/c”  “dry” 8 4-8\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/running-tests/since-begin", test_since_begin);
  g_test_add_func ("/running-tests/since-running", test_since_running);
  g_test_add_func ("/running-tests/others", test_others);

  return g_test_run ();
}
