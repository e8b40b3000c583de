/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "draft.h"
#include "sample.h"

/* A draft of a log that says nothing of its job. */
static void
init_draft (Draft      *draft,
            Findings   *findings,
            const char *profile_name)
{
  g_autoptr (JobLog) log = sample_log_of_lines (10);
  g_autoptr (Profile) profile = profile_load (profile_name, NULL);

  draft_init (draft, log, findings, profile);
}

static const struct {
  const char *branch;
  const char *commit;
  const char *repository;
  const char *pull_request;
  const char *job;
  const char *url;
  gboolean    on_main;
  const char *environment;
} environments[] = {
  { "main", "f596e760c8ed0fbc53db45479c8d460f1a40fd06", "vllm-project/vllm", "", "V1 Test", "", TRUE,
    "Still failing on main as of commit f596e760c: V1 Test" },
  { "main", "f596e76", "", "false", "", "", TRUE, "Still failing on main as of commit f596e76" },
  { "main", "f596e760c", "vllm-project/vllm", "", "V1 Test", "https://b.com/1", TRUE,
    "Still failing on main as of commit f596e760c: [V1 Test](https://b.com/1)" },
  { "main", "", "vllm-project/vllm", "", "V1 Test", "", TRUE, "Failed on branch `main`: V1 Test" },
  { "main", "f596e760c", "me/fork", "", "", "", FALSE,
    "Failed on branch `main` of `me/fork` at commit f596e760c" },
  { "main", "f596e760c", "vllm-project/vllm", "123", "", "", FALSE,
    "Failed on branch `main` at commit f596e760c" },
  { "atalman:release", "f596e760c", "vllm-project/vllm", "", "V1 Test", "https://b.com/1", FALSE,
    "Failed on branch `atalman:release` at commit f596e760c (not main): [V1 Test](https://b.com/1)" },
  { "topic", "", "", "", "", "", FALSE, "Failed on branch `topic` (not main)" },
  { "", "f596e760c", "", "", "V1 Test", "", FALSE, "Failed at commit f596e760c: V1 Test" },
  { "", "", "", "", "V1 Test", "", FALSE, "Failed in V1 Test" },
  { "", "", "", "", "", "https://b.com/1", FALSE, "Failed in [this job](https://b.com/1)" },
  { "", "", "", "", "", "", FALSE, "" },
  { "a`b", "see @me #1", "", "", "<b>", "", FALSE,
    "Failed on branch ``a`b`` at commit `see @me #1` (not main): `<b>`" },
};

static void
test_environment (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (environments); i++) {
    g_autoptr (Findings) findings = findings_new ();
    g_autoptr (Masker) masker = masker_new ();
    g_autofree char *environment = NULL;
    Draft draft;

    init_draft (&draft, findings, "vllm");
    sample_set (&draft.facts->branch, environments[i].branch);
    sample_set (&draft.facts->commit, environments[i].commit);
    sample_set (&draft.facts->repository, environments[i].repository);
    sample_set (&draft.facts->pull_request, environments[i].pull_request);
    sample_set (&draft.facts->job, environments[i].job);
    sample_set (&draft.facts->build_url, environments[i].url);

    environment = draft_dup_environment (&draft, masker);
    g_assert_cmpstr (environment, ==, environments[i].environment);
    g_assert_cmpint (draft_is_on_main (&draft), ==, environments[i].on_main);
    draft_clear (&draft);
  }
}

/* A project whose main branch is not known has none that a log could be of. */
static void
test_environment_of_any_project (void)
{
  g_autoptr (Findings) findings = findings_new ();
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *environment = NULL;
  Draft draft;

  init_draft (&draft, findings, "generic");
  sample_set (&draft.facts->branch, "main");
  environment = draft_dup_environment (&draft, masker);
  g_assert_cmpstr (environment, ==, "Failed on branch `main`");
  g_assert_false (draft_is_on_main (&draft));
  draft_clear (&draft);
}

static void
check_title (Findings   *findings,
             const char *job,
             const char *expected,
             gboolean    has_pattern)
{
  g_autofree char *title = NULL;
  gboolean pattern;
  Draft draft;

  init_draft (&draft, findings, "vllm");
  sample_set (&draft.facts->job, job);
  title = draft_dup_title (&draft, 256, &pattern);
  g_assert_cmpstr (title, ==, expected);
  g_assert_cmpint (pattern, ==, has_pattern);
  draft_clear (&draft);
}

static void
test_title (void)
{
  g_autoptr (Findings) findings = findings_new ();

  g_ptr_array_add (findings->failures, sample_failure_new ("v1/a.py::test_x[1]", "boom", 1, 1, 1));
  check_title (findings, "V1 Test", "[CI Failure]: V1 Test - v1/a.py::test_x", TRUE);
  check_title (findings, "", "[CI Failure]: v1/a.py::test_x", TRUE);
  check_title (findings, " two\nlines ", "[CI Failure]: two lines - v1/a.py::test_x", TRUE);
}

