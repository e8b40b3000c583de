/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "title-check.h"

static TitleNames *
new_names (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (char *) "tests/a.py::test_x");
  g_ptr_array_add (names, (char *) "tests/b.py::test_y[ä|(1)]");

  return title_names_new (names);
}

static void
test_matches (void)
{
  const struct {
    const char *pattern;
    gboolean    may_match;
  } cases[] = {
    { "test_x", TRUE },
    { "test_x$", TRUE },
    { "^tests/b", TRUE },
    { "a.py", TRUE },
    { "test_y\\[ä\\|\\(1\\)\\]$", TRUE },
    { "test_(w|y)", TRUE },
    { "test_z", FALSE },
    { "^test_x", FALSE },
    { "tests/b.py$", FALSE },
  };
  g_autoptr (TitleNames) names = new_names ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].pattern);
    g_assert_true (title_names_may_match (names, cases[i].pattern) == cases[i].may_match);
  }
}

/* A pattern sees one name at a time. */
static void
test_names_are_apart (void)
{
  g_autoptr (TitleNames) names = new_names ();

  g_assert_false (title_names_may_match (names, "a.py.*test_y"));
  g_assert_false (title_names_may_match (names, "test_x.+b.py"));
}

static void
test_no_valid_pattern (void)
{
  g_autoptr (TitleNames) names = new_names ();

  g_assert_true (title_names_may_match (names, "test_("));
  g_assert_true (title_names_may_match (names, "[z"));
}

/* No name has what the pattern looks for, but to tell that takes millions of steps. */
static void
test_too_slow (void)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (TitleNames) names = NULL;

  g_ptr_array_add (list, (char *) "aaaaaaaaaaaaaaaaaaaab");
  names = title_names_new (list);
  g_assert_false (title_names_may_match (names, "a+[cd]"));
  g_assert_true (title_names_may_match (names, "(a+)+[cd]"));
}

static void
test_no_names (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (TitleNames) names = title_names_new (none);

  g_assert_false (title_names_may_match (names, "test"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/title-check/matches", test_matches);
  g_test_add_func ("/title-check/names-are-apart", test_names_are_apart);
  g_test_add_func ("/title-check/no-valid-pattern", test_no_valid_pattern);
  g_test_add_func ("/title-check/too-slow", test_too_slow);
  g_test_add_func ("/title-check/no-names", test_no_names);

  return g_test_run ();
}
