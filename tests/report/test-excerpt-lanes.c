/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "excerpt-lanes.h"
#include "sample.h"

#define SIDE_BY_SIDE                          \
  "Attaching to db-1, tests-1, server-1\n"    \
  "tests-1   | begin\n"                       \
  "db-1      | noise\n"                       \
  "server-1  | GET /\n"                       \
  "no output's own\n"                         \
  "tests-1   | middle\n"                      \
  "db-1      | noise\n"                       \
  "tests-1   | end\n"

/* "3-4 7-7" */
static char *
dup_ranges (GArray *ranges)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ranges->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            g_array_index (ranges, LineRange, i).first,
                            g_array_index (ranges, LineRange, i).last);

  return g_string_free (text, FALSE);
}

static void
check_others (JobLog     *log,
              Findings   *findings,
              const char *expected)
{
  g_autoptr (GArray) others = excerpt_lanes_find_others (log, findings);
  g_autofree char *text = dup_ranges (others);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_others (void)
{
  g_autoptr (JobLog) log = log_sample_new (SIDE_BY_SIDE);
  g_autoptr (Findings) findings = findings_new ();

  check_others (log, findings, "");
  g_ptr_array_add (findings->failures, sample_failure_new ("t", "m", 8, 2, 8));
  check_others (log, findings, "3-4 7-7");

  /* What another one is about is shown there. */
  g_ptr_array_add (findings->failures, sample_failure_new ("u", "m", 4, 4, 4));
  check_others (log, findings, "3-3 7-7");
}

/* All that a part has that is of no output belongs to it. */
static void
test_part_of_none (void)
{
  g_autoptr (JobLog) log = log_sample_new (SIDE_BY_SIDE);
  g_autoptr (Findings) findings = findings_new ();

  g_ptr_array_add (findings->failures, sample_failure_new ("t", "m", 5, 2, 8));
  check_others (log, findings, "");
}

static void
test_processes (void)
{
  g_autoptr (JobLog) log = log_sample_new ("(Worker_TP0 pid=1) Traceback\n"
                                           "(Worker_TP1 pid=2) Traceback\n"
                                           "words\n"
                                           "(Worker_TP1 pid=2) ValueError\n"
                                           "(Worker_TP0 pid=1) ValueError\n"
                                           "FAILED t\n");
  g_autoptr (Findings) findings = findings_new ();

  g_ptr_array_add (findings->failures, sample_failure_new ("t", "m", 6, 6, 6));
  sample_add_cause (g_ptr_array_index (findings->failures, 0), "ValueError", "", "Worker_TP0 pid=1", 1, 5);
  check_others (log, findings, "2-2 4-4");
}

static void
check_split (const char *lines,
             gboolean    dense,
             const char *expected)
{
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (LineRange));
  g_autoptr (GArray) pieces = NULL;
  g_autofree char *text = NULL;
  LineRange range = { 11, 0 };
  gboolean is_dense;

  for (; *lines != '\0'; lines++, range.first++)
    if (*lines == '.') {
      LineRange line = { range.first, range.first };

      if (others->len > 0 && g_array_index (others, LineRange, others->len - 1).last == line.last - 1)
        g_array_index (others, LineRange, others->len - 1).last = line.last;
      else
        g_array_append_val (others, line);
    }
  range = (LineRange) { 11, range.first - 1 };
  pieces = excerpt_lanes_split (others, range, &is_dense);
  text = dup_ranges (pieces);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (is_dense, ==, dense);
}

static void
test_split (void)
{
  check_split ("xxxx", FALSE, "11-14");
  check_split ("xxxx...xxxx", FALSE, "11-14 18-21");
  check_split ("xxxx.xxxx", FALSE, "11-19");
  check_split ("xxxxxxx.xxxx..x", FALSE, "11-22 25-25");
  check_split ("x.x.x", TRUE, "11-11 13-13 15-15");
  check_split ("x.x", FALSE, "11-13");
  check_split ("..xx..", FALSE, "13-14");
  check_split ("..", FALSE, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/excerpt-lanes/others", test_others);
  g_test_add_func ("/excerpt-lanes/part-of-none", test_part_of_none);
  g_test_add_func ("/excerpt-lanes/processes", test_processes);
  g_test_add_func ("/excerpt-lanes/split", test_split);

  return g_test_run ();
}
