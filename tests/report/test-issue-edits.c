/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "issue-edits.h"

#include "issue-sample.h"

static Issue *
new_edited (void)
{
  Issue *issue = issue_sample_new_small ();

  issue_set_title (issue, "It’s \"mine\"\n");
  issue_set_job (issue, "Another Test");
  issue_set_commit (issue, "0123456789abcdef");
  issue_set_field_value (issue, FIELD_HISTORY, "Since Monday.\n\n\\ '🧪' token=abc");
  issue_set_field_value (issue, FIELD_CC, "");
  issue_set_check (issue, FIELD_CHECKS, 1, TRUE);

  return issue;
}

/* As they are written to a file, and read from it. */
static GVariant *
dup_read (GVariant *edits)
{
  g_autofree char *text = g_variant_print (edits, FALSE);
  g_autoptr (GError) error = NULL;
  GVariant *read = g_variant_parse (G_VARIANT_TYPE (ISSUE_EDITS_TYPE), text, NULL, NULL, &error);

  g_assert_no_error (error);

  return read;
}

static void
test_round_trip (void)
{
  g_autoptr (Issue) from = new_edited ();
  g_autoptr (Issue) issue = issue_sample_new_small ();
  g_autoptr (GVariant) edits = issue_dup_edits (from);
  g_autoptr (GVariant) read = dup_read (edits);
  g_autoptr (GVariant) again = NULL;

  g_assert_true (issue_apply_edits (issue, read));
  g_assert_cmpstr (issue_get_title (issue), ==, issue_get_title (from));
  g_assert_cmpstr (issue_get_body (issue), ==, issue_get_body (from));
  g_assert_cmpstr (issue_get_job (issue), ==, "Another Test");
  g_assert_cmpstr (issue_get_commit (issue), ==, "0123456789abcdef");
  g_assert_true (issue_is_field_edited (issue, FIELD_CC));
  g_assert_false (issue_is_field_edited (issue, FIELD_TESTS));
  g_assert_true (issue_get_check (issue, FIELD_CHECKS, 1));
  g_assert_false (issue_get_check (issue, FIELD_CHECKS, 0));
  again = issue_dup_edits (issue);
  g_assert_true (g_variant_equal (edits, again));
}

/* By what failed first a log is known, but that is not written down. */
static void
test_no_failure (void)
{
  g_autoptr (Issue) issue = issue_sample_new_small ();
  g_autoptr (GVariant) edits = NULL;
  g_autofree char *text = NULL;

  issue_set_title (issue, "Mine");
  g_assert_nonnull (strstr (issue_get_body (issue), "test_x"));
  edits = issue_dup_edits (issue);
  text = g_variant_print (edits, FALSE);
  g_assert_null (strstr (text, "test_x"));
  g_assert_null (strstr (text, "boom"));
}

static void
test_nothing_edited (void)
{
  g_autoptr (Issue) issue = issue_sample_new_small ();

  g_assert_null (issue_dup_edits (issue));
  issue_set_title (issue, "Mine");
  issue_set_title (issue, NULL);
  g_assert_null (issue_dup_edits (issue));
}

/* Of what is changed only one thing. */
static void
test_one_thing (void)
{
  g_autoptr (Issue) from = issue_sample_new_small ();
  g_autoptr (Issue) issue = issue_sample_new_small ();
  g_autofree char *title = g_strdup (issue_get_title (issue));
  g_autoptr (GVariant) edits = NULL;

  issue_set_check (from, FIELD_CHECKS, 2, TRUE);
  edits = issue_dup_edits (from);
  g_assert_true (issue_apply_edits (issue, edits));
  g_assert_cmpstr (issue_get_title (issue), ==, title);
  g_assert_false (issue_is_title_edited (issue));
  g_assert_true (issue_get_check (issue, FIELD_CHECKS, 2));
}

/* A file of the same name may hold another log by now. */
static void
test_another_log (void)
{
  g_autoptr (Issue) from = new_edited ();
  g_autoptr (Issue) issue = issue_sample_new ("x\n", sample_failure_new ("t", "", 1, 1, 1), "vllm");
  g_autoptr (GVariant) edits = issue_dup_edits (from);

  g_assert_false (issue_apply_edits (issue, edits));
  g_assert_false (issue_is_edited (issue));
}

/* The form may have changed since; what it has no longer is left out. */
static void
test_another_form (void)
{
  g_autoptr (Issue) from = issue_sample_new ("x\n", sample_failure_new ("t", "m", 1, 1, 1), "vllm");
  g_autoptr (Issue) issue = issue_sample_new ("x\n", sample_failure_new ("t", "m", 1, 1, 1), "generic");
  g_autoptr (GVariant) edits = NULL;

  issue_set_title (from, "Mine");
  issue_set_field_value (from, FIELD_HISTORY, "Since Monday.");
  issue_set_check (from, FIELD_CHECKS, 0, TRUE);
  edits = issue_dup_edits (from);
  g_assert_true (issue_apply_edits (issue, edits));
  g_assert_cmpstr (issue_get_title (issue), ==, "Mine");
  for (guint i = 0; i < issue_get_n_fields (issue); i++)
    g_assert_false (issue_is_field_edited (issue, i));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/issue-edits/round-trip", test_round_trip);
  g_test_add_func ("/issue-edits/no-failure", test_no_failure);
  g_test_add_func ("/issue-edits/nothing-edited", test_nothing_edited);
  g_test_add_func ("/issue-edits/one-thing", test_one_thing);
  g_test_add_func ("/issue-edits/another-log", test_another_log);
  g_test_add_func ("/issue-edits/another-form", test_another_form);

  return g_test_run ();
}
