/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-test.h"
#include "log-view-marks.h"

#define TEXT \
  "Traceback (most recent call last):\n"         /* 1 */ \
  "ValueError: the name is taken\n"              /* 2 */ \
  "=== FAILURES ===\n"                           /* 3 */ \
  "___ test_one ___\n"                           /* 4 */ \
  "    assert total == 3\n"                      /* 5 */ \
  ">   assert total == 3\n"                      /* 6 */ \
  "E   assert total == 3\n"                      /* 7 */ \
  "E    +  where total = count (names)\n"        /* 8 */ \
  "___ test_two ___\n"                           /* 9 */ \
  "    raise KeyError (name)\n"                  /* 10 */ \
  "KeyError: 'two'\n"                            /* 11 */ \
  "FAILED a.py::test_one - assert total == 3\n"  /* 12 */ \
  "FAILED a.py::test_two - KeyError: 'two'\n"    /* 13 */ \
  "exit status 1\n"                              /* 14 */

static Failure *
add_failure (Findings   *findings,
             const char *exception,
             const char *message,
             gint64      line,
             gint64      first_line,
             gint64      last_line)
{
  Failure *failure = failure_new ();

  g_free (failure->exception);
  failure->exception = g_strdup (exception);
  g_free (failure->message);
  failure->message = g_strdup (message);
  failure->line = line;
  failure->first_line = first_line;
  failure->last_line = last_line;
  g_ptr_array_add (findings->failures, failure);

  return failure;
}

static LogMarks *
make_marks (void)
{
  LogStore *store = log_test_store_new (TEXT);
  Findings *findings = findings_new ();
  Failure *one = add_failure (findings, "AssertionError", "assert total == 3", 12, 4, 8);
  FailureCause cause = { (char *) "ValueError", (char *) "the name is taken", (char *) "", 2, 1, 2 };
  LogMarks *marks;

  one->cause = failure_cause_copy (&cause);
  add_failure (findings, "KeyError", "KeyError: 'two'", 13, 9, 11);
  add_failure (findings, "", "exit status 1", 14, 0, 0);
  marks = log_marks_new (findings, store);
  findings_unref (findings);
  log_store_unref (store);

  return marks;
}

static void
test_order (void)
{
  static const struct {
    LogMarkKind kind;
    int         failure;
    gint64      first;
    gint64      last;
  } expected[] = {
    { LOG_MARK_CAUSE, 0, 1, 2 },
    { LOG_MARK_FAILURE, 0, 4, 8 },
    { LOG_MARK_FAILURE, 1, 9, 11 },
    { LOG_MARK_SUMMARY, 0, 12, 12 },
    { LOG_MARK_SUMMARY, 1, 13, 13 },
    { LOG_MARK_FAILURE, 2, 14, 14 },
  };
  g_autoptr (LogMarks) marks = make_marks ();

  g_assert_cmpuint (log_marks_get_n (marks), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    const LogMark *mark = log_marks_get (marks, i);

    g_assert_cmpint (mark->kind, ==, expected[i].kind);
    g_assert_cmpint (mark->failure, ==, expected[i].failure);
    g_assert_cmpint (mark->first_line, ==, expected[i].first);
    g_assert_cmpint (mark->last_line, ==, expected[i].last);
  }

  g_assert_true (log_marks_get_of (marks, 0, LOG_MARK_CAUSE) == log_marks_get (marks, 0));
  g_assert_null (log_marks_get_of (marks, 1, LOG_MARK_CAUSE));
  g_assert_cmpuint (log_marks_get_n (NULL), ==, 0);
}

static void
test_lines_that_say_why (void)
{
  static const gint64 why[] = { 2, 7, 8, 11, 12, 13, 14 };
  g_autoptr (LogMarks) marks = make_marks ();
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  guint n = 0;

  log_marks_collect (marks, 1, 14, -1, found);
  for (gint64 line = 1; line <= 14; line++) {
    const LogMark *mark = log_marks_find (found, line);

    if (mark == NULL || !log_marks_says_why (marks, mark, line))
      continue;
    g_assert_cmpuint (n, <, G_N_ELEMENTS (why));
    g_assert_cmpint (line, ==, why[n++]);
  }

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (why));
  g_assert_null (log_marks_find (found, 3));
}

static void
test_selected_one_is_on_top (void)
{
  LogStore *store = log_test_store_new (TEXT);
  Findings *findings = findings_new ();
  g_autoptr (LogMarks) marks = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  add_failure (findings, "", "one", 4, 2, 9);
  add_failure (findings, "", "other", 4, 3, 6);
  marks = log_marks_new (findings, store);

  log_marks_collect (marks, 5, 5, 0, found);
  g_assert_cmpint (log_marks_find (found, 5)->failure, ==, 0);
  g_ptr_array_set_size (found, 0);
  log_marks_collect (marks, 5, 5, 1, found);
  g_assert_cmpint (log_marks_find (found, 5)->failure, ==, 1);
  g_ptr_array_set_size (found, 0);
  log_marks_collect (marks, 10, 14, 0, found);
  g_assert_cmpuint (found->len, ==, 0);

  findings_unref (findings);
  log_store_unref (store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/log-view-marks/order", test_order);
  g_test_add_func ("/log-view-marks/lines-that-say-why", test_lines_that_say_why);
  g_test_add_func ("/log-view-marks/selected-one-is-on-top", test_selected_one_is_on_top);

  return g_test_run ();
}
