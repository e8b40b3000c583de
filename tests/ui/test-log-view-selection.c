/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-test.h"
#include "log-view-selection.h"

#define TEXT "first line\nsee tests/a.py::test_b[1]: failed.\n\nünï çödé 日本\nlast"

static char *
dup_selected (LogStore           *store,
              const LogSelection *selection)
{
  return log_test_read (log_selection_open (store, selection->start, selection->end));
}

static void
test_units (void)
{
  static const struct {
    LogPlace       from;
    LogPlace       to;
    LogSelectUnit  unit;
    const char    *text;
    gint64         lines;
  } cases[] = {
    { { 1, 0 }, { 1, 5 }, LOG_SELECT_CHARACTERS, "first", 1 },
    { { 1, 5 }, { 1, 0 }, LOG_SELECT_CHARACTERS, "first", 1 },
    { { 1, 6 }, { 3, 0 }, LOG_SELECT_CHARACTERS, "line\nsee tests/a.py::test_b[1]: failed.\n", 2 },
    { { 4, 0 }, { 4, 3 }, LOG_SELECT_CHARACTERS, "ün", 1 },
    { { 5, 0 }, { 5, 4 }, LOG_SELECT_CHARACTERS, "last", 1 },
    { { 2, 10 }, { 2, 10 }, LOG_SELECT_WORDS, "tests/a.py::test_b", 1 },
    { { 2, 30 }, { 2, 30 }, LOG_SELECT_WORDS, "failed", 1 },
    { { 2, 30 }, { 1, 7 }, LOG_SELECT_WORDS, "line\nsee tests/a.py::test_b[1]: failed", 2 },
    { { 4, 2 }, { 4, 10 }, LOG_SELECT_WORDS, "ünï çödé", 1 },
    { { 2, 5 }, { 2, 5 }, LOG_SELECT_LINES, "see tests/a.py::test_b[1]: failed.\n", 1 },
    { { 3, 0 }, { 2, 9 }, LOG_SELECT_LINES, "see tests/a.py::test_b[1]: failed.\n\n", 2 },
    { { 4, 0 }, { 5, 1 }, LOG_SELECT_LINES, "ünï çödé 日本\nlast", 2 },
  };
  LogStore *store = log_test_store_new (TEXT);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    LogSelection selection = { 0 };
    g_autofree char *text = NULL;

    log_selection_begin (&selection, store, cases[i].from, cases[i].unit);
    log_selection_extend (&selection, store, cases[i].to);
    text = dup_selected (store, &selection);
    g_assert_cmpstr (text, ==, cases[i].text);
    g_assert_cmpint (log_selection_get_lines (&selection), ==, cases[i].lines);
    g_assert_cmpint (log_place_compare (selection.cursor, cases[i].to), ==, 0);
  }

  log_store_unref (store);
}

static void
test_all (void)
{
  LogStore *store = log_test_store_new (TEXT);
  LogSelection selection = { .cursor = { 3, 0 } };
  g_autofree char *text = NULL;

  log_selection_all (&selection, store);
  text = dup_selected (store, &selection);
  g_assert_cmpstr (text, ==, TEXT);
  g_assert_cmpint (log_selection_get_lines (&selection), ==, 5);
  g_assert_cmpint (selection.cursor.line, ==, 3);

  log_selection_begin (&selection, store, (LogPlace) { 2, 2 }, LOG_SELECT_CHARACTERS);
  g_assert_true (log_selection_is_empty (&selection));
  g_assert_cmpint (log_selection_get_lines (&selection), ==, 0);
  log_store_unref (store);
}

static void
test_steps (void)
{
  static const struct {
    LogPlace from;
    int      direction;
    gboolean by_word;
    LogPlace to;
  } cases[] = {
    { { 1, 0 }, -1, FALSE, { 1, 0 } },
    { { 1, 0 }, 1, FALSE, { 1, 1 } },
    { { 1, 10 }, 1, FALSE, { 2, 0 } },
    { { 2, 0 }, -1, FALSE, { 1, 10 } },
    { { 4, 0 }, 1, FALSE, { 4, 2 } },
    { { 4, 2 }, -1, FALSE, { 4, 0 } },
    { { 1, 0 }, 1, TRUE, { 1, 5 } },
    { { 1, 5 }, 1, TRUE, { 1, 10 } },
    { { 1, 10 }, -1, TRUE, { 1, 6 } },
    { { 5, 4 }, 1, FALSE, { 5, 4 } },
  };
  LogStore *store = log_test_store_new (TEXT);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    LogPlace place = log_place_step (store, cases[i].from, cases[i].direction, cases[i].by_word);

    g_assert_cmpint (place.line, ==, cases[i].to.line);
    g_assert_cmpuint (place.byte, ==, cases[i].to.byte);
  }

  log_store_unref (store);
}

static void
test_long_line_is_copied_whole (void)
{
  g_autofree char *long_line = g_strnfill (100000, 'x');
  g_autofree char *all = g_strdup_printf ("a\n%s\nb", long_line);
  LogStore *store = log_test_store_new (all);
  LogSelection selection = { 0 };
  LogPlace place = { 2, 5000 };
  g_autofree char *text = NULL;

  log_selection_begin (&selection, store, (LogPlace) { 2, 10 }, LOG_SELECT_CHARACTERS);
  log_selection_extend (&selection, store, (LogPlace) { 2, 100000 });
  text = dup_selected (store, &selection);
  g_assert_cmpstr (text, ==, long_line + 10);

  place = log_place_step (store, place, 1, FALSE);
  g_assert_cmpuint (place.byte, ==, 100000);
  place = log_place_step (store, place, -1, FALSE);
  g_assert_cmpuint (place.byte, ==, 4096);
  log_store_unref (store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/log-view-selection/units", test_units);
  g_test_add_func ("/log-view-selection/all", test_all);
  g_test_add_func ("/log-view-selection/steps", test_steps);
  g_test_add_func ("/log-view-selection/long-line-is-copied-whole", test_long_line_is_copied_whole);

  return g_test_run ();
}
