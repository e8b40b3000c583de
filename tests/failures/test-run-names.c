/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "own-rules.h"
#include "run-names.h"

static const char yaml[] =
  "ran: '^ran (?<ran>\\d+)'\n"
  "lines:\n"
  "  - { is: passed, starts: 'ok ', matches: '^ok (?<test>\\S.*)' }\n"
  "  - { is: passed, starts: 'OK ', matches: '^OK (?<title>\\S.*)' }\n";

static Block *
make_block (Rules      *rules,
            const char *test)
{
  Block *block = block_new (g_ptr_array_index (rules->lines, 0));

  g_free (block->test);
  block->test = g_strdup (test);

  return block;
}

static gboolean
has (RunNames   *names,
     Rules      *rules,
     const char *test)
{
  g_autoptr (Block) block = make_block (rules, test);

  return run_names_has (names, block);
}

static gboolean
take (RunNames   *names,
      Rules      *rules,
      guint       number,
      const char *line)
{
  const LineRule *rule = g_ptr_array_index (rules->lines, number);
  g_autoptr (PatternMatch) match = pattern_match_new ();

  g_assert_cmpint (pattern_find (rule->pattern, match, line, strlen (line)), ==, PATTERN_MATCH);

  return run_names_take (names, rule, match);
}

/* A test is named as a whole, by its file or the start of its name, or by its last title. */
static void
test_names (void)
{
  g_autoptr (Rules) rules = own_rules_load (yaml);
  g_autoptr (RunNames) names = run_names_new ();

  g_assert_true (take (names, rules, 0, "ok a.t"));
  g_assert_false (take (names, rules, 0, "ok a.t"));
  g_assert_true (take (names, rules, 1, "OK pours two drops"));
  g_assert_true (has (names, rules, "a.t"));
  g_assert_true (has (names, rules, "a.t pours"));
  g_assert_true (has (names, rules, "Ink pouring pours two drops"));
  g_assert_true (has (names, rules, "pours two drops (Ink)"));
  g_assert_false (has (names, rules, "b.t"));
  g_assert_false (has (names, rules, "pours"));
  g_assert_false (has (names, rules, ""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/run-names/names", test_names);

  return g_test_run ();
}
