/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "fact-reader.h"

/* What the clean log of a CI's job says of it, by the files in data/ci; NULL: nothing. */
typedef struct {
  const char *ci;
  const char *lines;
  const char *job;
  const char *commit;
  const char *branch;
  const char *repository;
  const char *build;
  const char *pull_request;
  const char *command;
  const char *build_url;
} Case;

#define SHA   "95ae37d3b995c035f3a2341c97d8ee9f0c68335b"
#define OTHER "5a3f74cc81785522ca90fbe7c0f8a7148c834dee"

static const Case cases[] = {
  { "github",
    "Complete job name: Unit Tests (3.12)\n"
    "Syncing repository: pandas-dev/pandas\n"
    "[command]/usr/bin/git checkout --progress --force refs/remotes/pull/65331/merge\n"
    "HEAD is now at c888f6f Merge " SHA " into " OTHER "\n"
    "  GITHUB_RUN_ID: 1234567890\n",
    .job = "Unit Tests (3.12)", .commit = SHA, .repository = "pandas-dev/pandas",
    .build = "1234567890", .pull_request = "65331",
    .build_url = "https://github.com/pandas-dev/pandas/actions/runs/1234567890" },
  { "github",
    "[command]\"C:\\Program Files\\Git\\bin\\git.exe\" checkout --progress --force -B main "
    "refs/remotes/origin/main\n"
    "HEAD is now at c888f6f Fix it\n",
    .commit = "c888f6f", .branch = "main" },
  { "azure",
    "Starting: Checkout rust-lang/rust@refs/pull/68654/merge to s\n"
    "HEAD is now at d76835390 Merge " SHA " into " OTHER "\n",
    .commit = SHA, .repository = "rust-lang/rust", .pull_request = "68654" },
  { "azure",
    "Starting: Checkout rust-lang/rust@refs/heads/main to s\n"
    "AGENT_JOBNAME=Linux x86_64\nBUILD_BUILDID=12\nBUILD_SOURCEVERSION=" SHA "\n",
    .job = "Linux x86_64", .commit = SHA, .branch = "main", .repository = "rust-lang/rust",
    .build = "12" },
  { "gitlab",
    "Reinitialized existing Git repository in /builds/group/sub/project/.git/\n"
    "Checking out 1a2b3c4d as detached HEAD (ref is refs/merge-requests/17/head)...\n",
    .commit = "1a2b3c4d", .repository = "group/sub/project", .pull_request = "17" },
  { "gitlab",
    "Initialized empty Git repository in /home/gitlab-runner/builds/zbF4zAjwx/0/group/project/.git/\n"
    "Checking out 1a2b3c4d as detached HEAD (ref is main)...\n"
    "CI_JOB_NAME=unit tests\nCI_PIPELINE_ID=5\n",
    .job = "unit tests", .commit = "1a2b3c4d", .branch = "main", .repository = "group/project",
    .build = "5" },
  { "gitlab", "Checking out 1a2b3c4d as feature/x...\n", .commit = "1a2b3c4d",
    .branch = "feature/x" },
  { "travis",
    "Build id: 563267830\nJob id: 563267831\n"
    "$ git clone --depth=50 --branch=2.x https://github.com/ReactiveX/RxJava.git ReactiveX/RxJava\n"
    "$ git checkout -qf " SHA "\n"
    "The command \"bin/compile\" exited with 0.\n"
    "The command \"make test\" exited with 2.\n",
    .commit = SHA, .branch = "2.x", .repository = "ReactiveX/RxJava", .build = "563267830",
    .command = "make test",
    .build_url = "https://app.travis-ci.com/github/ReactiveX/RxJava/jobs/563267831" },
  { "travis", "$ git fetch origin +refs/pull/123/merge:\n$ git checkout -qf FETCH_HEAD\n",
    .pull_request = "123" },
  { "jenkins",
    "Building remotely on sos-builder02 (lin java11) in workspace /builds/workspace/Guava\n"
    "Cloning repository https://github.com/spoon-bot/guava.git\n"
    "Checking out Revision " SHA " (refs/remotes/origin/master)\n",
    .job = "Guava", .commit = SHA, .branch = "master", .repository = "spoon-bot/guava" },
  { "jenkins",
    "Running on Jenkins in /var/lib/jenkins/workspace/my job@2\n"
    " > git config remote.origin.url git@github.com:owner/name.git # timeout=10\n"
    "BUILD_NUMBER=17\n",
    .job = "my job", .repository = "owner/name", .build = "17" },
  { "jenkins", "Building in workspace C:\\Jenkins\\workspace\\nightly\n", .job = "nightly" },
  { "teamcity",
    "Build 'Diploma ci-cd / Docker build' #63, default branch 'refs/heads/main'\n"
    "VCS revisions: 'X' (Git, instance id 4): '" SHA "' (branch: 'refs/heads/topic')\n",
    .job = "Docker build", .commit = SHA, .branch = "topic", .build = "63" },
  { "circleci",
    "  CIRCLE_BRANCH=main\n  CIRCLE_BUILD_NUM=123\n  CIRCLE_JOB=unit-tests\n"
    "  CIRCLE_PROJECT_REPONAME=repo\n  CIRCLE_PROJECT_USERNAME=org\n"
    "  CIRCLE_PULL_REQUEST=https://github.com/org/repo/pull/45\n"
    "  CIRCLE_REPOSITORY_URL=git@github.com:org/repo.git\n  CIRCLE_SHA1=" SHA "\n",
    .job = "unit-tests", .commit = SHA, .branch = "main", .repository = "org/repo", .build = "123",
    .pull_request = "45", .build_url = "https://circleci.com/gh/org/repo/123" },
  { "taskcluster", "'GECKO_HEAD_REV': '" SHA "', 'HOME': 'x'\n", .commit = SHA },
};

