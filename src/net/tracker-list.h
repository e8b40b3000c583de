/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "http.h"
#include "profile.h"
#include "tracker-issue.h"

/* The issues of a project's tracker that may report a failure, fetched as they are: nothing of a log is sent.
 *
 *   GET /repos/O/R/issues?labels=L&state=open&per_page=100, and
 *   GET /repos/O/R/issues?labels=L&state=closed&since=DAY&per_page=100, without pull requests
 *   GET /orgs/O/projectsV2/N/items?per_page=100: {content_type, content: {number, …}}; readable without a token
 *
 * Answers are kept with their ETag: the next time most of it is "304 Not Modified". */
typedef struct {
  GPtrArray *issues;       /* of TrackerIssue */
  char      *warning;      /* what could not be read, and that the rest was; or NULL */
} TrackerList;

/* The open issues with PROFILE's labels, the closed ones that changed in the last KNOWN_MAX_DAYS_CLOSED days, and which of
 * them are on its board; NOW is in seconds since 1970. A board that cannot be read is a warning; a profile without a
 * repository, or issues that cannot be read, are an error. */
TrackerList *tracker_list_read (Http          *http,
                                const Profile *profile,
                                gint64         now,
                                GCancellable  *cancellable,
                                GError       **error);

/* No more than the open issues, of which is not known whether they are on the board. */
TrackerList *tracker_list_read_open (Http          *http,
                                     const Profile *profile,
                                     GCancellable  *cancellable,
                                     GError       **error);
void         tracker_list_free (TrackerList   *list);

/* An issue as GitHub tells of it, or NULL where OBJECT is none, or a pull request (transfer full). */
TrackerIssue *tracker_list_read_issue (JsonObject *object);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrackerList, tracker_list_free)
