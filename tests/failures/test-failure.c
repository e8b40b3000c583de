/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "failure.h"

typedef struct {
  const char *test;
  const char *message;
  const char *name;
  const char *file;
} Names;

static void
test_names (void)
{
  static const Names names[] = {
    { "a/test_b.py::test_c", "", "test_c", "a/test_b.py" },
    { "test_b.py::TestD::test_c[x::y]", "", "test_c[x::y]", "test_b.py" },
    { "tests/test_b.py", "", "tests/test_b.py", "tests/test_b.py" },
    { "", "exited with status 1", "exited with status 1", "" },
    { "suite", "", "suite", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (Failure) failure = failure_new ();
    g_autofree char *name = NULL;
    g_autofree char *file = NULL;

    g_free (failure->test);
    g_free (failure->message);
    failure->test = g_strdup (names[i].test);
    failure->message = g_strdup (names[i].message);
    name = failure_dup_short_name (failure);
    file = failure_dup_file (failure);
    g_assert_cmpstr (name, ==, names[i].name);
    g_assert_cmpstr (file, ==, names[i].file);
  }
}

static void
test_copy (void)
{
  g_autoptr (Failure) failure = failure_new ();
  g_autoptr (Failure) copy = NULL;

  failure->line = 7;
  failure->cause = g_new0 (FailureCause, 1);
  failure->cause->exception = g_strdup ("ValueError");
  failure->cause->message = g_strdup ("no");
  failure->cause->process = g_strdup ("pid=1");
  copy = failure_copy (failure);
  g_assert_cmpint (copy->line, ==, 7);
  g_assert_cmpint (copy->exit_status, ==, -1);
  g_assert_cmpstr (copy->cause->exception, ==, "ValueError");
  g_assert_true (copy->cause->message != failure->cause->message);
}

static void
test_kinds (void)
{
  FailureKind kind;

  for (guint i = FAILURE_FAILED; i <= FAILURE_EXIT; i++) {
    g_assert_true (failure_kind_from_string (failure_kind_to_string (i), &kind));
    g_assert_cmpuint (kind, ==, i);
  }
  g_assert_false (failure_kind_from_string ("unlucky", &kind));
  g_assert_false (failure_kind_from_string (NULL, &kind));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/failure/names", test_names);
  g_test_add_func ("/failures/failure/copy", test_copy);
  g_test_add_func ("/failures/failure/kinds", test_kinds);

  return g_test_run ();
}
