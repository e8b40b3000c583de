/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "blocks-private.h"
#include "own-rules.h"

#define MANY 5000

/* A line alone, and what belongs to it above and below. */
static void
test_parts (void)
{
  own_rules_check ("lines:\n"
                   "  - { is: failure, starts: 'KO ', matches: '^KO (?<test>\\w+): (?<message>.*)' }\n",
                   "one\nKO a: wet\n  two\nKO b: dry\n",
                   "failed “a”  “wet” 2 2-2\n"
                   "failed “b”  “dry” 4 4-4\n");
  own_rules_check ("lines:\n"
                   "  - { is: failure, kind: compile, has: ': KO', above: '^in ', below: '^  ' }\n",
                   "in\nin 1\nin 2\nx: KO\n  here\n\n  not here\n",
                   "compile “”  “x: KO” 4 2-5\n");
  own_rules_check ("lines:\n"
                   "  - { is: failure, kind: compile, has: ': KO', above: '^in ', lines-above: 1 }\n",
                   "in 1\nin 2\nx: KO\n",
                   "compile “”  “x: KO” 3 2-3\n");
  own_rules_check ("lines:\n"
                   "  - { is: failure, starts: 'KO', until: '^=' }\n",
                   "KO\none\n\ntwo\n\n=\nthree\n",
                   "failed “”  “KO” 1 1-4\n");
  own_rules_check ("lines:\n"
                   "  - { is: failure, starts: 'KO', through: '^=' }\n",
                   "KO\none\n=\nthree\n",
                   "failed “”  “KO” 1 1-3\n");
  own_rules_check ("lines:\n"
                   "  - { is: failure, starts: 'KO', until: '^=', lines: 2 }\n",
                   "KO\none\ntwo\nthree\n",
                   "failed “”  “KO” 1 1-3\n");
}

/* A line below takes back what was found, and what the same rule found right above. */
static void
test_unless (void)
{
  const char *yaml = "lines:\n"
                     "  - { is: failure, weight: error, starts: 'KO ', matches: '^KO (?<test>\\w+)', below: '^  ', unless: '^never mind' }\n"
                     "  - { is: failure, starts: 'BAD ', matches: '^BAD (?<test>\\w+)', below: '^  ', unless: '^never mind' }\n"
                     "  - { is: failure, starts: 'HM ', matches: '^HM (?<test>\\w+)', unless: '^never mind' }\n";

  own_rules_check (yaml, "KO a\n  wet\nnever mind\n.\n.\nKO b\n.\nnever mind\n",
                   "failed “b”  “KO b” 6 6-6\n");
  own_rules_check (yaml, "KO a\nKO b\nnever mind\nKO c\n", "failed “c”  “KO c” 4 4-4\n");
  own_rules_check (yaml, "KO a\n\nstep\nKO b\nnever mind\n", "failed “a”  “KO a” 1 1-1\n");
  own_rules_check (yaml, "BAD a\n.\n.\n.\nBAD b\nnever mind\n", "failed “a”  “BAD a” 1 1-1\n");
  own_rules_check (yaml, "HM a\nnever mind\nHM b\n.\nnever mind\n", "failed “b”  “HM b” 3 3-3\n");
  own_rules_check (yaml, "BAD a\nBAD b\nnever mind\n.\nBAD a\n", "failed “a”  “BAD a” 5 5-5\n");
}

/* Failures in lines next to each other share what follows. */
static void
test_shared (void)
{
  const char *yaml = "lines:\n"
                     "  - { is: failure, shared: true, starts: 'KO ', matches: '^KO (?<test>\\w+)', until: '^$', details: ['^  (?<message>.*)'] }\n";

  own_rules_check (yaml, "KO a\nKO b\n  wet\n\nKO c\n\nKO d\n  dry\n",
                   "failed “a”  “wet” 1 1-3\n"
                   "failed “b”  “wet” 2 2-3\n"
                   "failed “c”  “KO c” 5 5-5\n"
                   "failed “d”  “dry” 7 7-8\n");
}

/* Takes line NUMBER, which RULE tells of. */
static void
push_failure (Blocks         *blocks,
              Matcher        *matcher,
              const LineRule *rule,
              gint64          number)
{
  g_autofree char *text = g_strdup_printf ("KO t%d", (int) number);
  g_autofree Lookback *lookback = g_new0 (Lookback, 1);

  lookback_push (lookback, text, strlen (text), number);
  g_assert_true (matcher_find (matcher, rule, rule->pattern, text, strlen (text)));
  blocks_offer (blocks, rule, text, strlen (text));
  blocks_push (blocks, lookback, text, strlen (text), number);
}

/* However many share what follows, no more wait for it than are kept, and those that are have it. */
static void
test_many_shared (void)
{
  g_autoptr (Rules) rules =
    own_rules_load ("lines:\n"
                    "  - { is: failure, shared: true, starts: 'KO ', matches: '^KO (?<test>\\w+)', until: '^$', details: ['^  (?<message>.*)'] }\n");
  g_autoptr (Matcher) matcher = matcher_new (rules);
  g_autoptr (Blocks) blocks = blocks_new (matcher, 0);
  const Runner *runner = g_ptr_array_index (rules->runners, 0);
  const Block *first;
  const Block *last;
  Lookback lookback = { 0 };

  for (gint64 number = 1; number <= MANY; number++)
    push_failure (blocks, matcher, g_ptr_array_index (runner->lines, 0), number);
  g_assert_cmpuint (blocks->waiting->len, ==, BLOCK_LIST_MAX_REPORTS);
  blocks_push (blocks, &lookback, "  wet", 5, MANY + 1);
  blocks_push (blocks, &lookback, "", 0, MANY + 2);

  g_assert_cmpuint (blocks->waiting->len, ==, 0);
  g_assert_cmpuint (blocks_get_reports (blocks)->len, ==, BLOCK_LIST_MAX_REPORTS);
  g_assert_cmpuint (blocks_get_n_left_out (blocks), ==, MANY - BLOCK_LIST_MAX_REPORTS);
  first = g_ptr_array_index (blocks_get_reports (blocks), 0);
  last = g_ptr_array_index (blocks_get_reports (blocks), BLOCK_LIST_MAX_REPORTS - 1);
  g_assert_cmpstr (first->test, ==, "t1");
  g_assert_cmpstr (first->message, ==, "wet");
  g_assert_cmpstr (last->test, ==, "t2000");
  g_assert_cmpstr (last->message, ==, "wet");
  g_assert_cmpint (last->last_line, ==, MANY + 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/block-parts/parts", test_parts);
  g_test_add_func ("/failures/block-parts/unless", test_unless);
  g_test_add_func ("/failures/block-parts/shared", test_shared);
  g_test_add_func ("/failures/block-parts/many-shared", test_many_shared);

  return g_test_run ();
}
