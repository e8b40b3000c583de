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

/* What a screen with the rows "one", "two", "three" shows after CHANGE, which finds the cursor
 * in COLUMN of the second one. */
static char *
change (void  (*change_screen) (Screen *screen),
        guint   column)
{
  GString *lines = g_string_new (NULL);
  g_autoptr (Screen) screen = screen_new (&funcs, lines);

  screen_write (screen, "one", 3, TRUE);
  screen_line_feed (screen);
  screen_write (screen, "two", 3, TRUE);
  screen_line_feed (screen);
  screen_write (screen, "three", 5, TRUE);
  screen_move_rows (screen, -1);
  screen_set_column (screen, column);
  change_screen (screen);
  screen_finish (screen);

  return g_string_free (lines, FALSE);
}

static void
check (void       (*change_screen) (Screen *screen),
       guint        column,
       const char  *want)
{
  g_autofree char *lines = change (change_screen, column);

  g_assert_cmpstr (lines, ==, want);
}

static void
erase_after (Screen *screen)
{
  screen_erase_in_line (screen, SCREEN_ERASE_AFTER);
}

static void
erase_before (Screen *screen)
{
  screen_erase_in_line (screen, SCREEN_ERASE_BEFORE);
}

static void
erase_all (Screen *screen)
{
  screen_erase_in_line (screen, SCREEN_ERASE_ALL);
}

static void
erase_below (Screen *screen)
{
  screen_erase_in_display (screen, SCREEN_ERASE_AFTER);
}

static void
erase_above (Screen *screen)
{
  screen_erase_in_display (screen, SCREEN_ERASE_BEFORE);
}

static void
erase_everything (Screen *screen)
{
  screen_erase_in_display (screen, SCREEN_ERASE_ALL);
  screen_write (screen, "x", 1, TRUE);
}

static void
test_erase (void)
{
  check (erase_after, 1, "one\nt\nthree\n");
  check (erase_after, 0, "one\n\nthree\n");
  check (erase_after, 9, "one\ntwo\nthree\n");
  check (erase_before, 1, "one\n  o\nthree\n");
  check (erase_before, 2, "one\n\nthree\n");
  check (erase_all, 1, "one\n\nthree\n");
  check (erase_below, 1, "one\nt\n");
  check (erase_above, 1, "\n  o\nthree\n");
  check (erase_everything, 1, "one\ntwo\nthree\n x\n");
}

static void
erase_two (Screen *screen)
{
  screen_erase_characters (screen, 2);
}

static void
insert_two (Screen *screen)
{
  screen_insert_blanks (screen, 2);
}

static void
delete_two (Screen *screen)
{
  screen_delete_characters (screen, 2);
}

static void
test_characters (void)
{
  check (erase_two, 0, "one\n  o\nthree\n");
  check (insert_two, 1, "one\nt  wo\nthree\n");
  check (delete_two, 0, "one\no\nthree\n");
}

static void
insert_line (Screen *screen)
{
  screen_insert_lines (screen, 1);
  screen_write (screen, "x", 1, TRUE);
}

static void
insert_many_lines (Screen *screen)
{
  screen_insert_lines (screen, G_MAXINT);
  screen_write (screen, "x", 1, TRUE);
}

static void
delete_line (Screen *screen)
{
  screen_delete_lines (screen, 1);
}

static void
delete_many_lines (Screen *screen)
{
  screen_delete_lines (screen, G_MAXINT);
  screen_write (screen, "x", 1, TRUE);
}

static void
scroll_up (Screen *screen)
{
  screen_scroll_up (screen, 1);
  screen_write (screen, "x", 1, TRUE);
}

static void
scroll_down (Screen *screen)
{
  screen_scroll_down (screen, 1);
  screen_write (screen, "x", 1, TRUE);
}

static void
test_lines (void)
{
  check (insert_line, 1, "one\nx\ntwo\nthree\n");
  check (insert_many_lines, 1, "one\nx\n");
  check (delete_line, 1, "one\nthree\n");
  check (delete_many_lines, 1, "one\nx\n");
  check (scroll_up, 1, "one\ntwo\ntxree\n");
  check (scroll_down, 1, "\noxe\ntwo\nthree\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/screen-edit/erase", test_erase);
  g_test_add_func ("/screen-edit/characters", test_characters);
  g_test_add_func ("/screen-edit/lines", test_lines);

  return g_test_run ();
}
