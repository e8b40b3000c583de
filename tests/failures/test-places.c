/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "own-rules.h"
#include "places.h"

static const char yaml[] = "lines:\n"
                           "  - { is: place, starts: 'in ', matches: '^in (?<place>\\w+)(?: (?<unit>\\w+))?$' }\n"
                           "  - { is: passed, starts: 'ok ', matches: '^ok (?<test>\\w+)$' }\n"
                           "  - { is: failure, starts: 'KO ', matches: '^KO (?<test>\\w+)(?: (?<message>.+))?$', below: '^  ' }\n"
                           "  - { is: failure, weight: error, starts: 'BAD ', matches: '^BAD (?<place>\\w+)$' }\n";

/* A name is of two tests where their places differ, and says so then. */
static void
test_namesakes (void)
{
  own_rules_check (yaml, "in a\nKO t wet\nin b\nKO t dry\nKO u\nin a\nKO t again\n  and\n",
                   "failed “a: t”  “again” 7 7-8\n"
                   "failed “b: t”  “dry” 4 4-4\n"
                   "failed “u”  “KO u” 5 5-5\n");
  own_rules_check (yaml, "in a 1\nKO t wet\nin a 2\nKO t dry\nin a 1\nKO t wet\n",
                   "failed “a: t”  “wet” 6 2-2\n"
                   "failed “a: t”  “dry” 4 4-4\n");
}

/* A report that seems to stand in another place than the line that named its test. */
static void
test_out_of_step (void)
{
  const char *more = "  - { is: failure, starts: '== ', matches: '^== (?<test>\\w+)$', below: '^  ', details: ['^  (?<message>.+)$'] }\n";
  g_autofree char *all = g_strconcat (yaml, more, NULL);

  own_rules_check (all, "in a\nKO t\nin b\n== t\n  wet\n", "failed “t”  “wet” 4 2-5\n");
  own_rules_check (all, "KO t\nin a\n== t\n  wet\nin b\n== t\n  dry\n",
                   "failed “a: t”  “wet” 3 1-4\n"
                   "failed “b: t”  “dry” 6 6-7\n");
}

/* What passes in another place does not make it flaky. */
static void
test_passed (void)
{
  own_rules_check (yaml, "in a\nKO t\nin b\nok t\n", "failed “t”  “KO t” 2 2-2\n");
  own_rules_check (yaml, "in a\nKO t\nin a\nok t\n", "failed “t”  “KO t” 2 2-2 flaky\n");
}

/* A line that only names the place is none beside its tests. */
static void
test_headings (void)
{
  own_rules_check (yaml, "BAD a\n.\n.\n.\n.\nKO t\n", "failed “t”  “KO t” 6 6-6\n");
  own_rules_check (yaml, "BAD a\n", "failed “”  “BAD a” 1 1-1\n");
  own_rules_check (yaml, "BAD a\n.\n.\n.\n.\nin b\nKO t\n",
                   "failed “t”  “KO t” 7 7-7\nfailed “”  “BAD a” 1 1-1\n");
}

static void
test_equal (void)
{
  Place a = { (char *) "a", (char *) "", 1 };
  Place other = { (char *) "a", (char *) "1", 1 };
  Place again = { (char *) "a", (char *) "", 2 };

  g_assert_true (place_equal (NULL, NULL));
  g_assert_false (place_equal (&a, NULL));
  g_assert_false (place_equal (&a, &other));
  g_assert_true (place_equal (&a, &again));
  g_assert_null (place_ref (NULL));
  place_unref (NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/places/namesakes", test_namesakes);
  g_test_add_func ("/failures/places/out-of-step", test_out_of_step);
  g_test_add_func ("/failures/places/passed", test_passed);
  g_test_add_func ("/failures/places/headings", test_headings);
  g_test_add_func ("/failures/places/equal", test_equal);

  return g_test_run ();
}
