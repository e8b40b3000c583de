/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "line-place.h"

#define N_LINES 3054
#define CURRENT 100

static void
check (const char *text,
       gint64      expected)
{
  g_autofree char *problem = NULL;
  gint64 line = line_place_parse (text, CURRENT, N_LINES, &problem);

  if (line != expected)
    g_error ("“%s” is %" G_GINT64_FORMAT " (%s), not %" G_GINT64_FORMAT, text, line, problem, expected);
  g_assert_true ((problem != NULL) == (line == 0));
}

static void
test_numbers (void)
{
  check ("1", 1);
  check ("1234", 1234);
  check (" 1234 ", 1234);
  check ("0012", 12);
  check ("3054", 3054);
  check ("1,234", 1234);
  check ("1.234", 1234);
  check ("1 234", 1234);
  check ("1’234", 1234);
  check ("1\u202f234", 1234);
  check ("١٢٣", 123);
  check ("１２", 12);
}

static void
test_moves (void)
{
  check ("+50", 150);
  check ("-50", 50);
  check ("−50", 50);
  check ("+0", 100);
  check ("-500", 1);
  check ("+99999", N_LINES);
  check ("+99999999999999999999999999", N_LINES);
  check ("-99999999999999999999999999", 1);
  check ("+1,000", 1100);
}

static void
test_shares (void)
{
  check ("50%", 1527);
  check ("50 %", 1527);
  check ("0%", 1);
  check ("100%", N_LINES);
  check ("$", N_LINES);
  check ("end", N_LINES);
  check ("End", N_LINES);
}

static void
check_problem (const char *text,
               gint64      n_lines,
               const char *expected)
{
  g_autofree char *problem = NULL;

  g_assert_cmpint (line_place_parse (text, 1, n_lines, &problem), ==, 0);
  g_assert_cmpstr (problem, ==, expected);
}

static void
test_problems (void)
{
  check_problem ("", N_LINES, "Which line?");
  check_problem ("  ", N_LINES, "Which line?");
  check_problem ("x", N_LINES, "Not a line: x");
  check_problem ("12x", N_LINES, "Not a line: 12x");
  check_problem ("12,34", N_LINES, "Not a line: 12,34");
  check_problem ("1,234.567", N_LINES, "Not a line: 1,234.567");
  check_problem ("1234,567", N_LINES, "Not a line: 1234,567");
  check_problem (",123", N_LINES, "Not a line: ,123");
  check_problem ("1,", N_LINES, "Not a line: 1,");
  check_problem ("+", N_LINES, "Not a line: +");
  check_problem ("+-5", N_LINES, "Not a line: +-5");
  check_problem ("+5%", N_LINES, "Not a line: +5%");
  check_problem ("5%%", N_LINES, "Not a line: 5%%");
  check_problem ("0", N_LINES, "Lines count from 1");
  check_problem ("3055", N_LINES, "There are only 3054 lines");
  check_problem ("99999999999999999999999999", N_LINES, "There are only 3054 lines");
  check_problem ("2", 1, "There is only 1 line");
  check_problem ("101%", N_LINES, "More than the whole log");
  check_problem ("99999999999999999999999999%", N_LINES, "More than the whole log");
  check_problem ("1", 0, "There is no line yet");
}

/* Shares of a log of any size. */
static void
test_large (void)
{
  g_autofree char *problem = NULL;

  g_assert_cmpint (line_place_parse ("100%", 1, G_MAXINT64, &problem), ==, G_MAXINT64);
  g_assert_cmpint (line_place_parse ("99%", 1, 1000000007, &problem), ==, 990000006);
  g_assert_cmpint (line_place_parse ("+1", G_MAXINT64, G_MAXINT64, &problem), ==, G_MAXINT64);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-place/numbers", test_numbers);
  g_test_add_func ("/line-place/moves", test_moves);
  g_test_add_func ("/line-place/shares", test_shares);
  g_test_add_func ("/line-place/problems", test_problems);
  g_test_add_func ("/line-place/large", test_large);

  return g_test_run ();
}
