/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "failures-text.h"
#include "test-run-failures.h"

static void
failure_destroy (gpointer failure)
{
  failure_free (failure);
}

GPtrArray *
get_failures_of (Checker  *checker,
                 gboolean  complete)
{
  GPtrArray *failures = g_ptr_array_new_with_free_func (failure_destroy);
  g_autoptr (GPtrArray) causes = g_ptr_array_new ();

  g_ptr_array_add (causes, checker->runner);
  test_run_add_failures (checker->run, complete, causes, traces_get (checker->traces),
                         checker->match, failures);

  return failures;
}

char *
dup_failures_text (GPtrArray *failures)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < failures->len; i++) {
    const Failure *failure = g_ptr_array_index (failures, i);

    g_assert_cmpstr (failure->runner, ==, "checker");
    g_assert_cmpint (failure->exit_status, ==, -1);
    g_string_append_printf (string, "%s “%s” “%s” “%s” %d: %d-%d%s\n",
                            failure_kind_to_string (failure->kind), failure->test,
                            failure->exception, failure->message, (int) failure->line,
                            (int) failure->first_line, (int) failure->last_line,
                            failure->flaky ? " flaky" : "");
    if (failure->cause != NULL)
      g_string_append_printf (string, "  from “%s” “%s” “%s” %d: %d-%d\n",
                              failure->cause->process, failure->cause->exception,
                              failure->cause->message, (int) failure->cause->line,
                              (int) failure->cause->first_line, (int) failure->cause->last_line);
  }

  return g_string_free (string, FALSE);
}

void
check_failures (const FailureCase *cases,
                guint              n_cases)
{
  for (guint i = 0; i < n_cases; i++) {
    g_autoptr (Checker) checker = checker_new ();
    g_autoptr (GPtrArray) failures = NULL;
    g_autofree char *found = NULL;

    g_test_message ("%s", cases[i].text);
    checker_push (checker, cases[i].text);
    failures = get_failures_of (checker, !cases[i].incomplete);
    found = dup_failures_text (failures);
    g_assert_cmpstr (found, ==, cases[i].expected);
  }
}
