/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "checker.h"
#include "gathering.h"

static void
failure_destroy (gpointer failure)
{
  failure_free (failure);
}

static Gathering
make_gathering (Checker   *checker,
                GPtrArray *causes)
{
  g_ptr_array_add (causes, checker->runner);

  return (Gathering) {
    .run = checker->run,
    .causes = causes,
    .raised = traces_get (checker->traces),
    .match = checker->match,
    .failures = g_ptr_array_new_with_free_func (failure_destroy),
    .places = g_hash_table_new (g_str_hash, g_str_equal),
  };
}

static void
clear_gathering (Gathering *gathering)
{
  g_hash_table_unref (gathering->places);
  g_ptr_array_unref (gathering->failures);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gathering, clear_gathering)

/* A failure is found again by its test's name, and a later one takes its place. */
static void
test_places (void)
{
  g_autoptr (Checker) checker = checker_new ();
  g_autoptr (GPtrArray) causes = g_ptr_array_new ();
  g_auto (Gathering) gathering = make_gathering (checker, causes);
  Failure *first = gathering_add (&gathering, FAILURE_ERROR, "x::one", 3);
  const Failure *second;

  g_assert_cmpstr (first->runner, ==, "checker");
  g_assert_cmpint (first->first_line, ==, 3);
  g_assert_cmpint (first->last_line, ==, 3);
  g_assert_cmpint (first->kind, ==, FAILURE_ERROR);
  gathering_keep (&gathering);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (gathering.places, "x::one")), ==, 1);

  second = gathering_add (&gathering, FAILURE_FAILED, "x::one", 9);
  gathering_replace (&gathering, 0);
  g_assert_cmpuint (gathering.failures->len, ==, 1);
  g_assert_true (g_ptr_array_index (gathering.failures, 0) == second);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (gathering.places, "x::one")), ==, 1);
}

/* The message's own class goes before what the report says. */
static void
test_exception (void)
{
  static const struct { const char *message; const char *other; const char *exception; } cases[] = {
    { "OSError: gone", "ValueError", "OSError" },
    { "gone", "ValueError", "ValueError" },
    { "gone", NULL, "" },
  };
  g_autoptr (Checker) checker = checker_new ();
  g_autoptr (GPtrArray) causes = g_ptr_array_new ();
  g_auto (Gathering) gathering = make_gathering (checker, causes);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Failure *failure = gathering_add (&gathering, FAILURE_FAILED, "", 1);

    own_string_set (&failure->message, cases[i].message);
    gathering_set_exception (&gathering, failure, cases[i].other);
    g_assert_cmpstr (failure->exception, ==, cases[i].exception);
  }
}

static void
test_cause (void)
{
  static const struct { const char *message; gboolean echo; gboolean lasting; gint64 line; } cases[] = {
    { "it died elsewhere", TRUE, TRUE, 3 },
    { "it did not start", TRUE, FALSE, 3 },
    { "1 is not 2", FALSE, FALSE, 0 },
  };
  g_autoptr (Checker) checker = checker_new ();
  g_autoptr (GPtrArray) causes = g_ptr_array_new ();
  g_auto (Gathering) gathering = make_gathering (checker, causes);
  LineRange around = { 1, 3 }, below = { 4, 9 };

  checker_push (checker, "(one) Traceback\n(one)  File x\n(one) KeyError: 'the root of it'\n");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Failure *failure = gathering_add (&gathering, FAILURE_FAILED, "", 9);

    own_string_set (&failure->message, cases[i].message);
    g_assert_cmpint (gathering_is_echo (&gathering, failure), ==, cases[i].echo);
    g_assert_cmpint (gathering_is_lasting (&gathering, failure), ==, cases[i].lasting);
    gathering_find_cause (&gathering, failure, &below, 1);
    g_assert_null (failure->cause);
    gathering_find_cause (&gathering, failure, &around, 1);
    g_assert_cmpint (failure->cause != NULL ? failure->cause->line : 0, ==, cases[i].line);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/gathering/places", test_places);
  g_test_add_func ("/failures/gathering/exception", test_exception);
  g_test_add_func ("/failures/gathering/cause", test_cause);

  return g_test_run ();
}
