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
  g_string_append_printf (user_data, "%s\n", row->text->str);
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
write_lines (Screen *screen,
             guint   count)
{
  for (guint i = 0; i < count; i++) {
    screen_write (screen, "line", 4, TRUE);
    screen_line_feed (screen);
  }
}

static guint
count_lines (const GString *text,
             const char    *line)
{
  g_auto (GStrv) lines = g_strsplit (text->str, "\n", -1);
  guint count = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    count += g_str_equal (lines[i], line);

  return count;
}

static void
test_columns_end_at_the_edges (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (Screen) screen = screen_new (&funcs, lines);

  screen_move_columns (screen, G_MAXINT / 2);
  g_assert_cmpuint (screen_get_column (screen), ==, SCREEN_COLUMNS - 1);
  screen_move_columns (screen, -G_MAXINT / 2);
  g_assert_cmpuint (screen_get_column (screen), ==, 0);
  screen_set_column (screen, 500);
  g_assert_cmpuint (screen_get_column (screen), ==, SCREEN_COLUMNS - 1);
}

static void
test_tabs_end_at_the_edges (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (Screen) screen = screen_new (&funcs, lines);

  screen_move_tabs (screen, 2);
  g_assert_cmpuint (screen_get_column (screen), ==, 16);
  screen_move_tabs (screen, G_MAXINT);
  g_assert_cmpuint (screen_get_column (screen), ==, SCREEN_COLUMNS - 1);
  screen_move_tabs (screen, -1);
  g_assert_cmpuint (screen_get_column (screen), ==, 152);
  screen_move_tabs (screen, G_MININT + 1);
  g_assert_cmpuint (screen_get_column (screen), ==, 0);
}

static void
test_own_tab_stops (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (Screen) screen = screen_new (&funcs, lines);

  screen_set_column (screen, 3);
  screen_set_tab_stop (screen);
  screen_set_column (screen, 8);
  screen_clear_tab_stops (screen, FALSE);
  screen_set_column (screen, 0);
  screen_tab (screen);
  g_assert_cmpuint (screen_get_column (screen), ==, 3);
  screen_tab (screen);
  g_assert_cmpuint (screen_get_column (screen), ==, 16);
}

/* Where a program cleared its screen is known until that row leaves the window. */
static void
test_position_after_clearing (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (Screen) screen = screen_new (&funcs, lines);

  write_lines (screen, 3);
  screen_erase_in_display (screen, SCREEN_ERASE_ALL);
  write_lines (screen, 50);
  screen_set_position (screen, 0, 0);
  screen_write (screen, "home", 4, TRUE);
  screen_set_position (screen, 50, 0);
  write_lines (screen, 60);
  screen_set_position (screen, 0, 0);
  screen_write (screen, "next", 4, TRUE);
  screen_finish (screen);

  g_assert_cmpuint (count_lines (lines, "line"), ==, 3 + 49 + 60);
  g_assert_cmpuint (count_lines (lines, "home"), ==, 1);
  g_assert_true (g_str_has_suffix (lines->str, "line\nnext\n"));
}

/* Its rows are the program's own, whatever scrolls out. */
static void
test_alternate_screen (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (Screen) screen = screen_new_alternate (&funcs, lines);

  write_lines (screen, 250);
  screen_set_position (screen, 0, 0);
  screen_write (screen, "home", 4, TRUE);
  screen_erase_in_display (screen, SCREEN_ERASE_ALL);
  screen_set_position (screen, 1, 0);
  screen_write (screen, "last", 4, TRUE);
  screen_finish (screen);

  g_assert_cmpuint (count_lines (lines, "line"), ==, 250 - SCREEN_ROWS + 1);
  g_assert_cmpuint (count_lines (lines, "home"), ==, 0);
  g_assert_true (g_str_has_suffix (lines->str, "line\n\nlast\n"));
}

static void
test_reset_forgets (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (Screen) screen = screen_new (&funcs, lines);

  screen_set_column (screen, 3);
  screen_set_tab_stop (screen);
  screen_save (screen);
  screen_reset (screen);
  g_assert_cmpuint (screen_get_column (screen), ==, 0);
  screen_move_tabs (screen, 1);
  g_assert_cmpuint (screen_get_column (screen), ==, 8);
  screen_restore (screen);
  g_assert_cmpuint (screen_get_column (screen), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/screen-cursor/columns-end-at-the-edges", test_columns_end_at_the_edges);
  g_test_add_func ("/screen-cursor/tabs-end-at-the-edges", test_tabs_end_at_the_edges);
  g_test_add_func ("/screen-cursor/own-tab-stops", test_own_tab_stops);
  g_test_add_func ("/screen-cursor/position-after-clearing", test_position_after_clearing);
  g_test_add_func ("/screen-cursor/alternate-screen", test_alternate_screen);
  g_test_add_func ("/screen-cursor/reset-forgets", test_reset_forgets);

  return g_test_run ();
}
