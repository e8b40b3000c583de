/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings.h"
#include "known-match.h"
#include "profile.h"
#include "tracker-list.h"

/* Which failures of a log a project's tracker knows. */
typedef struct {
  GPtrArray *issues;       /* one GPtrArray (of KnownIssue, best first) a failure, in their order */
  GPtrArray *tracker;      /* of TrackerIssue: all that there are */
  char      *warning;      /* what could not be looked up, or NULL */
  gint64     checked_at;   /* seconds since 1970 */
} KnownFailures;

/* Looks FAILURES (of Failure) of JOB ("" where that is not known) up in PROFILE's tracker. Blocks. */
KnownFailures *known_look_up       (Http            *http,
                                    const Profile   *profile,
                                    const GPtrArray *failures,
                                    const char      *job,
                                    GCancellable    *cancellable,
                                    GError         **error);

/* The same for other failures without asking anew: TRACKER is what another look found at CHECKED_AT. */
KnownFailures *known_look_up_in    (GPtrArray       *tracker,
                                    gint64           checked_at,
                                    const GPtrArray *failures,
                                    const char      *job);
void           known_failures_free (KnownFailures   *known);

/* The issues of failure number INDEX. Borrowed. */
GPtrArray     *known_failures_get  (const KnownFailures *known,
                                    guint                index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KnownFailures, known_failures_free)
