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

static void
test_next_and_place (void)
{
  static const struct { gint64 last; gint64 place; const char *next; const char *place_text; } cases[] = {
    { 1, 1, "not ok reads", "$ check one" },
    { 2, 0, "not ok writes", NULL },
    { 3, 3, "not ok writes", NULL },
    { 5, 4, NULL, "$ check two" },
    { 1, 9, "not ok reads", NULL },
  };
  g_autoptr (LogStore) store = make_store ();
  g_autoptr (RerunClues) clues = rerun_clues_new (store);
  Pattern *next = pattern_new ("^not ok (?<name>\\w+)", NULL);
  Pattern *place = pattern_new ("check (?<name>\\w+)", NULL);
  PatternMatch *match = pattern_match_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Failure failure = { .last_line = cases[i].last, .place_line = cases[i].place };
    g_autofree char *next_text = rerun_clues_dup_next (clues, next, match, &failure);
    g_autofree char *place_text = rerun_clues_dup_place (clues, place, match, &failure);

    g_assert_cmpstr (next_text, ==, cases[i].next);
    g_assert_cmpstr (place_text, ==, cases[i].place_text);
  }
  pattern_match_free (match);
  pattern_free (place);
  pattern_free (next);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rerun-clues/said-and-ran", test_said_and_ran);
  g_test_add_func ("/rerun-clues/next-and-place", test_next_and_place);

  return g_test_run ();
}
