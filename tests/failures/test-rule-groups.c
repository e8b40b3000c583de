/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "rule-groups.h"

static void
check (const char *source,
       gboolean    is_json,
       const char *text,
       const char *test,
       const char *suite)
{
  g_autoptr (Pattern) pattern = pattern_new (source, NULL);
  g_autoptr (PatternMatch) match = pattern_match_new ();
  const LineRule rule = { .is_json = is_json };
  g_autofree char *found_test = NULL;
  g_autofree char *found_suite = NULL;

  g_assert_cmpint (pattern_find (pattern, match, text, strlen (text)), ==, PATTERN_MATCH);
  found_test = rule_dup_group (&rule, pattern, match, "test", 100);
  g_assert_cmpstr (found_test, ==, test);
  found_suite = rule_dup_suite (&rule, pattern, match);
  g_assert_cmpstr (found_suite, ==, suite);
}

static void
test_groups (void)
{
  check ("^(?<test>\\S+)$", FALSE, "a\\tb", "a\\tb", "");
  check ("^(?<test>\\S+)$", TRUE, "a\\tb\\\"c\\\\", "a b\"c\\", "");
  check ("^(?<test>\\S+)$", TRUE, "\\u003ca\\u0026\\u00e9\\u", "<a&éu", "");
  check ("^(?<test>\\S+)$", TRUE, "cut\\", "cut", "");
  check ("^(?<test>\\S+)$", TRUE, "a\\u001b[31mb\\u009b2Jc\\u0000d\\u007f\\u0085e", "a [31mb 2Jc d  e", "");
  check ("^(?<test>\\S+)$", TRUE, "\\u202e2\\u200bhid\\u2028den\\ufeff\\u00ad\\ud800", "<U+202E>2<U+200B>hid<U+2028>den<U+FEFF><U+00AD>", "");
  check ("^(?<test>\\S+) is (?<rest>\\S+)?", FALSE, "a is b", "a b", "");
  check ("^(?<test>\\S+) is (?<rest>\\S+)?", FALSE, "a is ", "a", "");
  check ("^(?<suite>\\S+) (?<test>\\S+)$", FALSE, "x.example/a b", "b", "x.example/a");
  check ("^(?<folder>\\S+) (?<test>\\S+)$", FALSE, "a/b c", "c", "./a/b");
  check ("^(?<folder>\\S+) (?<test>\\S+)$", FALSE, ". c", "c", ".");
  check ("^(?<folder>\\S+) (?<test>\\S+)$", FALSE, "/a c", "c", "/a");
}

static void
test_path_end (void)
{
  g_assert_true (path_ends_with ("quill/tests/page.py", "page.py"));
  g_assert_true (path_ends_with ("quill/tests/page.py", "tests/page.py"));
  g_assert_false (path_ends_with ("quill/tests/page.py", "age.py"));
  g_assert_false (path_ends_with ("page.py", "page.py"));
  g_assert_false (path_ends_with ("page.py", "quill/tests/page.py"));
}

static void
test_same_suite (void)
{
  g_assert_true (rule_is_same_suite ("", ""));
  g_assert_true (rule_is_same_suite ("x.example/a/b", "./a/b"));
  g_assert_true (rule_is_same_suite ("./b", "x.example/a/b"));
  g_assert_false (rule_is_same_suite ("x.example/a/b", "./bb"));
  g_assert_false (rule_is_same_suite ("x.example/ab", "./b"));
  g_assert_false (rule_is_same_suite ("", "./b"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule-groups/groups", test_groups);
  g_test_add_func ("/rule-groups/path-end", test_path_end);
  g_test_add_func ("/rule-groups/same-suite", test_same_suite);

  return g_test_run ();
}
