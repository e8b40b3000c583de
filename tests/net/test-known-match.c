/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <time.h>

#include "known-match.h"

#define NOW 1800000000
#define DAY (24 * 60 * 60)

static void
add (GPtrArray  *issues,
     gint64      number,
     const char *title,
     const char *body)
{
  g_ptr_array_add (issues, tracker_issue_new (number, title, body, "https://quill.example/issues"));
}

static GPtrArray *
new_issues (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tracker_issue_unref);
}

/* What is found, as "number match score, …". */
static char *
dup_found (GPtrArray     *issues,
           const Failure *failure,
           const char    *job)
{
  g_autoptr (KnownIndex) index = known_index_new (issues, NOW);
  g_autoptr (GPtrArray) all = known_index_look_up (index, failure, job);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++) {
    const KnownIssue *known = g_ptr_array_index (all, i);

    g_string_append_printf (text, i > 0 ? ", %d %s %.2f" : "%d %s %.2f", (int) known->issue->number,
                            known_match_to_string (known->match), known->score);
  }

  return g_string_free (text, FALSE);
}

static Failure *
make_failure (const char *test,
              const char *exception,
              const char *message)
{
  Failure *failure = failure_new ();

  own_string_set (&failure->test, test);
  own_string_set (&failure->exception, exception);
  own_string_set (&failure->message, message);

  return failure;
}

