/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "rerun-clues.h"

static LogStore *
make_store (void)
{
  static const char * const lines[] = { "$ check one", "not ok reads", "  in one.sh", "$ check two", "not ok writes" };
  LogStore *store = log_store_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    const Line line = { .text = lines[i], .length = strlen (lines[i]), .time = LINE_NO_TIME };

    g_assert_true (log_store_append (store, &line, NULL));
  }

  return store;
}

static void
test_said_and_ran (void)
{
  static const struct { gint64 line; gint64 first; gint64 last; const char *said; const char *ran; } cases[] = {
    { 2, 2, 3, "  in one.sh", "$ check one" },
    { 5, 5, 5, NULL, "$ check two" },
    { 1, 1, 1, NULL, NULL },
    { 5, 4, 5, NULL, "$ check one" },
  };
  g_autoptr (LogStore) store = make_store ();
  g_autoptr (RerunClues) clues = rerun_clues_new (store);
  Pattern *said = pattern_new ("^  in (?<file>\\S+)", NULL);
  Pattern *ran = pattern_new ("check (?<name>\\w+)", NULL);
  PatternMatch *match = pattern_match_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Failure failure = { .line = cases[i].line, .first_line = cases[i].first, .last_line = cases[i].last };
    g_autofree char *said_text = rerun_clues_dup_said (clues, said, match, &failure);
    g_autofree char *ran_text = rerun_clues_dup_ran (clues, ran, match, &failure);

    g_assert_cmpstr (said_text, ==, cases[i].said);
    g_assert_cmpstr (ran_text, ==, cases[i].ran);
  }
  pattern_match_free (match);
  pattern_free (ran);
  pattern_free (said);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rerun-clues/said-and-ran", test_said_and_ran);

  return g_test_run ();
}
