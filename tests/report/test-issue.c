/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "issue-sample.h"

static gboolean
body_has (Issue      *issue,
          const char *text)
{
  return strstr (issue_get_body (issue), text) != NULL;
}

static void
test_form (void)
{
  g_autoptr (Issue) issue = issue_sample_new_small ();

  g_assert_cmpstr (issue_get_title (issue), ==, "[CI Failure]: A Test - v1/a.py::test_x");
  g_assert_cmpuint (issue_get_n_fields (issue), ==, 5);
  g_assert_cmpstr (issue_get_field_value (issue, FIELD_TESTS), ==, "`v1/a.py::test_x`");
  g_assert_cmpstr (issue_get_field_value (issue, FIELD_CHECKS), ==,
                   "- [ ] Flaky test\n- [ ] Can reproduce locally\n"
                   "- [ ] Caused by external libraries (e.g. bug in `transformers`)");
  g_assert_cmpstr (issue_get_field_value (issue, FIELD_HISTORY), ==, "");
  g_assert_true (g_str_has_prefix (issue_get_body (issue),
                                   "### Name of failing test\n\n`v1/a.py::test_x`\n\n"
                                   "### Basic information\n\n- [ ] Flaky test\n"));
  g_assert_true (g_str_has_suffix (issue_get_body (issue),
                                   "\n</details>\n\n### 📝 History of failing test\n\n_No response_\n\n"
                                   "### CC List.\n\n_No response_\n"));
  g_assert_true (body_has (issue, "\n\n<details>\n<summary>Logs:</summary>\n\n```text\n"));
  g_assert_cmpuint (issue_get_n_characters (issue), ==, g_utf8_strlen (issue_get_body (issue), -1));
  g_assert_cmpint (issue_get_n_cut (issue), ==, 0);
  g_assert_cmpuint (issue_get_n_masked (issue), ==, 0);
}

static void
test_plain_markdown (void)
{
  g_autoptr (Issue) issue = issue_sample_new ("one\n", sample_failure_new ("a.py::t", "m", 1, 1, 1), "generic");

  g_assert_cmpstr (issue_get_title (issue), ==, "CI failure: a.py::t");
  g_assert_cmpstr (issue_get_body (issue), ==,
                   "### Failing test\n\n`a.py::t`\n\n### What failed\n\n"
                   "```text\nFAILED a.py::t - m\n```\n\nTo reproduce: `pytest a.py::t`\n\n"
                   "<details>\n<summary>Logs:</summary>\n\n```text\none\n```\n\n</details>\n");
}

static void
test_what_is_edited_stays (void)
{
  g_autoptr (Issue) issue = issue_sample_new_small ();
  g_autoptr (Issue) untouched = issue_sample_new ("x\n", sample_failure_new ("t", "", 1, 1, 1), "vllm");

  g_assert_false (issue_is_edited (untouched));
  issue_set_field_value (issue, FIELD_HISTORY, "Since Monday.\n\nSee the board.");
  issue_set_check (issue, FIELD_CHECKS, 1, TRUE);
  g_assert_true (issue_get_check (issue, FIELD_CHECKS, 1));
  g_assert_true (body_has (issue, "- [ ] Flaky test\n- [x] Can reproduce locally\n"));
  g_assert_true (body_has (issue, "### 📝 History of failing test\n\nSince Monday.\n\nSee the board.\n\n### CC"));
  g_assert_true (issue_is_edited (issue));

  issue_set_job (untouched, "Another Test");
  g_assert_true (issue_is_edited (untouched));
  issue_set_job (untouched, "");
  g_assert_false (issue_is_edited (untouched));

  issue_set_job (issue, "Another Test");
  g_assert_cmpstr (issue_get_title (issue), ==, "[CI Failure]: Another Test - v1/a.py::test_x");
  g_assert_true (body_has (issue, "Since Monday."));
  g_assert_true (body_has (issue, "Another Test"));
  g_assert_false (body_has (issue, "A Test"));

  issue_set_title (issue, "Mine");
  issue_set_field_value (issue, FIELD_DESCRIPTION, "My own words.");
  issue_set_job (issue, "A Third");
  issue_set_commit (issue, "0123456789abcdef");
  g_assert_cmpstr (issue_get_title (issue), ==, "Mine");
  g_assert_cmpstr (issue_get_field_value (issue, FIELD_DESCRIPTION), ==, "My own words.");
  g_assert_false (body_has (issue, "<details>"));
}

