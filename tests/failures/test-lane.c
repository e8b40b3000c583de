/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "lane.h"
#include "own-rules.h"

static void
test_runs (void)
{
  g_autoptr (Rules) rules = own_rules_load ("lines:\n  - { is: failure, has: 'fell over' }\n");
  g_autoptr (Matcher) matcher = matcher_new (rules);
  g_autoptr (Lane) lane = lane_new (rules, matcher, 3, "web");
  const Runner *runner = g_ptr_array_index (rules->runners, 0);
  TestRun *run;

  g_assert_cmpuint (lane->index, ==, 3);
  g_assert_cmpstr (lane->name, ==, "web");
  g_assert_null (lane->states[0].run);
  run = lane_get_run (lane, runner);
  g_assert_true (run->runner == runner);
  g_assert_true (lane_get_run (lane, runner) == run);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/lane/runs", test_runs);

  return g_test_run ();
}
