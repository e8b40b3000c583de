/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "line-ends.h"

/* Whatever their number and wherever they start. */
static void
test_all (void)
{
  guint8 *bytes = g_malloc (100000);

  memset (bytes, '\n', 100000);
  for (gsize length = 0; length < 300; length++)
    for (gsize start = 0; start < 9; start++)
      g_assert_cmpint (line_ends_count (bytes + start, length), ==, (gint64) length);
  g_assert_cmpint (line_ends_count (bytes, 100000), ==, 100000);
  g_free (bytes);
}

static void
test_some (void)
{
  guint8 *bytes = g_malloc (100000);
  gint64 n = 0;

  for (gsize i = 0; i < 100000; i++) {
    bytes[i] = (guint8) (i * i % 13);
    g_assert_cmpint (i % 997 == 0 ? line_ends_count (bytes, i) : n, ==, n);
    n += bytes[i] == '\n';
  }
  g_assert_cmpint (n, >, 100);
  g_assert_cmpint (line_ends_count (NULL, 0), ==, 0);
  g_free (bytes);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/log/line-ends/all", test_all);
  g_test_add_func ("/log/line-ends/some", test_some);

  return g_test_run ();
}
