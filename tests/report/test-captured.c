/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "captured.h"

static LogStore *
make_store (const char *text)
{
  LogStore *store = log_store_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    const Line line = { .text = lines[i], .length = strlen (lines[i]), .time = LINE_NO_TIME };

    g_assert_true (log_store_append (store, &line, NULL));
  }

  return store;
}

static void
check (const char *text,
       gint64      after,
       const char *expected)
{
  g_autoptr (LogStore) store = make_store (text);
  g_autoptr (GArray) ranges = captured_find (store, after);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < ranges->len; i++) {
    LineRange range = g_array_index (ranges, LineRange, i);

    g_string_append_printf (found, "%s%d-%d", i > 0 ? " " : "", (int) range.first, (int) range.last);
  }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_blocks (void)
{
  check ("E  x\na.py:1: E\n----- Captured stdout call -----\none\n\ntwo\n\n"
         "----- Captured log call -----\nthree\n_____ test_y _____\nfour\n", 2, "3-3 4-6 8-8 9-9");
  check ("a.py:1: E\n----- Captured stderr call -----\none\n===== short test summary info =====\n", 1,
         "2-2 3-3");
  check ("a.py:1: E\n----- Captured stderr call -----\n_____ test_y _____\n", 1, "2-2");
  check ("a.py:1: E\n----- Captured stderr call -----\nto the end", 1, "2-2 3-3");
}

static void
test_none (void)
{
  check ("a.py:1: E\n_____ test_y _____\n----- Captured stdout call -----\none\n", 1, "");
  check ("a.py:1: E\nsomething\n----- Captured stdout call -----\none\n", 1, "");
  check ("a.py:1: E\n-- Docs: https://docs.pytest.org/ --\n-----\n", 1, "");
  check ("a.py:1: E", 1, "");
  check ("a.py:1: E", 0, "");
}

static void
test_long_block (void)
{
  g_autoptr (GString) text = g_string_new ("a.py:1: E\n----- Captured stdout call -----\n");

  for (guint i = 0; i < CAPTURED_LINES; i++)
    g_string_append (text, "line\n");
  check (text->str, 1, "2-2 3-42");
  for (guint i = 0; i < 100; i++)
    g_string_append (text, "line\n");
  check (text->str, 1, "2-2 103-142");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/captured/blocks", test_blocks);
  g_test_add_func ("/captured/none", test_none);
  g_test_add_func ("/captured/long-block", test_long_block);

  return g_test_run ();
}
