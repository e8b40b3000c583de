/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "line-set.h"

static void
test_empty (void)
{
  LineSet set;

  line_set_init (&set);
  g_assert_false (line_set_has (&set, 0));
  g_assert_false (line_set_has (&set, 1));
  g_assert_false (line_set_has (&set, -1));
  g_assert_false (line_set_has (&set, G_MAXINT64));
  g_assert_cmpint (line_set_get_next (&set, 0, 1), ==, 0);
  g_assert_cmpint (line_set_get_next (&set, G_MAXINT64, 1), ==, 0);
  g_assert_cmpint (line_set_get_next (&set, G_MAXINT64, -1), ==, 0);
  line_set_clear (&set);
}

/* Both ways over LINES, which are in order. */
static void
test_lines (void)
{
  static const gint64 lines[] = { 1, 2, 63, 64, 65, 4096, 100000 };
  const guint n = G_N_ELEMENTS (lines);
  LineSet set;

  line_set_init (&set);
  for (guint i = 0; i < n; i++)
    line_set_add (&set, lines[(i * 3) % n]);
  line_set_add (&set, 64);

  for (guint i = 0; i < n; i++) {
    g_assert_true (line_set_has (&set, lines[i]));
    g_assert_cmpint (line_set_get_next (&set, lines[i] - 1, 1), ==, lines[i]);
    g_assert_cmpint (line_set_get_next (&set, lines[i] + 1, -1), ==, lines[i]);
    g_assert_cmpint (line_set_get_next (&set, lines[i], 1), ==, i + 1 < n ? lines[i + 1] : 0);
    g_assert_cmpint (line_set_get_next (&set, lines[i], -1), ==, i > 0 ? lines[i - 1] : 0);
  }
  g_assert_false (line_set_has (&set, 3));
  g_assert_false (line_set_has (&set, 100001));
  g_assert_cmpint (line_set_get_next (&set, -5, 1), ==, 1);
  g_assert_cmpint (line_set_get_next (&set, G_MAXINT64, -1), ==, 100000);
  line_set_clear (&set);
}

static void
test_copy (void)
{
  guint64 words[] = { 1, 0 };
  LineSet set;

  line_set_init (&set);
  line_set_add (&set, 3);
  line_set_add (&set, 65);
  line_set_add (&set, 1000);
  line_set_copy (&set, words, G_N_ELEMENTS (words));
  g_assert_cmpuint (words[0], ==, 9);
  g_assert_cmpuint (words[1], ==, 2);
  line_set_clear (&set);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log/line-set/empty", test_empty);
  g_test_add_func ("/log/line-set/lines", test_lines);
  g_test_add_func ("/log/line-set/copy", test_copy);

  return g_test_run ();
}
