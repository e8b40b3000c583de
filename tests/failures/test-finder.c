/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "lines.h"
#include "own-rules.h"

static void
test_exit (void)
{
  g_autoptr (Findings) findings =
    find_in ("one\n"
             "^^^ +++\n"
             "🚨 Error: The command exited with status 1\n"
             "^^^ +++\n"
             "user command error: exit status 1\n");
  LineRange ending = g_array_index (findings->endings, LineRange, 0);

  g_assert_cmpuint (findings->failures->len, ==, 1);
  check_failure (findings, 0, "exit", "", "", "The command exited with status 1");
  check_lines (findings, 0, 3, 1, 3);
  g_assert_cmpint (get_failure (findings, 0)->exit_status, ==, 1);
  g_assert_cmpstr (get_failure (findings, 0)->runner, ==, "buildkite");
  g_assert_cmpuint (findings->endings->len, ==, 1);
  g_assert_cmpint (ending.first, ==, 2);
  g_assert_cmpint (ending.last, ==, 5);
  g_assert_cmpuint (findings->runners->len, ==, 0);
}

static void
test_statuses (void)
{
  static const struct {
    const char *line;
    const char *kind;
    int         status;
  } exits[] = {
    { "🚨 Error: The command exited with status 139\n", "crash", 139 },
    { "🚨 Error: The command exited with status 124\n", "timeout", 124 },
    { "🚨 Error: The command exited with status -1\n", "infra", -1 },
    { "user command error: The plugin docker command hook exited with status 4\n", "exit", 4 },
    { "🚨 Error: The plugin docker command hook exited with status 5\n", "exit", 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (exits); i++) {
    g_autoptr (Findings) findings = find_in (exits[i].line);

    g_assert_cmpuint (findings->failures->len, ==, 1);
    g_assert_cmpstr (failure_kind_to_string (get_failure (findings, 0)->kind), ==, exits[i].kind);
    g_assert_cmpint (get_failure (findings, 0)->exit_status, ==, exits[i].status);
  }
}

/* An exit status counts where nothing else failed, and only once the log has ended. */
static void
test_exit_last (void)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Rules) rules = rules_load (warnings);
  g_autoptr (Findings) with_test =
    find_in_rules (rules, "FAILED x.py::t - assert 0\n"
                          "🚨 Error: The command exited with status 1\n", TRUE);
  g_autoptr (Findings) early =
    find_in_rules (rules, "🚨 Error: The command exited with status 1\n", FALSE);
  g_autoptr (Findings) good =
    find_in_rules (rules, "🚨 Error: The command exited with status 0\n", TRUE);

  g_assert_cmpuint (with_test->failures->len, ==, 1);
  g_assert_cmpstr (get_failure (with_test, 0)->test, ==, "x.py::t");
  g_assert_cmpuint (early->failures->len, ==, 0);
  g_assert_cmpuint (good->failures->len, ==, 0);
}

/* Findings may be asked for at any time, and are the same while nothing new comes. */
static void
test_any_time (void)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Rules) rules = rules_load (warnings);
  g_autoptr (Finder) finder = finder_new (rules);
  g_autoptr (Findings) none = finder_get_findings (finder, FALSE);
  g_autoptr (Findings) one = NULL;
  g_autoptr (Findings) same = NULL;
  g_autoptr (Findings) complete = NULL;

  finder_push (finder, "FAILED x.py::t - assert 0", 25, 1);
  one = finder_get_findings (finder, FALSE);
  finder_push (finder, "", 0, 2);
  same = finder_get_findings (finder, FALSE);
  complete = finder_get_findings (finder, TRUE);
  g_assert_cmpuint (none->failures->len, ==, 0);
  g_assert_cmpuint (one->failures->len, ==, 1);
  g_assert_true (one == same);
  g_assert_cmpuint (complete->failures->len, ==, 1);
}

/* The first of a runner's rules that fits a line counts, whatever another runner has for it. */
static void
test_first_rule (void)
{
  const char *both = "lines:\n"
                     "  - { is: failure, weight: error, has: 'KO' }\n"
                     "  - { is: nothing, has: 'fine' }\n";
  g_autofree char *with_other = g_strconcat (both, "---\n",
                                             "lines:\n"
                                             "  - { is: nothing, has: 'KO', matches: '^never' }\n",
                                             NULL);

  own_rules_check (both, "KO fine\n", "failed “”  “KO fine” 1 1-1\n");
  own_rules_check (with_other, "KO fine\n", "failed “”  “KO fine” 1 1-1\n");
}

/* GCC's drivers end with the same words, whatever they compile. */
static void
test_any_compiler (void)
{
  g_autoptr (Findings) findings = find_in ("words\ncompilation terminated.\n");

  g_assert_cmpuint (findings->failures->len, ==, 1);
  g_assert_cmpstr (get_failure (findings, 0)->runner, ==, "compiler");
}

/* GitHub's runner came from Azure's agent, and shares its words. */
static void
test_same_words (void)
{
  g_autoptr (Findings) github = find_in ("cc page.c\nError: The operation was canceled.\n");
  g_autoptr (Findings) azure = find_in ("cc page.c\nError: The agent has received a shutdown signal.\n");

  g_assert_cmpstr (get_failure (github, 0)->runner, ==, "github");
  g_assert_cmpstr (get_failure (azure, 0)->runner, ==, "azure");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/finder/exit", test_exit);
  g_test_add_func ("/failures/finder/any-compiler", test_any_compiler);
  g_test_add_func ("/failures/finder/same-words", test_same_words);
  g_test_add_func ("/failures/finder/statuses", test_statuses);
  g_test_add_func ("/failures/finder/exit-last", test_exit_last);
  g_test_add_func ("/failures/finder/any-time", test_any_time);
  g_test_add_func ("/failures/finder/first-rule", test_first_rule);

  return g_test_run ();
}
