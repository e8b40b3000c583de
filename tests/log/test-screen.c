/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "screen.h"

static void
got_row (Row      *row,
         gpointer  user_data)
{
  GString *lines = user_data;

  g_assert_false (row->in_cells);
  if (row->time != LINE_NO_TIME)
    g_string_append_printf (lines, "{%" G_GINT64_FORMAT "}", row->time);
  g_string_append (lines, row->text->str);
  g_string_append (lines, row->continued ? "…" : "\n");
}

static gboolean
got_erased (const char *text,
            gsize       length,
            gpointer    user_data)
{
  return FALSE;
}

static const ScreenFuncs funcs = {
  got_row,
  got_erased,
};

static void
write_text (Screen     *screen,
            const char *text)
{
  screen_write (screen, text, strlen (text), g_str_is_ascii (text));
}

static void
write_line (Screen     *screen,
            const char *text)
{
  write_text (screen, text);
  screen_line_feed (screen);
}

static void
test_rows_are_given_when_they_leave (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (Screen) screen = screen_new (&funcs, lines);

  for (guint i = 0; i < SCREEN_ROWS - 1; i++)
    write_line (screen, "x");
  g_assert_cmpstr (lines->str, ==, "");
  write_line (screen, "y");
  g_assert_cmpstr (lines->str, ==, "x\n");
  screen_finish (screen);
  g_assert_cmpuint (lines->len, ==, 2 * SCREEN_ROWS);
  g_assert_true (g_str_has_suffix (lines->str, "x\ny\n"));
}

static void
test_flush_gives_what_is_above_the_cursor (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (Screen) screen = screen_new (&funcs, lines);

  write_line (screen, "one");
  write_line (screen, "two");
  write_text (screen, "thr");
  screen_flush (screen);
  g_assert_cmpstr (lines->str, ==, "one\ntwo\n");
  write_line (screen, "ee");
  screen_flush (screen);
  g_assert_cmpstr (lines->str, ==, "one\ntwo\nthree\n");
  screen_finish (screen);
  g_assert_cmpstr (lines->str, ==, "one\ntwo\nthree\n");
}

/* A program that came back to a row will do so again. */
static void
test_flush_keeps_visited_rows (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (Screen) screen = screen_new (&funcs, lines);

  write_line (screen, "one");
  write_line (screen, "two");
  write_line (screen, "three");
  screen_move_rows (screen, -2);
  write_line (screen, "2");
  screen_move_rows (screen, 1);
  screen_flush (screen);
  g_assert_cmpstr (lines->str, ==, "one\n");
  screen_finish (screen);
  g_assert_cmpstr (lines->str, ==, "one\n2wo\nthree\n");
}

/* After its end a screen can be used anew. */
static void
test_finish_twice (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (Screen) screen = screen_new (&funcs, lines);

  write_text (screen, "one");
  screen_finish (screen);
  screen_finish (screen);
  write_text (screen, "two");
  screen_finish (screen);
  g_assert_cmpstr (lines->str, ==, "one\ntwo\n");
}

static void
test_time (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (Screen) screen = screen_new (&funcs, lines);

  screen_set_time (screen, 5);
  write_line (screen, "one");
  write_line (screen, "two");
  screen_set_time (screen, 6);
  write_text (screen, "three");
  screen_set_position (screen, 0, 2);
  write_line (screen, "four");
  screen_set_time (screen, 7);
  screen_finish (screen);
  g_assert_cmpstr (lines->str, ==, "{5}one\ntwo\n{6}three\n{6}  four\n");
}

static void
test_erase_leaves_no_blanks (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (Screen) screen = screen_new (&funcs, lines);

  write_line (screen, "one");
  write_line (screen, "two");
  write_text (screen, "three");
  screen_move_rows (screen, -1);
  screen_erase_in_display (screen, SCREEN_ERASE_AFTER);
  screen_move_rows (screen, 1);
  screen_finish (screen);
  g_assert_cmpstr (lines->str, ==, "one\ntwo\n");
}

static void
test_row_limit (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (Screen) screen = screen_new (&funcs, lines);
  g_autofree char *text = g_strnfill (ROW_LIMIT - 1, 'x');
  g_autofree char *want = g_strconcat (text, "…äy\n", NULL);

  write_text (screen, text);
  write_text (screen, "äy");
  screen_finish (screen);
  g_assert_cmpstr (lines->str, ==, want);
}

/* The saved place is one of the window, as on a terminal. */
static void
test_save (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (Screen) screen = screen_new (&funcs, lines);

  write_text (screen, "ab");
  screen_save (screen);
  for (guint i = 0; i < SCREEN_ROWS; i++)
    screen_line_feed (screen);
  screen_restore (screen);
  write_text (screen, "c");
  screen_finish (screen);
  g_assert_cmpstr (lines->str, ==, "ab\n  c\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/screen/rows-are-given-when-they-leave", test_rows_are_given_when_they_leave);
  g_test_add_func ("/screen/finish-twice", test_finish_twice);
  g_test_add_func ("/screen/flush-gives-what-is-above-the-cursor",
                   test_flush_gives_what_is_above_the_cursor);
  g_test_add_func ("/screen/flush-keeps-visited-rows", test_flush_keeps_visited_rows);
  g_test_add_func ("/screen/time", test_time);
  g_test_add_func ("/screen/erase-leaves-no-blanks", test_erase_leaves_no_blanks);
  g_test_add_func ("/screen/row-limit", test_row_limit);
  g_test_add_func ("/screen/save", test_save);

  return g_test_run ();
}
