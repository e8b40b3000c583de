/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "lines.h"

Findings *
find_in_rules (Rules      *rules,
               const char *text,
               gboolean    complete)
{
  g_autoptr (Finder) finder = finder_new (rules);
  gint64 number = 1;

  for (const char *end; (end = strchr (text, '\n')) != NULL; text = end + 1)
    finder_push (finder, text, end - text, number++);

  return finder_get_findings (finder, complete);
}

Findings *
find_in (const char *text)
{
  static Rules *rules;

  if (rules == NULL) {
    g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);

    rules = rules_load (warnings);
    g_assert_cmpuint (warnings->len, ==, 0);
  }

  return find_in_rules (rules, text, TRUE);
}

const Failure *
get_failure (Findings *findings,
             guint     index)
{
  g_assert_cmpuint (index, <, findings->failures->len);

  return g_ptr_array_index (findings->failures, index);
}

void
check_failure (Findings   *findings,
               guint       index,
               const char *kind,
               const char *test,
               const char *exception,
               const char *message)
{
  const Failure *failure = get_failure (findings, index);

  g_assert_cmpstr (failure->test, ==, test);
  g_assert_cmpstr (failure_kind_to_string (failure->kind), ==, kind);
  g_assert_cmpstr (failure->exception, ==, exception);
  g_assert_cmpstr (failure->message, ==, message);
}

void
check_lines (Findings *findings,
             guint     index,
             gint64    line,
             gint64    first_line,
             gint64    last_line)
{
  const Failure *failure = get_failure (findings, index);

  g_assert_cmpint (failure->line, ==, line);
  g_assert_cmpint (failure->first_line, ==, first_line);
  g_assert_cmpint (failure->last_line, ==, last_line);
}
