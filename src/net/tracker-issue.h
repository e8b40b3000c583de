/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* An issue of a project's tracker, as far as it tells whether a failure is known. */
typedef struct {
  gint64    number;
  char     *title;       /* strings are never NULL */
  char     *body;        /* Markdown */
  char     *url;         /* its page */
  gboolean  is_open;
  gboolean  is_listed;   /* on the board of failures that the project keeps */
  gint64    closed_at;   /* seconds since 1970; 0: open, or not known when */
  gint64    updated_at;  /* the same; 0: not known */
} TrackerIssue;

/* An open one with copies of the strings; NULL is taken for "". Text that is not UTF-8 is made so. */
TrackerIssue *tracker_issue_new   (gint64        number,
                                   const char   *title,
                                   const char   *body,
                                   const char   *url);

/* May be held by several, in any thread; nothing of it is changed once it is. */
TrackerIssue *tracker_issue_ref   (TrackerIssue *issue);
void          tracker_issue_unref (TrackerIssue *issue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrackerIssue, tracker_issue_unref)
