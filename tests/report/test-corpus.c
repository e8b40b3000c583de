/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "issue.h"
#include "sample.h"

/* Real logs of vLLM's CI, which are no part of this repository. */

#define JOB     "Elastic EP Scaling Test"
#define COMMIT  "f596e760c8ed0fbc53db45479c8d460f1a40fd06"
#define LINK    "[" JOB "](https://buildkite.com/vllm/ci/builds/64854#019e00c4-b131-40db-8b1a-513aa2d204dc)"
#define TEST    "distributed/test_elastic_ep.py::test_elastic_ep_scaling"
#define FAILING \
  "```text\n" \
  "FAILED " TEST " - assert False\n" \
  "FAILED " TEST "_uneven - AssertionError: [After scale up (3 GPUs)] GSM8K accuracy 0.000 is below " \
  "expected threshold 0.58\n" \
  "```\n"
#define ACTOR \
  "ValueError: Actor with name 'vllm_Worker_1778140840102885309' already exists in the namespace " \
  "2491bca0-ed6c-4f6d-a4e4-8694a5798481"

static const char start_of_body[] =
  "### Name of failing test\n\n"
  "`" TEST "`\n`" TEST "_uneven`\n\n"
  "### Basic information\n\n"
  "- [ ] Flaky test\n"
  "- [ ] Can reproduce locally\n"
  "- [ ] Caused by external libraries (e.g. bug in `transformers`)\n\n"
  "### 🧪 Describe the failing test\n\n"
  "Failed on branch `atalman:release_212_tests` at commit " COMMIT " (not main): " LINK "\n\n"
  FAILING "\n"
  "Probable cause, from other processes of the same test:\n\n"
  "```text\n"
  "test_elastic_ep_scaling: " ACTOR " (DPMoEEngineCoreActor pid=18989, line 665)\n"
  "test_elastic_ep_scaling_uneven: AssertionError: Workspace is locked but allocation from "
  "'modular_kernel.py:1095:_allocate_buffers' requires 49.49 MB, current size is 10.69 MB. Workspace "
  "growth is not allowed after locking. (Worker_DP2_EP2 pid=37847, line 1453)\n"
  "```\n\n"
  "To reproduce: `.buildkite/scripts/rerun-test.sh tests/" TEST "`\n\n"
  "<details>\n<summary>Logs:</summary>\n\n"
  "```text\n"
  "… 634 lines …\n"
  "(DPMoEEngineCoreActor pid=18989) Exception raised in creation task: The actor died because of an "
  "error raised in its creation task, ";

static const char * const middle_of_body[] = {
  "\n(DPMoEEngineCoreActor pid=18989) " ACTOR "\n… 670 lines …\n(Worker_DP2_EP2 pid=37847) ERROR ",
  "\n=========================== short test summary info ===========================\n"
  "FAILED " TEST " - assert False\n",
};

static const char end_of_body[] =
  "\nuser command error: exit status 1\n```\n\n</details>\n\n"
  "### 📝 History of failing test\n\n_No response_\n\n"
  "### CC List.\n\n_No response_\n";

static const char whole_comment[] =
  "Another instance: " LINK " at commit " COMMIT " (branch `atalman:release_212_tests`).\n\n" FAILING;

/* The log called NAME, unpacked by xz where it is packed; NULL where it is not there. */
static char *
dup_log (const char *name)
{
  const char *corpus = g_getenv ("CULPRIT_CORPUS");
  g_autofree char *path = corpus ? g_build_filename (corpus, "vllm", name, NULL) : NULL;
  g_autoptr (GSubprocess) xz = NULL;
  g_autoptr (GBytes) output = NULL;
  char *text = NULL;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  if (!g_str_has_suffix (path, ".xz")) {
    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    return text;
  }

  xz = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, "xz", "-dc", path, NULL);
  if (xz == NULL || !g_subprocess_communicate (xz, NULL, NULL, &output, NULL, NULL))
    return NULL;

  return g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
}

static Issue *
make_issue (const char *name)
{
  g_autofree char *text = dup_log (name);
  g_autoptr (JobLog) log = text ? log_sample_new (text) : NULL;
  g_autoptr (Findings) findings = log ? job_log_get_findings (log) : NULL;
  g_autoptr (Profile) profile = profile_load ("vllm", NULL);

  if (log == NULL) {
    g_test_skip ("CULPRIT_CORPUS names no folder with vllm logs, or there is no xz");
    return NULL;
  }
  g_assert_cmpuint (findings->failures->len, >, 0);

  return issue_new (log, findings, profile);
}

static void
assert_starts (const char *text,
               const char *start)
{
  g_autofree char *same_length = g_strndup (text, strlen (start));

  g_assert_cmpstr (same_length, ==, start);
}

static void
test_elastic_ep_scaling (void)
{
  g_autoptr (Issue) issue = make_issue ("raw_log_64854_elastic_ep_scaling.log.xz");
  g_autofree char *comment = NULL;
  g_autofree char *rerun = NULL;
  const char *body;

  if (issue == NULL)
    return;

  body = issue_get_body (issue);
  comment = issue_dup_comment (issue, NULL);
  rerun = issue_dup_rerun (issue, FALSE);
  g_assert_cmpstr (issue_get_title (issue), ==, "[CI Failure]: " JOB " - " TEST);
  assert_starts (body, start_of_body);
  for (guint i = 0; i < G_N_ELEMENTS (middle_of_body); i++)
    g_assert_nonnull (strstr (body, middle_of_body[i]));
  g_assert_true (g_str_has_suffix (body, end_of_body));
  g_assert_cmpstr (comment, ==, whole_comment);
  g_assert_cmpstr (rerun, ==, ".buildkite/scripts/rerun-test.sh tests/" TEST "\n"
                              ".buildkite/scripts/rerun-test.sh tests/" TEST "_uneven");
  g_assert_cmpuint (issue_get_n_masked (issue), ==, 0);
  g_assert_cmpint (issue_get_n_cut (issue), ==, 0);
  g_assert_false (issue_is_on_main (issue));
}

static void
test_others (void)
{
  const char * const names[] = {
    "issue-18418.log", "issue-18466.log", "issue-19731.log", "issue-19736.log",
    "log_dynamo_regression.log.xz", "log_nixl_import_error.log"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (Issue) issue = make_issue (names[i]);
    guint failed;
    guint failed_matched;
    guint passed;
    guint passed_matched;

    if (issue == NULL)
      return;

    g_assert_true (issue_check_title (issue, &failed, &failed_matched, &passed, &passed_matched));
    g_assert_cmpuint (failed_matched, ==, failed);
    g_assert_cmpuint (passed_matched, ==, 0);
    g_assert_cmpuint (issue_get_n_characters (issue), <=, ISSUE_MAX_CHARACTERS);
    g_assert_nonnull (strstr (issue_get_body (issue), "\n```text\nFAILED "));
    g_assert_nonnull (strstr (issue_get_body (issue), "\n\n</details>\n\n### 📝"));
    g_assert_null (strstr (issue_get_body (issue), "Still failing"));
    g_assert_cmpuint (issue_get_n_masked (issue), ==, 0);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/corpus/elastic-ep-scaling", test_elastic_ep_scaling);
  g_test_add_func ("/corpus/others", test_others);

  return g_test_run ();
}
