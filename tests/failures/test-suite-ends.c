/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "own-rules.h"

static const char yaml[] =
  "lines:\n"
  "  - { is: failure, starts: '- ', matches: '^- (?<test>\\w+)' }\n"
  "  - { is: failure, starts: 'panic', matches: '^panic: (?<message>.*)', kind: crash, weight: error }\n"
  "  - { is: failure, starts: 'end of', matches: '^end of (?<test>(?<suite>\\w+))', alone: true, suite: above,\n"
  "      above: '^(?!end)\\w', details: [{ weak: last, matches: '^(?<message>\\w.*)' }] }\n"
  "  - { is: failure, starts: 'end of', matches: '^(?<message>end) of (?<suite>\\w+)', kind: lint, weight: echo,\n"
  "      suite: above }\n";

/* A suite is named where nothing of it is. */
static void
test_alone (void)
{
  own_rules_check (yaml, "one\ntwo\nend of x\n", "failed “x”  “two” 3 1-3\n");
  own_rules_check (yaml, "- a\nend of y\none\nend of x\n", "failed “a”  “- a” 1 1-1\nfailed “x”  “one” 4 3-4\n");
}

/* What brought it down without a name gets its name. */
static void
test_unnamed (void)
{
  own_rules_check (yaml, "panic: wet\nexit\nend of x\n- a\nend of y\n",
                   "crash “x”  “wet” 1 1-1\nfailed “a”  “- a” 4 4-4\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suite-ends/alone", test_alone);
  g_test_add_func ("/suite-ends/unnamed", test_unnamed);

  return g_test_run ();
}
