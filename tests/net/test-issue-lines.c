/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "issue-lines.h"

static void
check (const char *title,
       const char *body,
       const char *expected)
{
  g_autoptr (TrackerIssue) issue = tracker_issue_new (1, title, body, "");
  g_autoptr (GPtrArray) lines = issue_lines_new (issue);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    const IssueLine *line = g_ptr_array_index (lines, i);

    g_string_append_printf (all, "%c %s\n", "TtCE"[line->kind], line->text);
  }
  g_assert_cmpstr (all->str, ==, expected);
}

static void
test_lines (void)
{
  check ("Page Tests - a\\.py", "", "T Page Tests - a.py\n");
  check ("t", "### Name of failing test\r\n\r\n`a.py::test_x`\r\n- **b**\\_c",
         "T t\nt ### Name of failing test\nt a.py::test_x\nt -   b  _c\n");
  check ("t", "a.py::test_y PASSED\na.py::test_x FAILED", "T t\nt a.py::test_x FAILED\n");
}

static void
test_code (void)
{
  check ("t", "```text\na.py::test_x PASSED\nFAILED a.py::test_y - assert\na.py:3: in test_z\n~~~\n```\nafter",
         "T t\nC FAILED a.py::test_y - assert\nt after\n");
  check ("t", "~~~\nE  LayoutError: no room\na\n~~~\n", "T t\nE E  LayoutError: no room\n");
  check ("t", "````\n```\nlog\n````\nafter", "T t\nt after\n");
  check ("t", "    log\n    FAILED x\n", "T t\nC FAILED x\n");
  check ("t", "  File \"a.py\", line 3, in test_x\n", "T t\n");
  check ("t", "```\nnever closed", "T t\n");
}

static void
test_bounded (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (TrackerIssue) issue = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (body, "FAILED\n");
  issue = tracker_issue_new (1, "", body->str, "");
  lines = issue_lines_new (issue);
  g_assert_cmpuint (lines->len, ==, 1 + ISSUE_LINES_MAX_BYTES / strlen ("FAILED"));
}

static void
check_words (const char *text,
             const char *expected)
{
  g_autofree char *words = issue_line_dup_words (text);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  check_words ("tests/test_page.py::test_render[1]", " tests test_page py test_render 1 ");
  check_words ("a.spec.js:12:3 › is read", " a spec js is read ");
  check_words ("", " ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/issue-lines/lines", test_lines);
  g_test_add_func ("/net/issue-lines/code", test_code);
  g_test_add_func ("/net/issue-lines/bounded", test_bounded);
  g_test_add_func ("/net/issue-lines/words", test_words);

  return g_test_run ();
}
