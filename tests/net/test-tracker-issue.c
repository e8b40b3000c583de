/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tracker-issue.h"

static void
test_new (void)
{
  g_autoptr (TrackerIssue) issue = tracker_issue_new (7, "a", NULL, "https://quill.example/7");

  g_assert_cmpint (issue->number, ==, 7);
  g_assert_cmpstr (issue->title, ==, "a");
  g_assert_cmpstr (issue->body, ==, "");
  g_assert_cmpstr (issue->url, ==, "https://quill.example/7");
  g_assert_true (issue->is_open);
  g_assert_false (issue->is_listed);
  g_assert_cmpint (issue->closed_at, ==, 0);
}

static void
test_held_by_two (void)
{
  TrackerIssue *issue = tracker_issue_new (7, "a", "b", "c");
  g_autoptr (TrackerIssue) other = tracker_issue_ref (issue);

  tracker_issue_unref (issue);
  g_assert_cmpstr (other->body, ==, "b");
}

static void
test_no_text (void)
{
  g_autoptr (TrackerIssue) issue = tracker_issue_new (1, "a\xff", "b", "c");

  g_assert_cmpstr (issue->title, ==, "a\xef\xbf\xbd");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/tracker-issue/new", test_new);
  g_test_add_func ("/net/tracker-issue/held-by-two", test_held_by_two);
  g_test_add_func ("/net/tracker-issue/no-text", test_no_text);

  return g_test_run ();
}
