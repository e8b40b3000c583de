/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-sample.h"
#include "post-key.h"

#define RENDER "FAILED tests/test_page.py::test_render[%s] - AssertionError: blank\n"
#define ENDED  "=========== 1 failed in 1.00s ===========\n"
#define TURN   "FAILED tests/test_page.py::test_turn - AssertionError: torn\n"
#define PAGE   "https://buildkite.quill.example/quill/ci/builds/12#a"

static JobLogContext *context;

static JobLog *
make_log (const char *name,
          const char *text,
          const char *job,
          const char *build_url)
{
  g_autoptr (JobFacts) facts = job_facts_new ();
  JobLog *log = job_log_new (context, name);

  own_string_set (&facts->job, job);
  own_string_set (&facts->build_url, build_url);
  job_log_set_known_facts (log, facts);
  log_sample_read (log, text);

  return log;
}

/* The key of what LOG, taken over, becomes by the profile NAME. */
static char *
make_key (JobLog     *taken_log,
          const char *name,
          gboolean    is_comment)
{
  g_autoptr (JobLog) log = taken_log;
  g_autoptr (Profile) profile = profile_load (name, NULL);
  g_autoptr (Findings) findings = job_log_get_findings (log);
  Issue *issue;
  char *key;

  g_assert_cmpuint (findings->failures->len, >, 0);
  issue = issue_new (log, findings, profile);
  key = post_key_new (issue, log, is_comment);
  issue_free (issue);
  g_assert_nonnull (key);
  g_assert_cmpuint (strspn (key, "0123456789abcdef"), ==, 64);

  return key;
}

static char *
make_issue_key (const char *text)
{
  return make_key (make_log ("a.log", text, "Page Tests", PAGE), "vllm", FALSE);
}

static void
test_issue (void)
{
  g_autofree char *key = make_issue_key (RENDER TURN ENDED);
  g_autofree char *turned = make_issue_key (TURN RENDER "more\n" ENDED);
  g_autofree char *one = make_issue_key (RENDER ENDED);
  g_autofree char *later = make_key (make_log ("b.log", RENDER TURN ENDED, "Other Tests", PAGE "b"), "vllm", FALSE);
  g_autofree char *elsewhere = make_key (make_log ("a.log", RENDER TURN ENDED, "Page Tests", PAGE), "pytorch", FALSE);

  g_assert_cmpstr (turned, ==, key);
  g_assert_cmpstr (later, ==, key);
  g_assert_cmpstr (one, !=, key);
  g_assert_cmpstr (elsewhere, !=, key);
}

/* A comment is about one build; where that is not known, one that says the same is the same. */
static void
test_comment (void)
{
  g_autofree char *issue = make_issue_key (RENDER ENDED);
  g_autofree char *key = make_key (make_log ("a.log", RENDER ENDED, "Page Tests", PAGE), "vllm", TRUE);
  g_autofree char *again = make_key (make_log ("b.log", RENDER ENDED, "Page Tests", PAGE), "vllm", TRUE);
  g_autofree char *later = make_key (make_log ("a.log", RENDER ENDED, "Page Tests", PAGE "b"), "vllm", TRUE);
  g_autofree char *file = make_key (make_log ("a.log", RENDER ENDED, "Page Tests", ""), "vllm", TRUE);
  g_autofree char *same_file = make_key (make_log ("b.log", RENDER ENDED, "Page Tests", ""), "vllm", TRUE);
  g_autofree char *other_file = make_key (make_log ("a.log", RENDER ENDED, "Other Tests", ""), "vllm", TRUE);

  g_assert_cmpstr (key, !=, issue);
  g_assert_cmpstr (again, ==, key);
  g_assert_cmpstr (later, !=, key);
  g_assert_cmpstr (same_file, ==, file);
  g_assert_cmpstr (other_file, !=, file);
}

/* What many jobs say when they fail without a test is another failure in each. */
static void
test_no_test (void)
{
  static const char *text = "$ make pages\nmake: *** [Makefile:3: pages] Error 2\n🚨 Error: The command exited with status 2\n";
  g_autofree char *key = make_key (make_log ("a.log", text, "Page Tests", PAGE), "vllm", FALSE);
  g_autofree char *again = make_key (make_log ("b.log", text, "Page Tests", PAGE "b"), "vllm", FALSE);
  g_autofree char *other = make_key (make_log ("a.log", text, "Other Tests", PAGE), "vllm", FALSE);

  g_assert_cmpstr (again, ==, key);
  g_assert_cmpstr (other, !=, key);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  context = job_log_context_new (NULL);
  g_test_add_func ("/net/post-key/issue", test_issue);
  g_test_add_func ("/net/post-key/comment", test_comment);
  g_test_add_func ("/net/post-key/no-test", test_no_test);
  status = g_test_run ();
  job_log_context_unref (context);

  return status;
}
