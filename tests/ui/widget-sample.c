/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "widget-sample.h"

static void
set_text (char       **member,
          const char  *text)
{
  g_free (*member);
  *member = g_strdup (text);
}

Failure *
sample_add_failure (Findings   *findings,
                    const char *test,
                    const char *message,
                    gint64      line)
{
  Failure *failure = failure_new ();

  set_text (&failure->test, test);
  set_text (&failure->runner, "pytest");
  set_text (&failure->message, message);
  failure->kind = FAILURE_FAILED;
  failure->line = line;
  failure->first_line = line;
  failure->last_line = line;
  g_ptr_array_add (findings->failures, failure);

  return failure;
}

void
sample_add_cause (Failure    *failure,
                  const char *exception,
                  const char *message,
                  gint64      line)
{
  FailureCause cause = {
    .exception = (char *) exception,
    .message = (char *) message,
    .process = (char *) "",
    .line = line,
    .first_line = line,
    .last_line = line,
  };

  failure->cause = failure_cause_copy (&cause);
}

static void
free_section (gpointer section)
{
  section_unref (section);
}

GPtrArray *
sample_sections_new (void)
{
  return g_ptr_array_new_with_free_func (free_section);
}

void
sample_add_section (GPtrArray  *sections,
                    const char *name,
                    gint64      first_line,
                    gint64      last_line,
                    double      seconds)
{
  Section *section = section_new (name);

  section->first_line = first_line;
  section->last_line = last_line;
  section->seconds = seconds;
  g_ptr_array_add (sections, section);
}

GPtrArray *
sample_issues_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) known_issue_free);
}

KnownIssue *
sample_add_issue (GPtrArray  *issues,
                  gint64      number,
                  const char *title,
                  KnownMatch  match)
{
  g_autofree char *url = g_strdup_printf ("https://github.com/quill/quill/issues/%" G_GINT64_FORMAT, number);
  KnownIssue *known = g_new0 (KnownIssue, 1);

  known->issue = tracker_issue_new (number, title, "", url);
  known->match = match;
  known->score = 1;
  g_ptr_array_add (issues, known);

  return known;
}