static void
test_edits_are_given_back (void)
{
  g_autoptr (Issue) issue = issue_sample_new_small ();
  g_autofree char *body = g_strdup (issue_get_body (issue));
  g_autofree char *title = g_strdup (issue_get_title (issue));

  issue_set_title (issue, "Mine");
  issue_set_field_value (issue, FIELD_TESTS, "mine");
  issue_set_field_value (issue, FIELD_DESCRIPTION, "");
  g_assert_true (body_has (issue, "### 🧪 Describe the failing test\n\n_No response_\n"));

  issue_set_title (issue, NULL);
  issue_set_field_value (issue, FIELD_TESTS, NULL);
  issue_set_field_value (issue, FIELD_DESCRIPTION, NULL);
  g_assert_cmpstr (issue_get_title (issue), ==, title);
  g_assert_cmpstr (issue_get_body (issue), ==, body);
}

static void
test_edits_are_copied (void)
{
  g_autoptr (Issue) issue = issue_sample_new_small ();
  g_autoptr (Issue) from = issue_sample_new_small ();
  g_autofree char *title = g_strdup (issue_get_title (issue));

  issue_copy_edits (issue, from);
  g_assert_false (issue_is_edited (issue));
  g_assert_cmpstr (issue_get_title (issue), ==, title);

  issue_set_title (from, "Mine");
  issue_set_job (from, "Another Test");
  issue_set_commit (from, "0123456789abcdef");
  issue_set_field_value (from, FIELD_HISTORY, "Since Monday.");
  issue_set_check (from, FIELD_CHECKS, 1, TRUE);
  issue_copy_edits (issue, from);
  g_assert_true (issue_has_same_form (issue, from));
  g_assert_true (issue_is_title_edited (issue));
  g_assert_true (issue_is_field_edited (issue, FIELD_HISTORY));
  g_assert_false (issue_is_field_edited (issue, FIELD_TESTS));
  g_assert_cmpstr (issue_get_made_job (issue), !=, "Another Test");
  g_assert_cmpstr (issue_get_made_commit (issue), !=, "0123456789abcdef");
  g_assert_cmpstr (issue_get_title (issue), ==, "Mine");
  g_assert_cmpstr (issue_get_body (issue), ==, issue_get_body (from));
  g_assert_cmpstr (issue_get_job (issue), ==, "Another Test");
  g_assert_cmpstr (issue_get_commit (issue), ==, "0123456789abcdef");
}

static void
test_edits_are_copied_without_the_form (void)
{
  g_autoptr (Issue) from = issue_sample_new_small ();
  g_autoptr (Issue) issue = issue_sample_new ("x\n", sample_failure_new ("t", "", 1, 1, 1), "generic");

  issue_set_title (from, "Mine");
  issue_set_field_value (from, FIELD_HISTORY, "Since Monday.");
  issue_copy_edits (issue, from);
  g_assert_false (issue_has_same_form (issue, from));
  g_assert_cmpstr (issue_get_title (issue), ==, "Mine");
  g_assert_false (body_has (issue, "Since Monday."));
}

static void
test_unknown_job_and_commit (void)
{
  g_autoptr (Issue) issue = issue_sample_new_small ();

  issue_set_job (issue, NULL);
  issue_set_commit (issue, "");
  g_assert_cmpstr (issue_get_title (issue), ==, "[CI Failure]: v1/a.py::test_x");
  g_assert_cmpstr (issue_get_job (issue), ==, "");
  g_assert_false (body_has (issue, "at commit"));
}

