/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "block.h"
#include "own-rules.h"

/* A test's name that goes on in the lines below ends with the first line that has none. */
static void
test_names (void)
{
  const char *yaml = "lines:\n"
                     "  - is: failure\n"
                     "    starts: ['1) ', '2) ']\n"
                     "    matches: '^\\d\\) (?<test>.*)'\n"
                     "    names: '^   (?<test>.*?):?$'\n"
                     "    until: '^\\d\\) '\n"
                     "    details: ['^ *(?<message>wet.*)']\n";

  own_rules_check (yaml, "1) page\n   turns\n   over:\nwet\n   dry\n2) ink\n\n   wet too\n",
                   "failed “page turns over”  “wet” 1 1-5\n"
                   "failed “ink”  “wet too” 6 6-8\n");
}

/* A detail may know better what kind of failure it is. */
static void
test_kinds (void)
{
  const char *yaml = "lines:\n"
                     "  - is: failure\n"
                     "    starts: '- '\n"
                     "    matches: '^- (?<test>\\w+)'\n"
                     "    below: '^  '\n"
                     "    details:\n"
                     "      - { kind: timeout, matches: '^  (?<message>took too long)' }\n"
                     "      - '^  (?<message>.*)'\n";

  own_rules_check (yaml, "- a\n  took too long\n- b\n  wet\n",
                   "timeout “a”  “took too long” 1 1-2\nfailed “b”  “wet” 3 3-4\n");
}

/* The next line that says something may tell what a detail announces. */
static void
test_then (void)
{
  const char *yaml = "lines:\n"
                     "  - is: failure\n"
                     "    starts: '- '\n"
                     "    matches: '^- (?<test>\\w+)'\n"
                     "    until: '^$'\n"
                     "    details: [{ matches: '^(?<exception>\\w+):$', then: '^  (?<message>(?!at ).+)$' }]\n";

  own_rules_check (yaml, "- a\nRain:\n \t\n  wet\n\n- b\nRain:\n  at home\n  wet\n",
                   "failed “a” Rain “wet” 1 1-4\nfailed “b” Rain “- b” 6 6-9\n");
}

/* Pieces go behind the message, a few of them. */
static void
test_adds (void)
{
  const char *yaml = "lines:\n"
                     "  - is: failure\n"
                     "    starts: '- '\n"
                     "    matches: '^- (?<test>\\w+)'\n"
                     "    below: '^ '\n"
                     "    details: ['^  (?<message>no .*)$', { adds: ', ', matches: '^  (?<message>(?:want|got) .*)$' }]\n";

  own_rules_check (yaml, "- a\n  no match\n  want 1\n  got 2\n- b\n  want 1\n  got 2\n  got 3\n  got 4\n  got 5\n  got 6\n",
                   "failed “a”  “no match, want 1, got 2” 1 1-4\n"
                   "failed “b”  “want 1, got 2, got 3, got 4, got 5” 5 5-11\n");
}

/* A weak message gives way to a better one, but not to another weak one. */
static void
test_weak (void)
{
  const char *yaml = "lines:\n"
                     "  - is: failure\n"
                     "    starts: '- '\n"
                     "    matches: '^- (?<test>\\w+)'\n"
                     "    below: '^ '\n"
                     "    details: ['^  (?<exception>\\w+): (?<message>.*)$', { weak: true, matches: '^  (?<message>.*)$' }]\n";

  own_rules_check (yaml, "- a\n  one\n  two\n  Rain: wet\n- b\n  one\n  two\n",
                   "failed “a” Rain “wet” 1 1-4\nfailed “b”  “one” 5 5-7\n");
}

/* A block of a rule without patterns takes any line and knows nothing. */
static void
test_empty (void)
{
  g_autoptr (GPtrArray) details = g_ptr_array_new ();
  LineRule rule = { .kind = FAILURE_LINT, .weight = WEIGHT_ECHO, .details = details };
  g_autoptr (Block) block = block_new (&rule);

  block_take_line (block, NULL, "line", 4);
  g_assert_false (block_take_heading (block, NULL, "line", 4));
  g_assert_cmpint (block->kind, ==, FAILURE_LINT);
  g_assert_cmpint (block->weight, ==, WEIGHT_ECHO);
  g_assert_cmpstr (block->test, ==, "");
  g_assert_cmpstr (block->message, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/block/names", test_names);
  g_test_add_func ("/failures/block/kinds", test_kinds);
  g_test_add_func ("/failures/block/then", test_then);
  g_test_add_func ("/failures/block/adds", test_adds);
  g_test_add_func ("/failures/block/weak", test_weak);
  g_test_add_func ("/failures/block/empty", test_empty);

  return g_test_run ();
}
