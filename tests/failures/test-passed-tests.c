/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "passed-tests.h"

static const Runner runner = { .name = (char *) "own" };
static const LineRule report = { .runner = &runner, .weight = WEIGHT_REPORT };

static Block *
add_failure (BlockList  *list,
             const char *suite,
             const char *test,
             gint64      line)
{
  Block *block = block_new (&report);

  g_free (block->test);
  block->test = g_strdup (test);
  g_free (block->suite);
  block->suite = g_strdup (suite);
  block->line = block->first_line = block->last_line = line;
  block_list_add (list, block, 0);

  return block_list_find (list, &runner, NULL, suite, test);
}

static void
test_flaky (void)
{
  g_autoptr (BlockList) list = block_list_new ();
  g_autoptr (PassedTests) passed = passed_tests_new (list);
  Block *early = add_failure (list, "", "early", 10);
  Block *late = add_failure (list, "", "late", 30);

  passed_tests_add (passed, &runner, NULL, "", "early", 20);
  passed_tests_add (passed, &runner, NULL, "", "late", 20);
  passed_tests_add (passed, &runner, NULL, "", "late", 20);
  g_assert_false (early->flaky);       /* its step failed for it */
  g_assert_true (late->flaky);
  g_assert_cmpuint (passed_tests_get_names (passed)->len, ==, 2);
}

/* The suite of one that passed is told below it. */
static void
test_suites (void)
{
  g_autoptr (BlockList) list = block_list_new ();
  g_autoptr (PassedTests) passed = passed_tests_new (list);
  Block *one = add_failure (list, "x/one", "a", 10);
  Block *two = add_failure (list, "x/two", "a", 20);

  passed_tests_add (passed, &runner, NULL, "", "a", 0);
  g_assert_false (one->flaky || two->flaky);
  passed_tests_name_suite (passed, &runner, "x/two", 0);
  g_assert_true (!one->flaky && two->flaky);
  passed_tests_name_suite (passed, &runner, "x/one", 0);
  g_assert_false (one->flaky);
  passed_tests_add (passed, &runner, NULL, "./one", "a", 0);
  g_assert_true (one->flaky);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/passed-tests/flaky", test_flaky);
  g_test_add_func ("/passed-tests/suites", test_suites);

  return g_test_run ();
}
