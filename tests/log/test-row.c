/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "row.h"

static void
append (Row        *row,
        const char *text,
        Style       style)
{
  row_append (row, text, strlen (text), g_str_is_ascii (text) && strchr (text, '\t') == NULL,
              style);
}

static void
check (Row        *row,
       const char *text,
       const char *styles)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  row_make_text (row);
  for (guint i = 0; i < row->styles->len; i++) {
    const LineStyle *style = &g_array_index (row->styles, LineStyle, i);

    g_string_append_printf (shown, "%u+%u:%u%s ", style->start, style->length, style->colour,
                            style->bold ? "b" : "");
  }
  g_assert_cmpstr (row->text->str, ==, text);
  g_assert_cmpstr (shown->str, ==, styles);
}

static void
test_text_and_cells (void)
{
  Row *row = row_new ();

  append (row, "red", 1);
  append (row, "der", 1);
  append (row, "日\t", STYLE_BOLD);
  append (row, "e\xcc\x81x", 0);
  g_assert_cmpuint (row_get_width (row), ==, 18);

  row_make_cells (row);
  g_assert_cmpuint (row_get_width (row), ==, 18);
  check (row, "redder日\te\xcc\x81x", "0+6:1 6+4:0b ");
  row_free (row);
}

static void
test_put (void)
{
  Row *row = row_new ();

  append (row, "a日b", 0);
  g_assert_cmpuint (row_put (row, 2, 'x', 1), ==, 1);
  check (row, "a xb", "2+1:1 ");
  g_assert_cmpuint (row_put (row, 6, 0x65e5, 0), ==, 2);
  g_assert_cmpuint (row_put (row, 8, 0x301, 0), ==, 0);
  check (row, "a xb  日\xcc\x81", "2+1:1 ");
  row_put_ascii (row, 7, "yz", 2, 2);
  check (row, "a xb   yz", "2+1:1 7+2:2 ");
  row_free (row);
}

static void
test_tab (void)
{
  Row *row = row_new ();

  g_assert_cmpuint (row_put (row, 3, '\t', 0), ==, 5);
  check (row, "   \t", "");
  row_put (row, 5, 'x', 0);
  check (row, "     x  ", "");
  row_free (row);
}

static void
test_erase (void)
{
  Row *row = row_new ();

  append (row, "abc日def", 1);
  row_erase (row, 4, 6);
  check (row, "abc   ef", "0+3:1 6+2:1 ");
  row_erase (row, 2, G_MAXUINT);
  check (row, "ab", "0+2:1 ");
  row_erase (row, 5, 9);
  check (row, "ab", "0+2:1 ");
  row_erase (row, 0, 2);
  g_assert_true (row_is_empty (row));
  row_free (row);
}

static void
test_insert_and_delete (void)
{
  Row *row = row_new ();

  append (row, "abe\xcc\x81" "cd", 0);
  row_insert_blanks (row, 1, 2);
  check (row, "a  be\xcc\x81" "cd", "");
  row_delete_cells (row, 0, 3);
  check (row, "be\xcc\x81" "cd", "");
  row_delete_cells (row, 1, 1);
  check (row, "bcd", "");
  row_delete_cells (row, 1, 99);
  row_delete_cells (row, 5, 1);
  row_insert_blanks (row, 5, 1);
  check (row, "b", "");
  row_insert_blanks (row, 0, G_MAXUINT);
  g_assert_cmpuint (row_get_width (row), ==, ROW_LIMIT);
  row_free (row);
}

static void
test_append_rest (void)
{
  Row *row = row_new ();
  Row *old = row_new ();

  append (old, "ab日", 1);
  append (old, "ce\xcc\x81x", 2);
  append (row, "xyz", 3);
  row_append_rest (row, old, 3);
  check (row, "xyz ce\xcc\x81x", "0+3:3 4+5:2 ");

  row_reset (row);
  append (row, "123456", 0);
  row_append_rest (row, old, 6);
  check (row, "123456x", "6+1:2 ");

  row_reset (row);
  append (row, "12345678", 0);
  row_append_rest (row, old, 8);
  check (row, "12345678", "");
  row_free (row);
  row_free (old);
}

/* Notes have a limit, as all that a log may fill. */
static void
test_notes (void)
{
  g_autofree char *mark = g_strnfill (1000, 'x');
  Row *row = row_new ();

  row_add_note (row, "one", 3);
  row_add_note (row, "two", 2);
  g_assert_cmpstr (row->note, ==, "one\ntw");
  for (guint i = 0; i < 1000; i++)
    row_add_note (row, mark, 1000);
  g_assert_cmpuint (strlen (row->note), >, ROW_LIMIT - 1000);
  g_assert_cmpuint (strlen (row->note), <=, ROW_LIMIT);
  row_reset (row);
  g_assert_null (row->note);
  row_free (row);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/row/text-and-cells", test_text_and_cells);
  g_test_add_func ("/row/put", test_put);
  g_test_add_func ("/row/tab", test_tab);
  g_test_add_func ("/row/erase", test_erase);
  g_test_add_func ("/row/insert-and-delete", test_insert_and_delete);
  g_test_add_func ("/row/notes", test_notes);
  g_test_add_func ("/row/append-rest", test_append_rest);

  return g_test_run ();
}
