/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "failure-lines.h"

#include "widget-sample.h"

static void
test_ranges (void)
{
  const struct {
    gint64   first;
    gint64   last;
    gboolean expected;
  } ranges[] = {
    { 1, 4, FALSE }, { 1, 5, TRUE }, { 5, 5, TRUE }, { 6, 19, FALSE }, { 6, 20, TRUE },
    { 21, 39, FALSE }, { 40, 40, TRUE }, { 41, G_MAXINT64, FALSE }, { 0, G_MAXINT64, TRUE },
  };
  g_autoptr (Findings) findings = findings_new ();
  g_autoptr (GArray) lines = NULL;

  sample_add_failure (findings, "a/test_a.py::test_b", "assert False", 40)->first_line = 20;
  sample_add_failure (findings, "a/test_a.py::test_c", "assert False", 5)->first_line = 0;
  lines = failure_lines_new (findings);
  g_assert_cmpuint (lines->len, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    g_assert_cmpint (failure_lines_have_any (lines, ranges[i].first, ranges[i].last), ==, ranges[i].expected);
}

static void
test_none (void)
{
  g_autoptr (Findings) findings = findings_new ();
  g_autoptr (GArray) lines = failure_lines_new (findings);

  g_assert_false (failure_lines_have_any (lines, 0, G_MAXINT64));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failure-lines/ranges", test_ranges);
  g_test_add_func ("/failure-lines/none", test_none);

  return g_test_run ();
}
