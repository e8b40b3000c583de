/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "fact-reader.h"

static JobFacts *
read_facts (const char *name,
            const char *text)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (FactRules) rules = fact_rules_load (warnings);
  g_autoptr (FactReader) reader = fact_reader_new (rules, name);

  g_assert_cmpuint (warnings->len, ==, 0);
  for (const char *end; (end = strchr (text, '\n')) != NULL; text = end + 1)
    fact_reader_push (reader, text, end - text);

  return fact_reader_dup_facts (reader, "buildkite");
}

/* A program that dumps its environment tells most. */
static void
test_environment (void)
{
  g_autoptr (JobFacts) facts =
    read_facts ("log_1_other.log",
                "HEAD is now at 0123456 Words\n"
                "Environment variables: {'BUILDKITE_LABEL': 'Elastic \"EP\" Test', "
                "'BUILDKITE_COMMIT_RESOLVED': 'true', "
                "'BUILDKITE_COMMIT': 'f596e760c8ed0fbc53db45479c8d460f1a40fd06', "
                "'BUILDKITE_BRANCH': 'me:branch', "
                "'BUILDKITE_REPO': 'https://github.com/vllm-project/vllm.git', "
                "'BUILDKITE_ORGANIZATION_SLUG': 'vllm', 'BUILDKITE_PIPELINE_SLUG': 'ci', "
                "'BUILDKITE_BUILD_NUMBER': '64854', 'BUILDKITE_PULL_REQUEST': 'false', "
                "'BUILDKITE_JOB_ID': '019e00c4-b131-40db-8b1a-513aa2d204dc'}\n"
                "BUILDKITE_LABEL=Another\n");

  g_assert_cmpstr (facts->job, ==, "Elastic \"EP\" Test");
  g_assert_cmpstr (facts->commit, ==, "f596e760c8ed0fbc53db45479c8d460f1a40fd06");
  g_assert_cmpstr (facts->branch, ==, "me:branch");
  g_assert_cmpstr (facts->repository, ==, "vllm-project/vllm");
  g_assert_cmpstr (facts->organization, ==, "vllm");
  g_assert_cmpstr (facts->pipeline, ==, "ci");
  g_assert_cmpstr (facts->build, ==, "64854");
  g_assert_cmpstr (facts->pull_request, ==, "");
  g_assert_cmpstr (facts->build_url, ==, "https://buildkite.com/vllm/ci/builds/64854"
                                         "#019e00c4-b131-40db-8b1a-513aa2d204dc");
}

static void
test_shell (void)
{
  g_autoptr (JobFacts) facts =
    read_facts (NULL,
                "BUILDKITE_LABEL=Two Words\n"
                "export BUILDKITE_BRANCH=\"main\"\n"
                "docker run -e BUILDKITE_COMMIT=$BUILDKITE_COMMIT -e BUILDKITE_BUILD_NUMBER=12 x\n"
                "MY_BUILDKITE_LABEL=no\n");

  g_assert_cmpstr (facts->job, ==, "Two Words");
  g_assert_cmpstr (facts->branch, ==, "main");
  g_assert_cmpstr (facts->commit, ==, "");
  g_assert_cmpstr (facts->build, ==, "12");
  g_assert_cmpstr (facts->build_url, ==, "");
}

/* What would have to be cut says nothing: its end may be half a secret. */
static void
test_long_values (void)
{
  for (guint length = 1023; length <= 1026; length++) {
    g_autofree char *value = g_strnfill (length, 'v');
    g_autofree char *dump = g_strdup_printf ("BUILDKITE_LABEL=%s\nBUILDKITE_BRANCH='%s'\n",
                                             value, value);
    g_autoptr (JobFacts) facts = read_facts (NULL, dump);

    g_assert_cmpstr (facts->job, ==, length <= 1024 ? value : "");
    g_assert_cmpstr (facts->branch, ==, length <= 1024 ? value : "");
  }
}

static void
test_lines (void)
{
  g_autoptr (JobFacts) facts =
    read_facts ("raw_log_64854_elastic_ep_scaling.log",
                "$ git clone -v -- git@github.com:vllm-project/vllm.git .\n"
                "$ git fetch -v --prune -- origin f596e760c8ed0fbc53db45479c8d460f1a40fd06\n"
                "HEAD is now at 0123456 Words\n"
                "$ cd /tests\n"
                "+++ :test_tube: Command (1/2): pytest a.py\n"
                "+++ :test_tube: Command (2/2): pytest b.py\n");

  g_assert_cmpstr (facts->repository, ==, "vllm-project/vllm");
  g_assert_cmpstr (facts->commit, ==, "f596e760c8ed0fbc53db45479c8d460f1a40fd06");
  g_assert_cmpstr (facts->command, ==, "pytest b.py");
  g_assert_cmpstr (facts->build, ==, "64854");
  g_assert_cmpstr (facts->job, ==, "elastic-ep-scaling");
}

static void
test_file_names (void)
{
  static const char * const names[][3] = {
    { "ci_build_64854_elastic-ep-scaling.log", "64854", "elastic-ep-scaling" },
    { "ci_build_64854_elastic-ep-scaling_019e00c4.log.xz", "64854", "elastic-ep-scaling" },
    { "vllm_ci_build_7_a_019e00c4.log", "7", "a" },
    { "notes.txt", "", "" },
    { "\377\376.log", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (JobFacts) facts = read_facts (names[i][0], "");

    g_assert_cmpstr (facts->build, ==, names[i][1]);
    g_assert_cmpstr (facts->job, ==, names[i][2]);
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
  g_test_add_func ("/failures/fact-reader/environment", test_environment);
  g_test_add_func ("/failures/fact-reader/shell", test_shell);
  g_test_add_func ("/failures/fact-reader/long-values", test_long_values);
  g_test_add_func ("/failures/fact-reader/lines", test_lines);
  g_test_add_func ("/failures/fact-reader/file-names", test_file_names);
  g_test_add_func ("/failures/fact-reader/addresses", test_addresses);

  return g_test_run ();
}
