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

/* However large what failed is, the body fits, even where line ends are sent as two. */
static void
test_body_fits (void)
{
  g_autoptr (GString) text = g_string_new (ISSUE_SAMPLE_ENVIRONMENT);
  g_autoptr (Issue) issue = NULL;
  const char *body;
  gsize n = 0;

  for (guint i = 0; i < 8000; i++)
    g_string_append_printf (text, i % 7 ? "ä %u\n" : "a line of usual length that says a thing or two, %u\n", i);
  issue = issue_sample_new (text->str, sample_failure_new ("a.py::t", "m", 8001, 2, 8001), "vllm");

  body = issue_get_body (issue);
  for (const char *p = body; *p != '\0'; p = g_utf8_next_char (p))
    n += *p == '\n' ? 2 : 1;
  g_assert_cmpuint (n, <=, ISSUE_MAX_CHARACTERS);
  g_assert_cmpuint (n, >, 40000);
  g_assert_cmpint (issue_get_n_cut (issue), >, 1000);
  g_assert_true (body_has (issue, "FAILED a.py::t - m\n"));
  g_assert_true (g_str_has_suffix (body, "### CC List.\n\n_No response_\n"));

  issue_set_field_value (issue, FIELD_HISTORY, text->str);
  g_assert_cmpuint (issue_get_n_characters (issue), >, ISSUE_MAX_CHARACTERS);
  g_assert_false (body_has (issue, "<details>"));
}

/* What a worker made of a copy is what the issue would have made. */
static void
test_prepared_copy (void)
{
  g_autoptr (Issue) issue = issue_sample_new_small ();
  g_autoptr (Issue) same = issue_sample_new_small ();
  g_autoptr (Issue) copy = NULL;

  issue_set_field_value (issue, FIELD_HISTORY, "since yesterday");
  issue_set_check (issue, FIELD_CHECKS, 0, TRUE);
  issue_set_field_value (same, FIELD_HISTORY, "since yesterday");
  issue_set_check (same, FIELD_CHECKS, 0, TRUE);
  copy = issue_copy (issue);
  issue_prepare (copy);
  g_assert_false (issue_is_prepared (issue));
  g_assert_true (issue_take_prepared (issue, copy));
  g_assert_true (issue_is_prepared (issue));
  g_assert_cmpstr (issue_get_title (issue), ==, issue_get_title (same));
  g_assert_cmpstr (issue_get_body (issue), ==, issue_get_body (same));
  g_assert_cmpstr (issue_get_field_value (issue, FIELD_HISTORY), ==, "since yesterday");
  g_assert_true (issue_get_check (issue, FIELD_CHECKS, 0));
  g_assert_true (issue_is_edited (issue));
}

static void
test_changed_since_copied (void)
{
  g_autoptr (Issue) issue = issue_sample_new_small ();

  for (guint i = 0; i < 4; i++) {
    g_autoptr (Issue) copy = issue_copy (issue);

    issue_prepare (copy);
    if (i == 0)
      issue_set_job (issue, "Another Job");
    else if (i == 1)
      issue_set_title (issue, "mine");
    else if (i == 2)
      issue_set_field_value (issue, FIELD_CC, "nobody");
    else
      secret_choices_set ("boom", SECRET_CHOICE_MASK);
    g_assert_false (issue_take_prepared (issue, copy));
    g_assert_false (issue_is_prepared (issue));
    issue_prepare (issue);
  }
  g_assert_true (body_has (issue, "Another Job"));
  g_assert_true (body_has (issue, "nobody"));
  g_assert_cmpstr (issue_get_title (issue), ==, "mine");
  secret_choices_set ("boom", SECRET_CHOICE_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/issue-text/body-fits", test_body_fits);
  g_test_add_func ("/issue-text/prepared-copy", test_prepared_copy);
  g_test_add_func ("/issue-text/changed-since-copied", test_changed_since_copied);

  return g_test_run ();
}
