/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "lines.h"

#define STARTS  "============ test session starts ============\n"
#define SUMMARY "============ short test summary info ============\n"

static void
test_session (void)
{
  g_autoptr (Findings) findings =
    find_in (STARTS
             "a/test_x.py::test_one FAILED      [ 33%]\n"
             "a/test_x.py::test_two PASSED      [ 66%]\n"
             "a/test_x.py::TestA::test_three ERROR [100%]\n"
             "===== ERRORS =====\n"
             "____ ERROR at setup of TestA.test_three ____\n"
             "\n"
             "E       OSError: no disk\n"
             "\n"
             "a/test_x.py:9: OSError\n"
             "===== FAILURES =====\n"
             "____ test_one ____\n"
             "\n"
             ">   assert f ()\n"
             "E   assert False\n"
             "E    +  where False = f ()\n"
             "\n"
             "a/test_x.py:3: AssertionError\n"
             "---- Captured stdout call ----\n"
             "E   ValueError: printed\n"
             "FAILED to open the door\n"
             SUMMARY
             "FAILED a/test_x.py::test_one - assert False\n"
             " +  where False = f ()\n"
             "ERROR a/test_x.py::TestA::test_three - OSError: no disk\n"
             "==== 1 failed, 1 passed, 1 error in 0.12s ====\n");
  LineRange summary;

  g_assert_cmpuint (findings->failures->len, ==, 2);
  check_failure (findings, 0, "failed", "a/test_x.py::test_one", "AssertionError", "assert False");
  check_lines (findings, 0, 23, 12, 23);
  check_failure (findings, 1, "error", "a/test_x.py::TestA::test_three", "OSError",
                 "OSError: no disk");
  check_lines (findings, 1, 25, 6, 10);
  g_assert_cmpint (findings->claimed, ==, 2);
  g_assert_cmpuint (findings->passed->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (findings->passed, 0), ==, "a/test_x.py::test_two");
  g_assert_cmpstr (g_ptr_array_index (findings->runners, 0), ==, "pytest");
  g_assert_cmpuint (findings->summaries->len, ==, 1);
  summary = g_array_index (findings->summaries, LineRange, 0);
  g_assert_cmpint (summary.first, ==, 22);
  g_assert_cmpint (summary.last, ==, 26);
}

typedef struct {
  const char *line;
  const char *kind;
  const char *test;
  const char *exception;
  const char *message;
} Item;

