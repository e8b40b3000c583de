/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tracker-issue.h"

static char *
dup_text (const char *text)
{
  return g_utf8_make_valid (text != NULL ? text : "", -1);
}

TrackerIssue *
tracker_issue_new (gint64      number,
                   const char *title,
                   const char *body,
                   const char *url)
{
  TrackerIssue *issue = g_atomic_rc_box_new0 (TrackerIssue);

  issue->number = number;
  issue->title = dup_text (title);
  issue->body = dup_text (body);
  issue->url = dup_text (url);
  issue->is_open = TRUE;

  return issue;
}

TrackerIssue *
tracker_issue_ref (TrackerIssue *issue)
{
  return g_atomic_rc_box_acquire (issue);
}

static void
clear (gpointer data)
{
  TrackerIssue *issue = data;

  g_free (issue->title);
  g_free (issue->body);
  g_free (issue->url);
}

void
tracker_issue_unref (TrackerIssue *issue)
{
  g_atomic_rc_box_release_full (issue, clear);
}