static void
test_title_without_a_test (void)
{
  g_autoptr (Findings) findings = findings_new ();
  Failure *failure = sample_failure_new ("", "The command exited with status 1", 1, 1, 1);

  g_ptr_array_add (findings->failures, failure);
  check_title (findings, "V1 Test", "[CI Failure]: V1 Test - The command exited with status 1", FALSE);
  failure->kind = FAILURE_EXIT;
  failure->exit_status = 137;
  check_title (findings, "V1 Test", "[CI Failure]: V1 Test - exit status 137", FALSE);
  check_title (findings, "", "[CI Failure]: exit status 137", FALSE);
  failure->kind = FAILURE_INFRA;
  sample_set (&failure->message, "");
  check_title (findings, "", "[CI Failure]: infra", FALSE);
}

/* No pattern can tell a test from itself: the file names it. */
static void
test_title_of_files (void)
{
  g_autoptr (Findings) findings = findings_new ();
  g_autofree char *long_name = g_strnfill (400, 'x');
  g_autofree char *test = g_strconcat ("a.py::", long_name, NULL);
  g_autofree char *title = NULL;
  gboolean pattern;
  Draft draft;

  g_ptr_array_add (findings->failures, sample_failure_new (test, "", 1, 1, 1));
  check_title (findings, "V1 Test", "[CI Failure]: V1 Test - a.py", TRUE);
  g_ptr_array_add (findings->passed, g_strdup ("a.py::other"));
  check_title (findings, "V1 Test", "[CI Failure]: V1 Test - a.py", FALSE);

  init_draft (&draft, findings, "vllm");
  sample_set (&draft.facts->job, long_name);
  title = draft_dup_title (&draft, 60, &pattern);
  g_assert_cmpint (g_utf8_strlen (title, -1), ==, 60);
  g_assert_true (g_str_has_suffix (title, "…"));
  draft_clear (&draft);
}

/* Names that no pattern of 256 characters tells apart from the others: file and function, else files. */
static void
test_title_of_functions (void)
{
  g_autoptr (Findings) findings = findings_new ();
  g_autofree char *parameters = g_strnfill (300, 'x');

  for (guint i = 0; i < 3; i++) {
    g_autofree char *name = g_strdup_printf ("t/a.py::test_%u[%u%s]", i % 2, i, parameters);

    g_ptr_array_add (findings->failures, sample_failure_new (name, "", 1, 1, 1));
  }
  g_ptr_array_add (findings->passed, g_strdup ("t/a.py::test_0[x]"));
  g_ptr_array_add (findings->passed, g_strdup ("t/a.py::test_1[x]"));
  check_title (findings, "V1 Test", "[CI Failure]: V1 Test - t/a.py::test_0, t/a.py::test_1", FALSE);
}

/* Where a compiler's message does not name the file, its line does. */
static void
test_title_names_the_file (void)
{
  g_autoptr (JobLog) log = log_sample_new ("src/a.c:12:5: error: 'x' undeclared\nnothing here\n");
  g_autoptr (Findings) findings = findings_new ();
  g_autoptr (Profile) profile = profile_load ("generic", NULL);
  Failure *failure = sample_failure_new ("", "'x' undeclared", 1, 1, 1);
  const char * const expected[] = { "CI failure: src/a.c: 'x' undeclared", "CI failure: 'x' undeclared" };

  failure->kind = FAILURE_COMPILE;
  g_ptr_array_add (findings->failures, failure);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autofree char *title = NULL;
    gboolean pattern;
    Draft draft;

    failure->line = i + 1;
    draft_init (&draft, log, findings, profile);
    title = draft_dup_title (&draft, 256, &pattern);
    g_assert_cmpstr (title, ==, expected[i]);
    draft_clear (&draft);
  }
}

/* A test that failed and then passed does not count among those that passed. */
static void
test_flaky_is_not_passed (void)
{
  g_autoptr (Findings) findings = findings_new ();

  g_ptr_array_add (findings->failures, sample_failure_new ("a.py::test_x", "", 1, 1, 1));
  g_ptr_array_add (findings->passed, g_strdup ("a.py::test_x"));
  check_title (findings, "", "[CI Failure]: a.py::test_x", TRUE);
}

/* One that passed when it was tried again is what is reported only where nothing else failed. */
static void
test_flaky_gives_way (void)
{
  g_autoptr (Findings) findings = findings_new ();
  g_autofree char *flaky_alone = NULL;
  g_autofree char *commands = NULL;
  Failure *flaky = sample_failure_new ("a.py::test_flaky", "", 1, 1, 1);
  Draft draft;

  flaky->flaky = TRUE;
  g_ptr_array_add (findings->failures, flaky);
  g_ptr_array_add (findings->passed, g_strdup ("a.py::test_flaky"));
  check_title (findings, "", "[CI Failure]: a.py::test_flaky", TRUE);
  init_draft (&draft, findings, "generic");
  flaky_alone = draft_dup_first_rerun (&draft);
  g_assert_cmpstr (flaky_alone, ==, "pytest a.py::test_flaky");
  draft_clear (&draft);

  g_ptr_array_insert (findings->failures, 0, sample_failure_new ("a.py::test_x", "", 1, 1, 1));
  check_title (findings, "", "[CI Failure]: a.py::test_x", TRUE);
  init_draft (&draft, findings, "generic");
  commands = draft_dup_rerun (&draft, FALSE);
  g_assert_cmpstr (commands, ==, "pytest a.py::test_x");
  draft_clear (&draft);
}

