/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "lines.h"

#define DIED(message) \
  "Traceback (most recent call last):\n  File \"server.py\", line 9, in <module>\n    main()\n" message "\n"
#define REFUSED(test) \
  "=== RUN   " test "\n    a_test.go:9: dial tcp 127.0.0.1:80: connect: connection refused\n" \
  "--- FAIL: " test " (0.01s)\n"

/* Line of the cause of failure number INDEX in TEXT, or 0. */
static gint64
get_line (const char *text,
          guint       index)
{
  g_autoptr (Findings) findings = find_in (text);
  const FailureCause *cause = get_failure (findings, index)->cause;

  return cause != NULL ? cause->line : 0;
}

/* What ended last above the test. */
static void
test_above (void)
{
  g_assert_cmpint (get_line (DIED ("ValueError: no shelf") REFUSED ("TestA") "FAIL\n", 0), ==, 4);
  g_assert_cmpint (get_line (DIED ("ValueError: no shelf") DIED ("ValueError: no page")
                             REFUSED ("TestA") "FAIL\n", 0), ==, 8);
}

/* Of several processes that go down with each other it is the first. */
static void
test_row (void)
{
  g_assert_cmpint (get_line ("thread 'main' panicked at src/main.rs:3:5:\nno shelf\n"
                             DIED ("ValueError: the child is gone")
                             REFUSED ("TestA") "FAIL\n", 0), ==, 2);
}

/* A test that passed meant it to end; one that failed did not. */
static void
test_other_tests (void)
{
  g_assert_cmpint (get_line ("=== RUN   TestA\n" DIED ("ValueError: no shelf") "--- PASS: TestA (0.01s)\n"
                             REFUSED ("TestB") "FAIL\n", 0), ==, 0);
  g_assert_cmpint (get_line ("=== RUN   TestA\n" DIED ("ValueError: no shelf")
                             "    a_test.go:9: connection refused\n--- FAIL: TestA (0.01s)\n"
                             REFUSED ("TestB") "FAIL\n", 1), ==, 5);
}

/* Of another process's log below the first counts; what the test's own process says there comes too late. */
static void
test_below (void)
{
  g_assert_cmpint (get_line (REFUSED ("TestA") "FAIL\n" DIED ("ValueError: no shelf"), 0), ==, 0);
  g_assert_cmpint (get_line (REFUSED ("TestA") "FAIL\n"
                             "api-1  | Traceback (most recent call last):\n"
                             "api-1  |   File \"server.py\", line 9, in <module>\n"
                             "api-1  | ValueError: no shelf\n", 0), ==, 7);
}

static void
append_died (GString    *text,
             guint       pid,
             const char *message)
{
  g_string_append_printf (text, "(EngineCore pid=%u) Traceback (most recent call last):\n"
                          "(EngineCore pid=%u)   File \"a.py\", line 1, in <module>\n"
                          "(EngineCore pid=%u) %s\n", pid, pid, pid, message);
}

/* Thousands of processes that ended since another did, which hundreds of tests may follow from: the one that says
 * why is found. */
static void
test_many_below (void)
{
  g_autoptr (GString) text = g_string_new ("== test session starts ==\n== short test summary info ==\n");
  g_autoptr (Findings) findings = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "FAILED a.py::t%u - EngineDeadError: EngineCore encountered an issue.\n", i);
  g_string_append (text, "== 200 failed in 1s ==\n");
  for (guint i = 0; i < 4000; i++) {
    g_autofree char *message = g_strdup_printf ("EngineDeadError: EngineCore encountered an issue. %u", i + 1000);

    append_died (text, i, message);
  }
  append_died (text, 4000, "ValueError: no shelf");
  findings = find_in (text->str);

  g_assert_cmpuint (findings->failures->len, >=, 200);
  for (guint i = 0; i < 200; i++) {
    g_assert_cmpstr (get_failure (findings, i)->runner, ==, "pytest");
    g_assert_nonnull (get_failure (findings, i)->cause);
    g_assert_cmpstr (get_failure (findings, i)->cause->message, ==, "no shelf");
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/causes/above", test_above);
  g_test_add_func ("/failures/causes/row", test_row);
  g_test_add_func ("/failures/causes/other-tests", test_other_tests);
  g_test_add_func ("/failures/causes/below", test_below);
  g_test_add_func ("/failures/causes/many-below", test_many_below);

  return g_test_run ();
}