static void
check (const char *got,
       const char *want)
{
  g_assert_cmpstr (got, ==, want != NULL ? want : "");
}

static void
test_cases (void)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (FactRules) rules = fact_rules_load (warnings);

  g_assert_cmpuint (warnings->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (FactReader) reader = fact_reader_new (rules, NULL);
    g_autoptr (JobFacts) facts = NULL;
    const char *text = cases[i].lines;

    for (const char *end; (end = strchr (text, '\n')) != NULL; text = end + 1)
      fact_reader_push (reader, text, end - text);
    facts = fact_reader_dup_facts (reader, cases[i].ci);

    g_test_message ("%s %u", cases[i].ci, i);
    check (facts->job, cases[i].job);
    check (facts->commit, cases[i].commit);
    check (facts->branch, cases[i].branch);
    check (facts->repository, cases[i].repository);
    check (facts->build, cases[i].build);
    check (facts->pull_request, cases[i].pull_request);
    check (facts->command, cases[i].command);
    check (facts->build_url, cases[i].build_url);
  }
}

/* What is no path of a repository stands in no address. */
static void
test_addresses (void)
{
  static const char * const names[] = { "a/../b", "a//b", "a/b?c", "/a/b", "a/." };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (FactRules) rules = fact_rules_load (NULL);
    g_autoptr (FactReader) reader = fact_reader_new (rules, NULL);
    g_autofree char *line = g_strdup_printf ("GITHUB_REPOSITORY=%s", names[i]);
    g_autoptr (JobFacts) facts = NULL;

    fact_reader_push (reader, line, strlen (line));
    fact_reader_push (reader, "GITHUB_RUN_ID=1", 15);
    facts = fact_reader_dup_facts (reader, "github");
    g_assert_cmpstr (facts->build_url, ==, "");
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/ci-facts/cases", test_cases);
  g_test_add_func ("/failures/ci-facts/addresses", test_addresses);

  return g_test_run ();
}
