/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "history-dot.h"

static void
check (gint64          number,
       const char     *commit,
       HistoryOutcome  outcome,
       gboolean        is_first_bad,
       const char     *expected)
{
  g_autoptr (HistoryBuild) build = history_build_new (number, commit, "", 0);
  g_autofree char *words = culprit_history_dot_dup_words (build, outcome, is_first_bad);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  check (64437, "d93b57e68ff8a2b0b3cdb4c0dc01bb4d8b8f3d55", HISTORY_BAD, TRUE, "Build 64437, failed, first bad, d93b57e");
  check (1, "", HISTORY_GOOD, FALSE, "Build 1, passed");
  check (0, "abc", HISTORY_NONE, FALSE, "Build, no outcome, abc");
  check (1, "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9", HISTORY_GOOD, FALSE,
         "Build 1, passed, \u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history-dot/words", test_words);

  return g_test_run ();
}