static void
test_form_url (void)
{
  g_autoptr (Issue) issue = issue_sample_new_small ();
  g_autoptr (Issue) nowhere = issue_sample_new ("x\n", sample_failure_new ("t", "", 1, 1, 1), "generic");
  g_autofree char *url = issue_dup_form_url (issue);
  g_autofree char *long_title = g_strnfill (20000, '/');
  g_autofree char *short_url = NULL;

  g_assert_cmpstr (url, ==, "https://github.com/vllm-project/vllm/issues/new?template=450-ci-failure.yml"
                            "&title=%5BCI%20Failure%5D%3A%20A%20Test%20-%20v1%2Fa.py%3A%3Atest_x");
  issue_set_title (issue, long_title);
  short_url = issue_dup_form_url (issue);
  g_assert_cmpstr (short_url, ==, "https://github.com/vllm-project/vllm/issues/new?template=450-ci-failure.yml");
  g_assert_null (issue_dup_form_url (nowhere));
}

/* Everything that a log, a file name or a user can name. */
static void
test_hostile_log (void)
{
  g_autoptr (Issue) issue = issue_sample_new ("@everyone #1 </details> ````\n<script>\xe2\x80\xae\n",
                                        sample_failure_new ("a.py::t[</details>\xe2\x80\xae @me]", "\x1b[1m", 1, 1, 2),
                                        "vllm");
  g_autofree char *comment = NULL;
  const char *body;

  issue_set_job (issue, "<img src=x> @me\n### heading");
  issue_set_commit (issue, "#1 @me\x1b");
  body = issue_get_body (issue);
  comment = issue_dup_comment (issue, NULL);

  g_assert_null (strstr (body, "\xe2\x80\xae"));
  g_assert_null (strchr (body, '\x1b'));
  g_assert_nonnull (strstr (body, "`<img src=x> @me ### heading`"));
  g_assert_nonnull (strstr (body, "at commit `#1 @me"));
  g_assert_nonnull (strstr (body, "\n`````text\n@everyone #1 </details> ````\n"));
  g_assert_null (strstr (comment, "\xe2\x80\xae"));
  g_assert_true (g_utf8_validate (issue_get_title (issue), -1, NULL));
  g_assert_null (strchr (issue_get_title (issue), '\n'));
}

static void
test_tab_in_name (void)
{
  g_autoptr (Issue) issue = issue_sample_new ("x\n", sample_failure_new ("a\tb", "m", 1, 1, 1), "generic");

  g_assert_cmpstr (issue_get_title (issue), ==, "CI failure: a b");
}

static void
test_secrets_are_masked (void)
{
  g_autoptr (Issue) issue = issue_sample_new ("HF_TOKEN=abcdef12\n",
                                        sample_failure_new ("a.py::t", "API_KEY=abcdef34", 1, 1, 1), "vllm");

  issue_set_field_value (issue, FIELD_HISTORY, "My DB_PASSWORD=abcdef56 was wrong");
  issue_set_title (issue, "HF_TOKEN=abcdef78");
  g_assert_false (body_has (issue, "abcdef"));
  g_assert_cmpuint (issue_get_n_masked (issue), ==, 3);
  g_assert_cmpstr (issue_get_title (issue), ==, "HF_TOKEN=[REDACTED:secret]");
}

static void
test_rerun (void)
{
  g_autoptr (Issue) issue = issue_sample_new_small ();
  g_autofree char *once = issue_dup_rerun (issue, FALSE);

  g_assert_cmpstr (once, ==, ".buildkite/scripts/rerun-test.sh tests/v1/a.py::test_x");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/issue/form", test_form);
  g_test_add_func ("/issue/plain-markdown", test_plain_markdown);
  g_test_add_func ("/issue/what-is-edited-stays", test_what_is_edited_stays);
  g_test_add_func ("/issue/edits-are-given-back", test_edits_are_given_back);
  g_test_add_func ("/issue/edits-are-copied", test_edits_are_copied);
  g_test_add_func ("/issue/edits-are-copied-without-the-form",
                   test_edits_are_copied_without_the_form);
  g_test_add_func ("/issue/unknown-job-and-commit", test_unknown_job_and_commit);
  g_test_add_func ("/issue/form-url", test_form_url);
  g_test_add_func ("/issue/hostile-log", test_hostile_log);
  g_test_add_func ("/issue/tab-in-name", test_tab_in_name);
  g_test_add_func ("/issue/secrets-are-masked", test_secrets_are_masked);
  g_test_add_func ("/issue/rerun", test_rerun);

  return g_test_run ();
}
