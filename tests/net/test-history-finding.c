/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "history-finding.h"

static void
test_new (void)
{
  g_autoptr (HistoryFinding) finding = history_finding_new ("Page Tests", NULL, "main");

  g_assert_cmpstr (finding->job, ==, "Page Tests");
  g_assert_cmpstr (finding->test, ==, "");
  g_assert_cmpstr (finding->compare_url, ==, "");
  g_assert_null (finding->first_bad);
  g_assert_cmpuint (finding->suspects->len, ==, 0);
  g_assert_cmpint (finding->verdict, ==, VERDICT_UNKNOWN);
}

static void
test_runs (void)
{
  g_autoptr (HistoryFinding) finding = history_finding_new ("Page Tests", "test_render", "main");
  HistoryResult result = { .kind = HISTORY_BREAK, .n_runs = 10, .n_failed = 4, .n_runs_since = 3, .n_failed_since = 3 };

  finding->first_bad = history_build_new (7, NULL, NULL, 0);
  history_finding_set_runs (finding, &result);
  g_assert_cmpint (finding->kind, ==, HISTORY_BREAK);
  g_assert_cmpuint (finding->n_runs, ==, 10);
  g_assert_cmpuint (finding->n_failed_since, ==, 3);
  g_assert_cmpstr (finding->first_bad->commit, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/history-finding/new", test_new);
  g_test_add_func ("/net/history-finding/runs", test_runs);

  return g_test_run ();
}
