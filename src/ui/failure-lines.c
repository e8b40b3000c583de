/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "failure.h"

#include "failure-lines.h"

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  gint64 line_a = *(const gint64 *) a;
  gint64 line_b = *(const gint64 *) b;

  return (line_a > line_b) - (line_a < line_b);
}

GArray *
failure_lines_new (Findings *findings)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < findings->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (findings->failures, i);

    g_array_append_val (lines, failure->line);
    if (failure->first_line > 0)
      g_array_append_val (lines, failure->first_line);
  }
  g_array_sort (lines, compare_lines);

  return lines;
}

gboolean
failure_lines_have_any (const GArray *lines,
                        gint64        first,
                        gint64        last)
{
  guint from = 0;
  guint to = lines->len;

  while (from < to) {
    guint middle = (from + to) / 2;

    if (g_array_index (lines, gint64, middle) < first)
      from = middle + 1;
    else
      to = middle;
  }

  return from < lines->len && g_array_index (lines, gint64, from) <= last;
}
