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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/running-tests/since-begin", test_since_begin);

  return g_test_run ();
}
