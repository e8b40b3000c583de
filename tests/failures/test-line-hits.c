/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "line-hits.h"

/* Two runners have three rules each. */
static Runner runners[2];
static LineRule rules[] = {
  { .runner = &runners[0], .is = LINE_IS_NOTHING },
  { .runner = &runners[0], .is = LINE_IS_NOTHING, .command = COMMAND_STARTS },
  { .runner = &runners[0], .is = LINE_IS_FAILURE },
  { .runner = &runners[1], .is = LINE_IS_NOTHING },
  { .runner = &runners[1], .is = LINE_IS_FAILURE },
  { .runner = &runners[1], .is = LINE_IS_NOTHING },
};

/* Those with the ids in IDS, which ends with -1. */
static LineHits *
hits_new (const int *ids)
{
  static GPtrArray *lines;
  LineHits *hits;

  if (lines == NULL) {
    lines = g_ptr_array_new ();
    for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
      g_ptr_array_add (lines, &rules[i]);
  }
  hits = line_hits_new (lines);
  for (; *ids >= 0; ids++)
    line_hits_add (hits, (guint) *ids);

  return hits;
}

static void
test_order (void)
{
  const int ids[] = { 4, 1, 4, 5, 0, 1, -1 };
  const guint expected[] = { 0, 1, 4, 5 };
  g_autoptr (LineHits) hits = hits_new (ids);

  g_assert_cmpuint (line_hits_get_n (hits), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_true (line_hits_get (hits, i) == &rules[expected[i]]);

  line_hits_clear (hits);
  g_assert_cmpuint (line_hits_get_n (hits), ==, 0);
}

static void
test_runners (void)
{
  const int ids[] = { 0, 2, 3, 4, -1 };
  g_autoptr (LineHits) hits = hits_new (ids);

  g_assert_cmpuint (line_hits_get_runner_end (hits, 0), ==, 2);
  g_assert_cmpuint (line_hits_get_runner_end (hits, 1), ==, 2);
  g_assert_cmpuint (line_hits_get_runner_end (hits, 2), ==, 4);
  g_assert_cmpuint (line_hits_get_runner_end (hits, 4), ==, 4);
}

static void
expect_skipped (const int *ids,
                gboolean   expected,
                guint      expected_place,
                gboolean   expected_command)
{
  g_autoptr (LineHits) hits = hits_new (ids);
  guint place = 0;
  gboolean has_command = FALSE;

  g_assert_cmpint (line_hits_skip_nothing (hits, &place, &has_command), ==, expected);
  g_assert_cmpuint (place, ==, expected_place);
  g_assert_cmpint (has_command, ==, expected_command);
}

static void
test_nothing (void)
{
  const int alone[] = { 0, -1 };
  const int command[] = { 0, 1, -1 };
  const int before[] = { 0, 4, -1 };
  const int mixed[] = { 3, 4, -1 };

  expect_skipped (alone, TRUE, 1, FALSE);
  expect_skipped (command, TRUE, 2, TRUE);
  expect_skipped (before, TRUE, 1, FALSE);
  expect_skipped (mixed, FALSE, 0, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/line-hits/order", test_order);
  g_test_add_func ("/failures/line-hits/runners", test_runners);
  g_test_add_func ("/failures/line-hits/nothing", test_nothing);

  return g_test_run ();
}
