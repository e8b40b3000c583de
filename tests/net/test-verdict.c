/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "verdict.h"

#define BUDGET 12

static HistoryOutcome
look (guint      index,
      gpointer   user_data,
      GError   **error)
{
  const char *outcomes = user_data;

  return outcomes[index] == 'G' ? HISTORY_GOOD : outcomes[index] == 'B' ? HISTORY_BAD : HISTORY_NONE;
}

static void
check (const char *outcomes,
       int         merge_base,
       gboolean    is_changed,
       const char *expected)
{
  HistorySearch search = { strlen (outcomes), NULL, BUDGET, merge_base, HISTORY_SURE, look, (gpointer) outcomes };
  g_autoptr (HistoryResult) result = history_search (&search);

  g_test_message ("%s at %d", outcomes, merge_base);
  g_assert_cmpstr (verdict_to_string (verdict_judge (result, merge_base, is_changed)), ==, expected);
}

static void
test_at_merge_base (void)
{
  const char *outcomes = "GGGGGGGGGGBBBBBBBBBBBBBBB";

  check (outcomes, 24, FALSE, "broken-on-main");
  check (outcomes, 10, FALSE, "broken-on-main");
  check (outcomes, 9, FALSE, "passes-on-main");
  check (outcomes, 0, FALSE, "passes-on-main");
  check (outcomes, -1, FALSE, "unknown");
  check (outcomes, 1000, FALSE, "broken-on-main");
}

static void
test_mended (void)
{
  const char *outcomes = "GGGGGBBBBBBGGGGGGGG";

  check (outcomes, 8, FALSE, "broken-on-main");
  check (outcomes, 18, FALSE, "passes-on-main");
}

static void
test_gap (void)
{
  check ("GGGGG...BBBBB", 6, FALSE, "unknown");
  check ("GGGGG...BBBBB", 4, FALSE, "passes-on-main");
  check ("GGGGGBBBBB..", 11, FALSE, "broken-on-main");
  check ("....", 3, FALSE, "unknown");
  check ("", 0, FALSE, "unknown");
}

/* The merge base was not looked at, for want of requests. */
static void
test_not_looked_at (void)
{
  HistoryOutcome outcomes[4] = { HISTORY_GOOD, HISTORY_NOT_ASKED, HISTORY_NONE, HISTORY_NONE };
  HistoryResult result = { .outcomes = outcomes, .n_builds = 4 };

  g_assert_cmpint (verdict_judge (&result, 3, FALSE), ==, VERDICT_UNKNOWN);
  g_assert_cmpint (verdict_judge (&result, 0, FALSE), ==, VERDICT_PASSES_ON_MAIN);
  outcomes[1] = HISTORY_NONE;
  g_assert_cmpint (verdict_judge (&result, 3, FALSE), ==, VERDICT_PASSES_ON_MAIN);
}

static void
test_flaky (void)
{
  check ("GBGBGGBG", 7, FALSE, "flaky-on-main");
  check ("GBGBGGBG", 1, FALSE, "flaky-on-main");
}

static void
test_changed (void)
{
  check ("GGGGGBBBBB", 9, TRUE, "unknown");
  check ("GGGGGGGGGG", 9, TRUE, "passes-on-main");
  check ("GBGBGGBG", 7, TRUE, "unknown");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/verdict/at-merge-base", test_at_merge_base);
  g_test_add_func ("/net/verdict/mended", test_mended);
  g_test_add_func ("/net/verdict/gap", test_gap);
  g_test_add_func ("/net/verdict/not-looked-at", test_not_looked_at);
  g_test_add_func ("/net/verdict/flaky", test_flaky);
  g_test_add_func ("/net/verdict/changed", test_changed);

  return g_test_run ();
}
