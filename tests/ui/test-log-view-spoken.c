/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-test.h"
#include "log-view-spoken.h"

static LogStore *
numbered_new (gint64 n_lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gint64 i = 1; i <= n_lines; i++)
    g_string_append_printf (text, "line %04" G_GINT64_FORMAT "\n", i);

  return log_test_store_new (text->str);
}

static void
assert_range (LogSpoken *spoken,
              gint64     first,
              gint64     last)
{
  g_assert_cmpint (g_array_index (spoken->lines, LogSpokenLine, 0).line, ==, first);
  g_assert_cmpint (g_array_index (spoken->lines, LogSpokenLine, spoken->lines->len - 1).line, ==, last);
  g_assert_cmpuint (spoken->lines->len, ==, last - first + 1);
}

static void
test_blocks (void)
{
  static const struct {
    gint64 cursor;
    gint64 first;
    gint64 last;
  } cases[] = {
    { 1, 1, 64 }, { 32, 1, 64 }, { 33, 1, 96 }, { 500, 449, 544 }, { 1000, 961, 1000 }, { 5000, 961, 1000 },
  };
  g_autoptr (LogStore) store = numbered_new (1000);
  g_autoptr (LogRows) rows = log_rows_new ();

  log_rows_show_all (rows, 1000);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (LogSpoken) spoken = log_spoken_new (store, rows, 1000, cases[i].cursor);

    assert_range (spoken, cases[i].first, cases[i].last);
  }
}

/* From line to line the caret is always somewhere else. */
static void
test_every_step_moves (void)
{
  g_autoptr (LogStore) store = numbered_new (300);
  g_autoptr (LogRows) rows = log_rows_new ();
  guint before = G_MAXUINT;

  log_rows_show_all (rows, 300);
  for (gint64 line = 1; line <= 300; line++) {
    g_autoptr (LogSpoken) spoken = log_spoken_new (store, rows, 300, line);
    guint offset = log_spoken_get_offset (spoken, (LogPlace) { line, 5 });
    g_autofree char *number = g_strdup_printf ("%04" G_GINT64_FORMAT, line);
    g_autofree char *there = log_spoken_dup_slice (spoken, offset, offset + 4);

    g_assert_cmpuint (offset, !=, before);
    g_assert_cmpstr (there, ==, number);
    before = offset;
  }
}

static void
test_hidden_lines (void)
{
  g_autoptr (LogStore) store = numbered_new (1000);
  g_autoptr (LogRows) rows = log_rows_new ();
  g_autoptr (LogSpoken) spoken = NULL;
  g_autoptr (LogSpoken) of_hidden = NULL;

  log_rows_begin (rows, 1000, TRUE, FALSE);
  log_rows_hide (rows, 101, 499);
  log_rows_hide (rows, 501, 899);
  log_rows_end (rows);

  spoken = log_spoken_new (store, rows, 1000, 500);
  g_assert_cmpstr (spoken->text->str, ==, "line 0100\nline 0500\nline 0900\n");
  of_hidden = log_spoken_new (store, rows, 1000, 300);
  g_assert_cmpstr (of_hidden->text->str, ==, "line 0100\nline 0300\nline 0500\n");
}

static void
test_empty (void)
{
  g_autoptr (LogRows) rows = log_rows_new ();
  g_autoptr (LogSpoken) spoken = log_spoken_new (NULL, rows, 0, 1);
  g_autofree char *all = log_spoken_dup_slice (spoken, 0, G_MAXUINT);
  guint start;
  guint end;

  g_assert_cmpstr (all, ==, "");
  g_assert_cmpuint (log_spoken_get_offset (spoken, (LogPlace) { 1, 0 }), ==, 0);
  log_spoken_find_unit (spoken, 7, LOG_SPOKEN_WORD, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 0);
}

static void
test_units (void)
{
  static const struct {
    guint          offset;
    LogSpokenUnit  unit;
    const char    *text;
  } cases[] = {
    { 0, LOG_SPOKEN_CHARACTER, "ü" },
    { 1, LOG_SPOKEN_CHARACTER, "n" },
    { 2, LOG_SPOKEN_WORD, "ünï  " },
    { 3, LOG_SPOKEN_WORD, "ünï  " },
    { 6, LOG_SPOKEN_WORD, "日本\n" },
    { 7, LOG_SPOKEN_CHARACTER, "\n" },
    { 1, LOG_SPOKEN_LINE, "ünï  日本\n" },
    { 7, LOG_SPOKEN_LINE, "ünï  日本\n" },
    { 8, LOG_SPOKEN_LINE, "\n" },
    { 9, LOG_SPOKEN_LINE, "the end" },
    { 16, LOG_SPOKEN_LINE, "the end" },
    { 16, LOG_SPOKEN_CHARACTER, "" },
    { 99, LOG_SPOKEN_WORD, "end" },
  };
  g_autoptr (LogStore) store = log_test_store_new ("ünï  日本\n\nthe end");
  g_autoptr (LogRows) rows = log_rows_new ();
  g_autoptr (LogSpoken) spoken = NULL;

  log_rows_show_all (rows, 3);
  spoken = log_spoken_new (store, rows, 3, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = NULL;
    guint start;
    guint end;

    log_spoken_find_unit (spoken, cases[i].offset, cases[i].unit, &start, &end);
    text = log_spoken_dup_slice (spoken, start, end);
    g_assert_cmpstr (text, ==, cases[i].text);
  }

  g_assert_cmpuint (log_spoken_get_offset (spoken, (LogPlace) { 1, 2 }), ==, 1);
  g_assert_cmpuint (log_spoken_get_offset (spoken, (LogPlace) { 1, 999 }), ==, 7);
  g_assert_cmpuint (log_spoken_get_offset (spoken, (LogPlace) { 3, 999 }), ==, 16);
  g_assert_cmpuint (log_spoken_get_offset (spoken, (LogPlace) { 4, 0 }), ==, 16);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/log-view-spoken/blocks", test_blocks);
  g_test_add_func ("/log-view-spoken/every-step-moves", test_every_step_moves);
  g_test_add_func ("/log-view-spoken/hidden-lines", test_hidden_lines);
  g_test_add_func ("/log-view-spoken/empty", test_empty);
  g_test_add_func ("/log-view-spoken/units", test_units);

  return g_test_run ();
}
