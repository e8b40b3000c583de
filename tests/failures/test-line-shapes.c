/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "line-shapes.h"

/* More than it remembers at a time, so that it forgets them, and tries again after it gave up. */
#define MANY 150000

static Literals *literals;
static Literals *with_digits;
static LineShapes *shapes;

static void
set_up (void)
{
  static const struct { const char *text; LiteralPlace place; } added[] = {
    { "error", LITERAL_ANYWHERE }, { "exit code 137", LITERAL_ANYWHERE }, { "E1", LITERAL_ANYWHERE },
    { "FAILED", LITERAL_AT_START }, { "x7", LITERAL_AT_START }, { "done", LITERAL_AT_END },
    { "ab", LITERAL_IN_FIRST_WORD }, { "No.", LITERAL_BEFORE_DIGIT }, { "9", LITERAL_ANYWHERE },
    { "a 10 times longer one", LITERAL_ANYWHERE },
  };

  literals = literals_new ();
  for (guint i = 0; i < G_N_ELEMENTS (added); i++)
    literals_add (literals, added[i].text, added[i].place, i);
  with_digits = literals_new ();
  literals_add_shapes (with_digits, literals);
  shapes = line_shapes_new (literals, with_digits);
}

static void
tear_down (void)
{
  line_shapes_free (shapes);
  literals_free (with_digits);
  literals_free (literals);
}

static void
found (guint    id,
       gsize    end,
       gpointer user_data)
{
  g_string_append_printf (user_data, "%u@%" G_GSIZE_FORMAT " ", id, end);
}

/* The line has, remembered or not, what is in it. */
static void
check (const char *line)
{
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GString) hits = g_string_new (NULL);

  literals_scan (literals, line, strlen (line), found, expected);
  line_shapes_scan (shapes, line, strlen (line), found, hits);
  g_assert_cmpstr (hits->str, ==, expected->str);
}

/* Digits that are others make no other line, but for a literal that has digits. */
static void
test_digits (void)
{
  static const char * const lines[] = {
    "step 1 of 20: error", "step 2 of 20: error", "exit code 000", "exit code 137", "exit code 136",
    "exit code 137", "E0", "E1", "E2", "x1", "x7", "x7 again", "No.1", "No.2 done", "No.x", "ab12", "1 ab",
    "8", "9", "a 30 times longer one", "a 10 times longer one", "", "FAILED 1", "FAILED 2", "1 FAILED",
  };

  set_up ();
  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
      check (lines[i]);
  tear_down ();
}

static void
test_any_lines (void)
{
  static const char * const parts[] = {
    "error", "exit code ", "1", "37", "137", "E", "FAILED", "x", "7", " ", "done", "ab", "No.", "9", "0",
    "a ", "10", " times longer one", ":",
  };

  set_up ();
  for (guint i = 0; i < 20000; i++) {
    g_autoptr (GString) line = g_string_new (NULL);

    for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
      g_string_append (line, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
    check (line->str);
  }
  tear_down ();
}

static void
append_word (GString *line,
             guint    number)
{
  for (; number > 0; number /= 26)
    g_string_append_c (line, (char) ('a' + number % 26));
}

/* Many more shapes than are remembered, those that came before among them. */
static void
test_many_shapes (void)
{
  set_up ();
  for (guint i = 0; i < MANY; i++) {
    g_autoptr (GString) line = g_string_new (i % 3 == 0 ? "error " : "line ");

    append_word (line, i % 2 == 0 ? i : i / 2);
    check (line->str);
  }
  tear_down ();
}

static void
test_long_lines (void)
{
  set_up ();
  for (gsize length = 2000; length < 2100; length++) {
    g_autofree char *fill = g_strnfill (length, '.');
    g_autofree char *line = g_strconcat (fill, " error", NULL);

    check (line);
    check (line);
  }
  tear_down ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-shapes/digits", test_digits);
  g_test_add_func ("/line-shapes/any-lines", test_any_lines);
  g_test_add_func ("/line-shapes/many-shapes", test_many_shapes);
  g_test_add_func ("/line-shapes/long-lines", test_long_lines);

  return g_test_run ();
}