/* Wherever a long name is cut, nothing is left of a secret that stood there. */
static void
test_title_cuts_no_secret (void)
{
  for (guint blanks = 60; blanks < 100; blanks += 4) {
    g_autoptr (Findings) findings = findings_new ();
    g_autofree char *filler = g_strnfill (blanks, 'j');
    g_autofree char *job = g_strconcat (filler, " ghp_0123456789abcdefghijABCDEFGHIJ012345", NULL);
    g_autofree char *title = NULL;
    gboolean has_pattern;
    Draft draft;

    g_ptr_array_add (findings->failures, sample_failure_new ("a.py::x", "", 1, 1, 1));
    init_draft (&draft, findings, "generic");
    sample_set (&draft.facts->job, job);
    title = draft_dup_title (&draft, 256, &has_pattern);

    g_assert_null (strstr (title, "ghp_"));
    draft_clear (&draft);
  }
}

static void
test_rerun (void)
{
  g_autoptr (Findings) findings = findings_new ();
  g_autofree char *commands = NULL;
  g_autofree char *loop = NULL;
  g_autofree char *first = NULL;
  Draft draft;

  g_ptr_array_add (findings->failures, sample_failure_new ("", "exit", 1, 1, 1));
  g_ptr_array_add (findings->failures, sample_failure_new ("a.py::x", "", 1, 1, 1));
  g_ptr_array_add (findings->failures, sample_failure_new ("a.py::x", "again", 1, 1, 1));
  g_ptr_array_add (findings->failures, sample_failure_new ("a.py::y", "", 1, 1, 1));
  init_draft (&draft, findings, "generic");
  commands = draft_dup_rerun (&draft, FALSE);
  loop = draft_dup_rerun (&draft, TRUE);
  first = draft_dup_first_rerun (&draft);

  g_assert_cmpstr (commands, ==, "pytest a.py::x\npytest a.py::y");
  g_assert_cmpstr (loop, ==, "for i in $(seq 20); do pytest a.py::x || break; done\n"
                               "for i in $(seq 20); do pytest a.py::y || break; done");
  g_assert_cmpstr (first, ==, "pytest a.py::x");
  draft_clear (&draft);
}

/* The profile's own way is that of its project and of that project's forks. */
static void
test_rerun_of_a_project (void)
{
  const struct {
    const char *repository;
    const char *command;
  } cases[] = {
    { "", ".buildkite/scripts/rerun-test.sh tests/a.py::x" },
    { "vllm-project/vllm", ".buildkite/scripts/rerun-test.sh tests/a.py::x" },
    { "me/vllm", ".buildkite/scripts/rerun-test.sh tests/a.py::x" },
    { "scikit-learn/scikit-learn", "pytest a.py::x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Findings) findings = findings_new ();
    g_autofree char *command = NULL;
    Draft draft;

    g_ptr_array_add (findings->failures, sample_failure_new ("a.py::x", "", 1, 1, 1));
    init_draft (&draft, findings, "vllm");
    sample_set (&draft.facts->repository, cases[i].repository);
    command = draft_dup_first_rerun (&draft);
    g_assert_cmpstr (command, ==, cases[i].command);
    draft_clear (&draft);
  }
}

static void
test_no_rerun (void)
{
  g_autoptr (Findings) findings = findings_new ();
  Draft draft;

  g_ptr_array_add (findings->failures, sample_failure_new ("", "exit", 1, 1, 1));
  init_draft (&draft, findings, "vllm");
  g_assert_null (draft_dup_rerun (&draft, FALSE));
  g_assert_null (draft_dup_first_rerun (&draft));
  draft_clear (&draft);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft/environment", test_environment);
  g_test_add_func ("/draft/environment-of-any-project", test_environment_of_any_project);
  g_test_add_func ("/draft/title", test_title);
  g_test_add_func ("/draft/title-without-a-test", test_title_without_a_test);
  g_test_add_func ("/draft/title-of-files", test_title_of_files);
  g_test_add_func ("/draft/title-of-functions", test_title_of_functions);
  g_test_add_func ("/draft/title-names-the-file", test_title_names_the_file);
  g_test_add_func ("/draft/title-cuts-no-secret", test_title_cuts_no_secret);
  g_test_add_func ("/draft/flaky-is-not-passed", test_flaky_is_not_passed);
  g_test_add_func ("/draft/flaky-gives-way", test_flaky_gives_way);
  g_test_add_func ("/draft/rerun", test_rerun);
  g_test_add_func ("/draft/rerun-of-a-project", test_rerun_of_a_project);
  g_test_add_func ("/draft/no-rerun", test_no_rerun);

  return g_test_run ();
}