static void
test_items (void)
{
  static const Item items[] = {
    { "FAILED x.py::t[a b-c] - ValueError: no", "failed", "x.py::t[a b-c]", "ValueError",
      "ValueError: no" },
    { "FAILED x.py::t[[1, 2]] - mod.sub.MyError: a - b", "failed", "x.py::t[[1, 2]]", "MyError",
      "mod.sub.MyError: a - b" },
    { "FAILED x.py::T::t", "failed", "x.py::T::t", "", "" },
    { "FAILED sub dir/x.py::t - KeyError", "failed", "sub dir/x.py::t", "KeyError", "KeyError" },
    { "FAILED x.py::t - Failed: Timeout >5.0s", "failed", "x.py::t", "Failed",
      "Failed: Timeout >5.0s" },
    { "FAILED x.py::t - ray.exceptions.RayTaskError(RuntimeError): ray::f", "failed", "x.py::t",
      "RayTaskError", "ray.exceptions.RayTaskError(RuntimeError): ray::f" },
    { "ERROR x.py - ImportError: cannot import name 'a'", "error", "x.py", "ImportError",
      "ImportError: cannot import name 'a'" },
    { "ERROR x.py::t[p] - fixture 'f' not found", "error", "x.py::t[p]", "",
      "fixture 'f' not found" },
    { "ERROR sub/x.py", "error", "sub/x.py", "", "" },
    { "SUBFAIL x.py::t - assert 1 == 2", "failed", "x.py::t", "", "assert 1 == 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
    g_autofree char *text = g_strconcat (STARTS SUMMARY, items[i].line, "\n", NULL);
    g_autoptr (Findings) findings = find_in (text);

    g_test_message ("%s", items[i].line);
    g_assert_cmpuint (findings->failures->len, ==, 1);
    check_failure (findings, 0, items[i].kind, items[i].test, items[i].exception,
                   items[i].message);
  }
}

/* What looks like failures and is none. */
static void
test_no_failures (void)
{
  static const char * const texts[] = {
    STARTS "x.py::t FAILED to connect, trying again\nx.py::t PASSED\n== 1 passed in 0.1s ==\n",
    STARTS "x.py::t PASSED\n" SUMMARY "XFAIL x.py::u - why\nXPASS x.py::v\n"
      "SKIPPED [1] x.py:3: why\nRERUN x.py::w\nPASSED x.py::t\n"
      "== 1 passed, 1 skipped, 1 xfailed, 1 xpassed, 1 rerun, 2 warnings in 0.1s ==\n",
    STARTS "x.py::t RERUN\nx.py::t PASSED\n==== RERUNS ====\n____ test_t ____\nE   assert 0\n"
      "== 1 passed, 1 rerun in 0.1s ==\n",
    STARTS "== warnings summary ==\nx.py::t\n  x.py:3: UserWarning: FAILED x.py::t\n"
      "== 1 passed, 1 warning in 0.1s ==\nE   \n",
    STARTS "x.py::t \nTraceback (most recent call last):\n  File \"a.py\", line 1, in <module>\n"
      "ValueError: caught\nPASSED\n== 1 passed in 0.1s ==\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (Findings) findings = find_in (texts[i]);

    g_test_message ("%s", texts[i]);
    g_assert_cmpuint (findings->failures->len, ==, 0);
    g_assert_cmpint (findings->claimed, <=, 0);
  }
}

/* pytest-subtests: which of them failed stands in the heading alone. */
static void
test_subtests (void)
{
  g_autoptr (Findings) findings =
    find_in (STARTS "x.py::T::test_a SUBFAIL [ 50%]\nx.py::T::test_a PASSED [ 50%]\n"
             "==== FAILURES ====\n____ T.test_a [size] (i=1) ____\nE   AssertionError: 1 == 1\n"
             "x.py:3: AssertionError\n____ test_b[c d] (i=[2]) ____\nE   assert 0\n"
             SUMMARY "SUBFAIL x.py::T::test_a - AssertionError: 1 == 1\n"
             "SUBFAIL x.py::test_b[c d] - assert 0\n== 2 failed, 1 passed in 1.0s ==\n");

  g_assert_cmpuint (findings->failures->len, ==, 2);
  check_failure (findings, 0, "failed", "x.py::T::test_a", "AssertionError", "AssertionError: 1 == 1");
  check_lines (findings, 0, 11, 5, 7);
  check_failure (findings, 1, "failed", "x.py::test_b[c d]", "", "assert 0");
  check_lines (findings, 1, 12, 8, 12);
}

/* Words that pytest writes, too, in lines that are not its own. */
static void
test_other_words (void)
{
  g_autoptr (Findings) findings =
    find_in ("ERROR: 0 errors\nFAILED\nError calling the API:\n"
             "FAILED tests/Util\nFAILED tests/InstallerTest.php\nERROR tests/a.py\n");

  for (guint i = 0; i < findings->failures->len; i++)
    g_assert_cmpstr (get_failure (findings, i)->runner, !=, "pytest");
}

/* The heading of its report tells where a test's name ends. */
static void
test_hostile_parameters (void)
{
  g_autoptr (Findings) findings =
    find_in (STARTS
             "===== FAILURES =====\n"
             "____ test_t[p] - q] ____\n"
             "E   KeyError: 1\n"
             SUMMARY
             "FAILED x.py::test_t[p] - q] - KeyError: 1\n");

  g_assert_cmpuint (findings->failures->len, ==, 1);
  check_failure (findings, 0, "failed", "x.py::test_t[p] - q]", "KeyError", "KeyError: 1");
  check_lines (findings, 0, 6, 3, 6);
}

static void
test_cut_message (void)
{
  g_autoptr (Findings) findings =
    find_in (STARTS
             "===== FAILURES =====\n"
             "____ test_t ____\n"
             "E   RuntimeError: a very long message\n"
             "E     that goes on\n"
             "\n"
             "x.py:3: RuntimeError\n"
             SUMMARY
             "FAILED x.py::test_t - RuntimeError: a ver...\n");

  check_failure (findings, 0, "failed", "x.py::test_t", "RuntimeError",
                 "RuntimeError: a very long message");
}

static void
test_no_summary (void)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Rules) rules = rules_load (warnings);
  const char *text = STARTS
                     "a/x.py::TestA::test_t FAILED\n"
                     "a/x.py::test_u FAILED\n"
                     "a/x.py::test_v \n"
                     "printed\n"
                     "FAILED [ 90%]\n"
                     "===== FAILURES =====\n"
                     "____ TestA.test_t ____\n"
                     "E   KeyError: 1\n"
                     "\n"
                     "a/x.py:3: KeyError\n";
  g_autoptr (Findings) findings = find_in_rules (rules, text, TRUE);
  g_autoptr (Findings) early = find_in_rules (rules, text, FALSE);

  g_assert_cmpuint (early->failures->len, ==, 0);
  g_assert_cmpuint (findings->failures->len, ==, 3);
  check_failure (findings, 0, "failed", "a/x.py::TestA::test_t", "KeyError", "KeyError: 1");
  check_lines (findings, 0, 9, 8, 11);
  check_failure (findings, 1, "failed", "a/x.py::test_u", "", "");
  check_lines (findings, 1, 3, 3, 3);
  check_failure (findings, 2, "failed", "a/x.py::test_v", "", "");
  check_lines (findings, 2, 6, 6, 6);
}

