/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "history-text.h"

static HistoryFinding *
make_finding (HistoryKind kind,
              guint       n_failed_since,
              guint       n_runs_since,
              guint       n_failed,
              guint       n_runs)
{
  HistoryFinding *finding = history_finding_new ("Page Tests", "tests/test_page.py::test_render", "main");
  HistoryResult result = {
    .kind = kind, .is_flaky = kind == HISTORY_FLAKE, .n_runs = n_runs, .n_failed = n_failed,
    .n_runs_since = n_runs_since, .n_failed_since = n_failed_since,
  };

  history_finding_set_runs (finding, &result);

  return finding;
}

static void
check_sentence (HistoryKind  kind,
                guint        n_failed_since,
                guint        n_runs_since,
                guint        n_failed,
                guint        n_runs,
                const char  *expected)
{
  g_autoptr (HistoryFinding) finding = make_finding (kind, n_failed_since, n_runs_since, n_failed, n_runs);
  g_autofree char *sentence = history_text_dup_sentence (finding);

  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_sentence (void)
{
  check_sentence (HISTORY_BREAK, 10, 10, 10, 22,
                  "Failed in 10 of 10 runs since, in 0 of 12 before: a break, not a flake.");
  check_sentence (HISTORY_FLAKE, 6, 9, 6, 11, "Failed in 6 of 11 runs, on and off: a flake.");
  check_sentence (HISTORY_PASSES, 0, 0, 0, 8, "Passed in all 8 runs.");
  check_sentence (HISTORY_PASSES, 0, 0, 2, 8, "Failed in 2 of 8 runs, and passes since.");
  check_sentence (HISTORY_ALWAYS, 8, 8, 8, 8, "Failed in all 8 runs.");
  check_sentence (HISTORY_UNKNOWN, 1, 1, 1, 9,
                  "Failed in 1 of 1 run since, in 0 of 8 before: too early to tell a break from a flake.");
  check_sentence (HISTORY_UNKNOWN, 1, 1, 1, 1, "Failed in 1 of 1 run: too few to tell.");
  check_sentence (HISTORY_UNKNOWN, 0, 0, 0, 0, "No run was seen.");
}

static void
check_verdict (HistoryKind  kind,
               Verdict      verdict,
               gint64       first_bad,
               const char  *expected)
{
  g_autoptr (HistoryFinding) finding = make_finding (kind, 4, 9, 4, 20);
  g_autofree char *words = NULL;

  finding->verdict = verdict;
  finding->last_good = history_build_new (first_bad - 1, "", "", 0);
  finding->first_bad = history_build_new (first_bad, "", "", 0);
  words = history_text_dup_verdict (finding);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_verdict (void)
{
  check_verdict (HISTORY_BREAK, VERDICT_BROKEN_ON_MAIN, 64437, "Broken on main since #64437");
  check_verdict (HISTORY_BREAK, VERDICT_BROKEN_ON_MAIN, 0, "Broken on main");
  check_verdict (HISTORY_PASSES, VERDICT_BROKEN_ON_MAIN, 0,
                 "Was broken on main where this started from, and passes there by now");
  check_verdict (HISTORY_FLAKE, VERDICT_FLAKY_ON_MAIN, 1, "Flaky on main: failed in 4 of 20 runs");
  check_verdict (HISTORY_PASSES, VERDICT_PASSES_ON_MAIN, 0, "Passes on main, so look at your change");
  check_verdict (HISTORY_UNKNOWN, VERDICT_UNKNOWN, 0, "Not known whether it fails on main, too");
}

static void
test_between (void)
{
  g_autoptr (HistoryFinding) finding = make_finding (HISTORY_BREAK, 4, 9, 4, 20);
  g_autofree char *nothing = history_text_dup_between (finding);
  g_autofree char *between = NULL;
  g_autofree char *verdict = NULL;
  g_autofree char *markdown = NULL;

  g_assert_null (nothing);
  finding->n_between = 12;
  finding->verdict = VERDICT_BROKEN_ON_MAIN;
  finding->first_bad = history_build_new (64437, "", "", 0);
  finding->last_good = history_build_new (64412, "", "", 0);
  g_free (finding->compare_url);
  finding->compare_url = g_strdup ("https://quill.example/compare/a...b");
  between = history_text_dup_between (finding);
  verdict = history_text_dup_verdict (finding);
  markdown = history_text_dup_markdown (finding);
  g_assert_cmpstr (between, ==, "12 builds between were not looked at");
  g_assert_cmpstr (verdict, ==, "Broken on main since #64437 or before");
  g_assert_nonnull (strstr (markdown, "; 12 builds of it not looked at\n"));
}

static Suspect *
make_suspect (gint64         number,
              const char    *title,
              const char    *author,
              SuspectReason  reason,
              const char    *detail)
{
  g_autofree char *url = g_strdup_printf ("https://quill.example/pull/%d", (int) number);
  Suspect *suspect = g_new0 (Suspect, 1);

  suspect->pull = pull_new (number, title, author, url, NULL);
  suspect->reason = reason;
  suspect->detail = g_strdup (detail);

  return suspect;
}

static HistoryFinding *
make_break (void)
{
  HistoryFinding *finding = make_finding (HISTORY_BREAK, 3, 3, 3, 12);

  finding->last_good = history_build_new (64412, "f596e760c8ed0fbc53db45479c8d460f1a40fd06",
                                          "https://quill.example/b/64412", 1778140840);
  finding->first_bad = history_build_new (64437, "d93b57e", "https://quill.example/b/64437", 0);
  g_free (finding->compare_url);
  finding->compare_url = g_strdup ("https://quill.example/compare/f596e76...d93b57e");
  g_ptr_array_add (finding->suspects,
                   make_suspect (7, "Render faster", "someone", SUSPECT_CHANGES_TEST, "tests/test_page.py"));
  finding->n_others = 9;

  return finding;
}

static void
test_markdown (void)
{
  g_autoptr (HistoryFinding) finding = make_break ();
  g_autofree char *text = history_text_dup_markdown (finding);

  g_assert_cmpstr (text, ==,
                   "History on main of `tests/test_page.py::test_render` in Page Tests: failed in 3 of 3 runs since, "
                   "in 0 of 9 before: a break, not a flake.\n\n"
                   "- Last good: [build 64412](https://quill.example/b/64412) at commit "
                   "f596e760c8ed0fbc53db45479c8d460f1a40fd06, 2026-05-07 08:00 UTC\n"
                   "- First bad: [build 64437](https://quill.example/b/64437) at commit d93b57e\n"
                   "- [What lies between](https://quill.example/compare/f596e76...d93b57e)\n\n"
                   "Suspects:\n\n"
                   "- [Render faster](https://quill.example/pull/7) by someone: changes `tests/test_page.py`, "
                   "the test's own file\n\n"
                   "9 other pull requests in between\n");
}

/* What a service calls things mentions nobody, refers to no issue, and is no HTML. */
static void
test_names_act_as_nothing (void)
{
  g_autoptr (HistoryFinding) finding = history_finding_new ("@everyone", "a`b`::<img src=x>", "#1");
  g_autofree char *text = NULL;

  finding->first_bad = history_build_new (1, "<b>", "javascript:alert(1)", G_MAXINT64);
  g_ptr_array_add (finding->suspects,
                   make_suspect (1, "fixes #2 @team\n\n# Heading", "@x", SUSPECT_TITLE, "</details>"));
  text = history_text_dup_markdown (finding);
  g_assert_cmpstr (text, ==,
                   "History on `#1` of ``a`b`::<img src=x>`` in `@everyone`: no run was seen.\n\n"
                   "- First bad: build 1 at commit `<b>`\n\n"
                   "Suspects:\n\n"
                   "- [`fixes #2 @team  # Heading`](https://quill.example/pull/1) by `@x`: its title has words of "
                   "the failure: `</details>`\n");
}

static void
test_secrets_and_lengths (void)
{
  g_autofree char *long_name = g_strnfill (100000, 'a');
  g_autoptr (HistoryFinding) finding = history_finding_new (long_name,
                                                            "a.py::test_x[ghp_16C7e42F292c6912E7710c838347Ae178B4a]",
                                                            "main");
  g_autofree char *text = history_text_dup_markdown (finding);

  g_assert_cmpuint (strlen (text), <, 1000);
  g_assert_null (strstr (text, "ghp_16"));
}

static void
test_many_suspects (void)
{
  g_autoptr (HistoryFinding) finding = make_break ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < 100; i++)
    g_ptr_array_add (finding->suspects, make_suspect (i, "More ink", "", SUSPECT_CHANGES_SETUP, "ink.lock"));
  text = history_text_dup_markdown (finding);
  g_assert_true (g_str_has_suffix (text, "\n105 other pull requests in between\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/history-text/sentence", test_sentence);
  g_test_add_func ("/net/history-text/verdict", test_verdict);
  g_test_add_func ("/net/history-text/between", test_between);
  g_test_add_func ("/net/history-text/markdown", test_markdown);
  g_test_add_func ("/net/history-text/names-act-as-nothing", test_names_act_as_nothing);
  g_test_add_func ("/net/history-text/secrets-and-lengths", test_secrets_and_lengths);
  g_test_add_func ("/net/history-text/many-suspects", test_many_suspects);

  return g_test_run ();
}