static void
check (const char *test,
       const char *title,
       const char *body,
       const char *expected)
{
  g_autoptr (Failure) failure = make_failure (test, "AssertionError", "assert False");
  g_autoptr (GPtrArray) issues = new_issues ();
  g_autofree char *found = NULL;

  add (issues, 1, title, body);
  found = dup_found (issues, failure, NULL);
  g_test_message ("%s: %s", test, title);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_title (void)
{
  const char *test = "tests/v1/test_page.py::test_render[a4]";

  check (test, "[CI Failure]: Page Tests - tests/v1/test_page\\.py::test_(load|render)", "", "1 test 1.00");
  check (test, "[CI Failure]: v1/test_page.py::test_render", "", "1 test 1.00");
  check (test, "[CI Failure]: test_page.py test_render", "", "1 test 0.90");
  check (test, "[CI Failure]: v1/test_page.py", "", "1 file 0.60");
  check (test, "[CI Failure]: v1/test_page.py::test_load", "", "1 file 0.50");
  check (test, "[CI Failure]: v2/test_page.py::test_render", "", "");
  check (test, "test_render", "", "");
  check (test, "[CI Failure]: Page Tests", "", "");
}

static void
test_body (void)
{
  const char *test = "v1/test_page.py::test_render";

  check (test, "[CI Failure]: Page Tests",
         "### Name of failing test\n\n`pytest -s -v tests/v1/test_page.py::test_render -k a4`\n", "1 test 0.95");
  check (test, "[CI Failure]:", "```text\nFAILED v1/test_page.py::test_render - assert False\n```\n", "1 test 0.95");
  check (test, "[CI Failure]:", "```text\nv1/test_page.py::test_render PASSED\nv1/test_page.py:7: in f\n```\n", "");
  check (test, "[CI Failure]:", "In v1/test_page.py:\n- test_render\n- test_load", "1 test 0.80");
  check (test, "[CI Failure]:", "v1/test_page.py\n", "1 file 0.40");
  check (test, "[CI Failure]:", "- [x] v1/test_page.py::test_load\n", "1 file 0.30");
  check ("press/test_two.py::test_fold", "[CI Failure]: Press Tests (4 presses) [Nightly]",
         "### Name of failing test\n\n`run --each=4 press/test_two.py`\n", "1 file 0.40");
  check ("tests/press/test_two.py::test_fold",
         "[CI Failure]: mi_1: Press Tests", "`cd /quill && pytest -v -s tests/press/test_one.py && pytest -v -s "
         "tests/press/test_two.py::test_fold`", "1 test 0.95");
  check ("press/test_two.py::test_fold_of_large_sheets[quill/a4]", "[CI Failure]: Press Tests",
         "`test_fold_of_large_sheets[quill/a3] `", "1 test 0.70");
  check ("v1/test_page.py::test_render_two_columns", "[CI Failure]:", "test_render_two_columns", "1 test 0.70");
}

static void
test_other_runners (void)
{
  check ("page::tests::loads", "page::tests::loads fails", "", "1 test 1.00");
  check ("page › margins › are wide", "Failing: page > margins > are wide", "", "1 test 1.00");
  check ("org.quill.PageTest#countsLines", "PageTest.countsLines is flaky", "", "1 test 0.90");
  check ("Page.CountsLines", "", "Page.CountsLines", "1 test 0.95");
  check ("TestPage", "TestPage fails", "", "");
  check ("opens", "it opens", "", "");
}

static void
test_message (void)
{
  g_autoptr (Failure) failure = make_failure ("v1/test_ink.py::test_x", "BottleError",
                                              "bottle 'b-17' of the upper shelf 0x7f stays locked");
  g_autoptr (GPtrArray) issues = new_issues ();
  g_autofree char *found = NULL;
  g_autofree char *found_of_many = NULL;

  add (issues, 1, "Something else",
       "```\nE   quill.BottleError: bottle 'c-2' of the upper shelf 0x11 stays locked\n```\n");
  add (issues, 2, "Something else",
       "```\nE   quill.ShelfError: bottle 'c-2' of the upper shelf 0x11 stays locked\n```\n");
  found = dup_found (issues, failure, NULL);
  g_assert_cmpstr (found, ==, "1 message 1.00");

  for (guint i = 3; i < 10; i++)
    add (issues, i, "BottleError: bottle of the upper shelf stays locked", "");
  found_of_many = dup_found (issues, failure, NULL);
  g_assert_cmpstr (found_of_many, ==, "");
}

static void
test_cause (void)
{
  g_autoptr (Failure) failure = make_failure ("v1/test_ink.py::test_x", "AssertionError", "assert False");
  g_autoptr (GPtrArray) issues = new_issues ();
  g_autofree char *found = NULL;

  failure->cause = g_new0 (FailureCause, 1);
  failure->cause->exception = g_strdup ("BottleError");
  failure->cause->message = g_strdup ("bottle of the upper shelf stays locked");
  failure->cause->process = g_strdup ("");
  add (issues, 1, "BottleError: bottle of the upper shelf stays locked", "");
  found = dup_found (issues, failure, NULL);
  g_assert_cmpstr (found, ==, "1 message 1.00");
}

static void
test_no_test (void)
{
  g_autoptr (Failure) failure = make_failure ("", "",
                                              "the printing press was not reachable within its own deadline 12:30");
  g_autoptr (GPtrArray) issues = new_issues ();
  g_autofree char *found = NULL;

  add (issues, 1, "[CI Failure]: Page Tests - the printing press was not reachable within its deadline", "");
  add (issues, 2, "[CI Failure]: Page Tests", "");
  add (issues, 3, "[CI Failure]: Ink Tests",
       "```\nError: the printing press was not reachable within its deadline\n```\n");
  found = dup_found (issues, failure, "Page Tests");
  g_assert_cmpstr (found, ==, "1 message 1.00, 3 message 0.92");
}

static void
test_order (void)
{
  g_autoptr (Failure) failure = make_failure ("v1/test_page.py::test_render", "AssertionError", "assert False");
  g_autoptr (GPtrArray) issues = new_issues ();
  g_autofree char *found = NULL;

  for (guint i = 1; i <= 4; i++) {
    add (issues, i, "v1/test_page.py::test_render", "");
    ((TrackerIssue *) g_ptr_array_index (issues, i - 1))->is_open = FALSE;
  }
  ((TrackerIssue *) g_ptr_array_index (issues, 0))->closed_at = NOW - 29 * DAY;
  ((TrackerIssue *) g_ptr_array_index (issues, 1))->closed_at = NOW - 31 * DAY;
  ((TrackerIssue *) g_ptr_array_index (issues, 3))->closed_at = NOW - 2 * DAY;
  add (issues, 5, "v1/test_page.py", "");
  add (issues, 6, "", "v1/test_page.py::test_render");
  add (issues, 7, "v1/test_page.py::test_render", "");
  add (issues, 8, "v1/test_page.py::test_render", "");
  found = dup_found (issues, failure, NULL);
  g_assert_cmpstr (found, ==, "8 test 1.00, 7 test 1.00, 6 test 0.95, 5 file 0.60, 4 test 1.00, 1 test 1.00");
}

/* Nothing that a tracker may answer is too odd. */
static void
test_any_text (void)
{
  static const char * const pieces[] = {
    "test_page.py", "::", "test_render", "[", "]", "(", ")", "|", "\\", "/", "tests", " - ", "\n", "```", "FAILED",
    "Error: ", "\xc3\xa9", "\xe2\x9c\x97", " ", ":", "12", ".", "*", "?", "'", "BottleError: ", "page", "PASSED",
    "    ", "\r",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 3000; i++) {
    g_autoptr (GPtrArray) issues = new_issues ();
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (Failure) failure = NULL;
    g_autofree char *found = NULL;

    for (guint j = 0; j < 60; j++)
      g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
    add (issues, 1, text->str + 30, text->str);
    failure = make_failure (i % 3 > 0 ? "tests/test_page.py::test_render" : text->str, "", text->str + 10);
    found = dup_found (issues, failure, text->str);
  }
}

/* A body as long as GitHub takes it, of lines of each sort. */
static char *
make_long_body (GRand *rand,
                guint  number)
{
  GString *body = g_string_new (NULL);

  g_string_append_printf (body, "### Name of failing test\n\ntests/v%u/test_page_%u.py::test_render_%u\n\n```text\n",
                          number % 7, number, number);
  while (body->len < 64 * 1024)
    switch (g_rand_int_range (rand, 0, 4)) {
    case 0:
      g_string_append_printf (body, "FAILED tests/v1/test_%u.py::test_%u[a] - BottleError: bottle %u is on the shelf\n",
                              g_rand_int_range (rand, 0, 1000), g_rand_int_range (rand, 0, 1000), number);
      break;
    case 1:
      g_string_append (body, "E   quill.LayoutError: the margins of the last page leave no room for text\n");
      break;
    default:
      g_string_append_printf (body, "(Press pid=%u) INFO 05-07 08:11:40 [press.py:962] one more page of many\n", number);
    }

  return g_string_free (body, FALSE);
}

static void
test_speed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) issues = new_issues ();
  g_autoptr (KnownIndex) index = NULL;
  guint n_issues = g_test_perf () ? 1000 : 100;
  clock_t started;
  clock_t made;

  for (guint i = 0; i < n_issues; i++) {
    g_autofree char *body = make_long_body (rand, i);

    add (issues, i, "[CI Failure]: Page Tests - tests/v1/test_page\\.py::test_(a|b|c)", body);
  }
  started = clock ();
  index = known_index_new (issues, NOW);
  made = clock ();
  for (guint i = 0; i < 100; i++) {
    g_autofree char *test = g_strdup_printf ("tests/v%u/test_page_%u.py::test_render_%u[x]", i % 7, i, i);
    g_autoptr (Failure) failure = make_failure (test, "LayoutError",
                                                "the margins of the last page leave no room for text");
    g_autoptr (GPtrArray) all = known_index_look_up (index, failure, "Page Tests");
    const KnownIssue *first = g_ptr_array_index (all, 0);

    g_assert_cmpint (first->issue->number, ==, i);
    g_assert_cmpint (first->match, ==, KNOWN_MATCH_TEST);
  }
  g_test_message ("%u issues of 64 kB ready in %.2f s of the processor, 100 failures looked up in %.2f s", n_issues,
                  (double) (made - started) / CLOCKS_PER_SEC, (double) (clock () - made) / CLOCKS_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/known-match/title", test_title);
  g_test_add_func ("/net/known-match/body", test_body);
  g_test_add_func ("/net/known-match/other-runners", test_other_runners);
  g_test_add_func ("/net/known-match/message", test_message);
  g_test_add_func ("/net/known-match/cause", test_cause);
  g_test_add_func ("/net/known-match/no-test", test_no_test);
  g_test_add_func ("/net/known-match/order", test_order);
  g_test_add_func ("/net/known-match/any-text", test_any_text);
  g_test_add_func ("/net/known-match/speed", test_speed);

  return g_test_run ();
}
