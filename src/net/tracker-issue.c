/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "own-string.h"

#include "tracker-issue.h"

TrackerIssue *
tracker_issue_new (gint64      number,
                   const char *title,
                   const char *body,
                   const char *url)
{
  TrackerIssue *issue = g_atomic_rc_box_new0 (TrackerIssue);

  issue->number = number;
  issue->title = own_string_new (title);
  issue->body = own_string_new (body);
  issue->url = own_string_new (url);
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