/* A log that starts within a report. */
static void
test_cut_start (void)
{
  g_autoptr (Findings) findings =
    find_in (">   from . import x\n"
             "E   ImportError: no x\n"
             "\n"
             "a/b.py:3: ImportError\n"
             "____ test_u ____\n"
             "E   assert 0\n"
             SUMMARY
             "FAILED t.py::test_t - ImportError: no x\n"
             "FAILED t.py::test_u - assert 0\n"
             "== 2 failed in 0.1s ==\n");

  g_assert_cmpuint (findings->failures->len, ==, 2);
  check_lines (findings, 0, 8, 1, 4);
  check_lines (findings, 1, 9, 5, 9);
}

static void
test_sessions (void)
{
  g_autoptr (Findings) findings =
    find_in (STARTS SUMMARY "FAILED x.py::t - assert 0\n== 1 failed in 1.0s ==\n"
             STARTS SUMMARY "FAILED y.py::u - assert 1 == 2\nFAILED x.py::t - assert 3 == 4\n"
             "== 2 failed in 1.0s (0:00:01) ==\n");

  g_assert_cmpuint (findings->failures->len, ==, 2);
  check_failure (findings, 0, "failed", "x.py::t", "", "assert 3 == 4");
  check_failure (findings, 1, "failed", "y.py::u", "", "assert 1 == 2");
  g_assert_cmpint (findings->claimed, ==, 2);
  g_assert_cmpuint (findings->summaries->len, ==, 2);
}

/* Failed, and went wrong again in its teardown: one test, and what it failed with. */
static void
test_both (void)
{
  g_autoptr (Findings) findings =
    find_in (STARTS
             "==== ERRORS ====\n____ ERROR at teardown of test_t ____\nE   OSError: gone\n"
             "==== FAILURES ====\n____ test_t ____\nE   assert 0\n"
             SUMMARY "ERROR x.py::test_t - OSError: gone\nFAILED x.py::test_t - assert 0\n"
             "== 1 failed, 1 error in 1.0s ==\n");

  g_assert_cmpuint (findings->failures->len, ==, 1);
  check_failure (findings, 0, "failed", "x.py::test_t", "", "assert 0");
  check_lines (findings, 0, 10, 6, 10);
  g_assert_cmpint (findings->claimed, ==, 1);
}

static void
test_crash (void)
{
  g_autoptr (Findings) findings =
    find_in (STARTS "x.py::t PASSED\nx.py::u \nFatal Python error: Segmentation fault\n"
             "🚨 Error: The command exited with status 139\n");

  g_assert_cmpuint (findings->failures->len, ==, 1);
  check_failure (findings, 0, "crash", "x.py::u", "", "Segmentation fault");
}

/* Names without end, messages without end, failures without end. */
static void
test_hostile (void)
{
  g_autoptr (GString) text = g_string_new (STARTS SUMMARY);
  g_autofree char *long_words = g_strnfill (100000, 'x');
  g_autoptr (Findings) findings = NULL;

  g_string_append_printf (text, "FAILED %s.py::t - %s\n", long_words, long_words);
  g_string_append_printf (text, "FAILED x.py::t - %s\n", long_words);
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "FAILED x.py::t[%u] - assert 0\n", i);
  findings = find_in (text->str);
  g_assert_cmpuint (findings->failures->len + findings->left_out, ==, 5002);
  g_assert_cmpuint (findings->failures->len, ==, 2000);
  for (guint i = 0; i < findings->failures->len; i++) {
    g_assert_cmpuint (strlen (get_failure (findings, i)->test), <=, 2048);
    g_assert_cmpuint (strlen (get_failure (findings, i)->message), <=, 4096);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/pytest/session", test_session);
  g_test_add_func ("/failures/pytest/items", test_items);
  g_test_add_func ("/failures/pytest/no-failures", test_no_failures);
  g_test_add_func ("/failures/pytest/subtests", test_subtests);
  g_test_add_func ("/failures/pytest/other-words", test_other_words);
  g_test_add_func ("/failures/pytest/hostile-parameters", test_hostile_parameters);
  g_test_add_func ("/failures/pytest/cut-message", test_cut_message);
  g_test_add_func ("/failures/pytest/no-summary", test_no_summary);
  g_test_add_func ("/failures/pytest/cut-start", test_cut_start);
  g_test_add_func ("/failures/pytest/sessions", test_sessions);
  g_test_add_func ("/failures/pytest/both", test_both);
  g_test_add_func ("/failures/pytest/crash", test_crash);
  g_test_add_func ("/failures/pytest/hostile", test_hostile);

  return g_test_run ();
}
