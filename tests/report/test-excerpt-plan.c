/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "excerpt-plan.h"
#include "sample.h"

static char *
dup_ranges_text (GArray *ranges)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ranges->len; i++) {
    LineRange range = g_array_index (ranges, LineRange, i);

    g_string_append_printf (text, "%s%d-%d", i > 0 ? " " : "", (int) range.first, (int) range.last);
  }

  return g_string_free (text, FALSE);
}

/* Lines that a limit costs. */
static gint64
count_left_out (JobLog   *log,
                Findings *findings,
                GArray   *ranges)
{
  g_autoptr (GArray) all = excerpt_plan_new (job_log_get_store (log), findings, 0);

  return excerpt_plan_count_lines (all) - excerpt_plan_count_lines (ranges);
}

static char *
dup_plan (JobLog   *log,
          Findings *findings,
          guint     max_lines,
          gint64   *ret_left_out)
{
  g_autoptr (GArray) ranges = excerpt_plan_new (job_log_get_store (log), findings, max_lines);

  if (ret_left_out != NULL)
    *ret_left_out = count_left_out (log, findings, ranges);

  return dup_ranges_text (ranges);
}

static void
add_range (GArray *ranges,
           gint64  first,
           gint64  last)
{
  LineRange range = { first, last };

  g_array_append_val (ranges, range);
}

/* Two failures in a log of 1,000 lines, the first with a cause. */
static Findings *
make_findings (void)
{
  Findings *findings = findings_new ();
  Failure *first = sample_failure_new ("a.py::test_one", "line 812", 952, 800, 820);
  Failure *second = sample_failure_new ("a.py::test_two", "not in the log", 953, 821, 840);

  sample_add_cause (first, "ValueError", "x", "Worker pid=1", 100, 150);
  g_ptr_array_add (findings->failures, first);
  g_ptr_array_add (findings->failures, second);
  add_range (findings->summaries, 950, 955);
  add_range (findings->endings, 997, 1000);

  return findings;
}

static void
check_plan (Findings   *findings,
            guint       max_lines,
            const char *expected,
            gint64      left_out)
{
  g_autoptr (JobLog) log = sample_log_of_lines (1000);
  gint64 n;
  g_autofree char *plan = dup_plan (log, findings, max_lines, &n);

  g_assert_cmpstr (plan, ==, expected);
  g_assert_cmpint (n, ==, left_out);
}

static void
test_everything (void)
{
  g_autoptr (Findings) findings = make_findings ();

  check_plan (findings, 0, "100-150 800-840 950-955 997-1000", 0);
  check_plan (findings, 500, "100-150 800-840 950-955 997-1000", 0);
  check_plan (findings, 106, "100-150 800-840 950-955 997-1000", 0);
}

static void
test_what_names_failures_comes_first (void)
{
  g_autoptr (Findings) findings = make_findings ();

  check_plan (findings, 3, "150-150", 101);
  check_plan (findings, 5, "150-150 952-952", 100);
  check_plan (findings, 7, "150-150 952-953", 99);
}

static void
test_cores_come_before_the_rest (void)
{
  g_autoptr (Findings) findings = make_findings ();

  check_plan (findings, 57, "136-150 800-815 826-840 952-953 997-1000", 50);
  check_plan (findings, 60, "133-150 800-815 826-840 952-953 997-1000", 47);
}

/* Where a message starts high above the point that it comes to, both are there, and the cause too. */
static void
test_ends_come_before_the_whole (void)
{
  g_autoptr (Findings) findings = findings_new ();
  Failure *failure = sample_failure_new ("a.py::test_one", "line 550", 900, 500, 700);

  sample_add_cause (failure, "ValueError", "x", "Worker pid=1", 100, 250);
  g_ptr_array_add (findings->failures, failure);
  check_plan (findings, 106, "210-250 536-553 660-700 900-900", 252);
}

