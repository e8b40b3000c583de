/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "matcher.h"
#include "own-rules.h"

static const LineRule *
get_own_rule (Rules *rules,
              guint  index)
{
  for (guint i = 0; i < rules->lines->len; i++) {
    const LineRule *rule = g_ptr_array_index (rules->lines, i);

    if (g_str_equal (rule->runner->name, "own"))
      return g_ptr_array_index (rules->lines, i + index);
  }

  g_assert_not_reached ();
}

/* A pattern that gives up for the third time takes its rule with it, and no other. */
static void
test_too_slow (void)
{
  g_autoptr (Rules) rules = own_rules_load ("name: own\nlines:\n"
                                            "  - { is: failure, has: a, matches: '^(a+)+$' }\n"
                                            "  - { is: failure, has: b, matches: 'b' }\n");
  g_autoptr (Matcher) matcher = matcher_new (rules);
  const LineRule *slow = get_own_rule (rules, 0);
  const LineRule *other = get_own_rule (rules, 1);
  g_autofree char *text = g_strnfill (64, 'a');
  const GPtrArray *warnings = matcher_get_warnings (matcher);

  text[63] = 'b';
  g_assert_true (matcher_find (matcher, slow, slow->pattern, "aaa", 3));
  for (guint i = 0; i < 3; i++) {
    g_assert_cmpuint (warnings->len, ==, 0);
    g_assert_false (matcher_find (matcher, slow, slow->pattern, text, 64));
  }
  g_assert_cmpuint (warnings->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (warnings, 0), ==, "own.yml:3: too slow for this log, left out");
  g_assert_false (matcher_find (matcher, slow, slow->pattern, "aaa", 3));
  g_assert_cmpuint (warnings->len, ==, 1);
  g_assert_true (matcher_find (matcher, other, other->pattern, text, 64));
}

static void
test_no_pattern (void)
{
  g_autoptr (Rules) rules = own_rules_load ("name: own\nlines:\n  - { is: failure, has: a }\n");
  g_autoptr (Matcher) matcher = matcher_new (rules);

  g_assert_true (matcher_find (matcher, get_own_rule (rules, 0), NULL, "", 0));
  g_assert_nonnull (matcher_get_match (matcher));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/matcher/too-slow", test_too_slow);
  g_test_add_func ("/failures/matcher/no-pattern", test_no_pattern);

  return g_test_run ();
}