static void
test_neighbours_join (void)
{
  g_autoptr (Findings) findings = findings_new ();

  g_ptr_array_add (findings->failures, sample_failure_new ("t", "", 12, 1, 10));
  g_ptr_array_add (findings->failures, sample_failure_new ("t", "", 25, 16, 20));
  g_ptr_array_add (findings->failures, sample_failure_new ("t", "", 25, 17, 18));
  check_plan (findings, 0, "1-12 16-20 25-25", 0);
  add_range (findings->endings, 14, 14);
  check_plan (findings, 0, "1-20 25-25", 0);
}

/* What the finder does not know is 0, and nothing may point outside of the log. */
static void
test_odd_ranges (void)
{
  g_autoptr (Findings) findings = findings_new ();

  check_plan (findings, 0, "", 0);
  g_ptr_array_add (findings->failures, sample_failure_new ("t", "", 0, 0, 0));
  check_plan (findings, 0, "", 0);
  check_plan (findings, 10, "", 0);
  g_ptr_array_add (findings->failures, sample_failure_new ("t", "x", 999, 990, 2000));
  check_plan (findings, 0, "990-1000", 0);
  add_range (findings->endings, 5, 4);
  check_plan (findings, 0, "990-1000", 0);
}

/* However many fail, a limit is kept to, and it does not take long. */
static void
test_any_limit_is_kept (void)
{
  g_autoptr (JobLog) log = sample_log_of_lines (2000);
  g_autoptr (Findings) findings = findings_new ();

  for (guint i = 0; i < 500; i++)
    g_ptr_array_add (findings->failures,
                     sample_failure_new ("t", "line", 1500 + i, 1 + 3 * i, 2 + 3 * i));

  for (guint limit = 1; limit < 400; limit += 57) {
    g_autoptr (GArray) ranges = excerpt_plan_new (job_log_get_store (log), findings, limit);
    gint64 n = ranges->len + 1;

    for (guint i = 0; i < ranges->len; i++) {
      LineRange range = g_array_index (ranges, LineRange, i);

      n += range.last - range.first + 1;
    }
    g_assert_cmpint (n, <=, limit + 1);
    g_assert_cmpint (count_left_out (log, findings, ranges), >, 1000);
  }
}

/* What the limit leaves goes to what stands round the failures and before the end. */
static void
test_widen (void)
{
  static const struct { guint max_lines; const char *expected; } cases[] = {
    { 106, "100-150 800-840 950-955 997-1000" },
    { 126, "100-150 790-845 950-955 992-1000" },
    { 160, "100-150 778-845 950-955 970-1000" },
    { 300, "100-150 760-860 950-955 970-1000" },
  };
  g_autoptr (JobLog) log = sample_log_of_lines (1000);
  g_autoptr (Findings) findings = make_findings ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GArray) ranges = excerpt_plan_new (job_log_get_store (log), findings,
                                                  cases[i].max_lines);
    g_autoptr (GArray) wide = excerpt_plan_widen (job_log_get_store (log), findings, ranges,
                                                  cases[i].max_lines);
    g_autofree char *text = dup_ranges_text (wide);

    g_assert_cmpint (count_left_out (log, findings, ranges), ==, 0);
    g_assert_cmpstr (text, ==, cases[i].expected);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/excerpt-plan/everything", test_everything);
  g_test_add_func ("/excerpt-plan/what-names-failures-comes-first", test_what_names_failures_comes_first);
  g_test_add_func ("/excerpt-plan/cores-come-before-the-rest", test_cores_come_before_the_rest);
  g_test_add_func ("/excerpt-plan/ends-come-before-the-whole", test_ends_come_before_the_whole);
  g_test_add_func ("/excerpt-plan/neighbours-join", test_neighbours_join);
  g_test_add_func ("/excerpt-plan/odd-ranges", test_odd_ranges);
  g_test_add_func ("/excerpt-plan/any-limit-is-kept", test_any_limit_is_kept);
  g_test_add_func ("/excerpt-plan/widen", test_widen);

  return g_test_run ();
}
