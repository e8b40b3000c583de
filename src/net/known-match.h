/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "failure.h"
#include "tracker-issue.h"

/* Which issues of a tracker report a failure already. Nothing of the log is sent for it: the issues are fetched as they
 * are, and matched here. */

typedef enum {
  KNOWN_MATCH_TEST,       /* the same test, whatever its parameters, however its name is spelled */
  KNOWN_MATCH_FILE,       /* the same test file only */
  KNOWN_MATCH_MESSAGE,    /* the same exception and words, of the failure or of its cause */
} KnownMatch;

/* "test", "file", "message", as in the JSON of culprit-cli known. */
const char *known_match_to_string (KnownMatch match);

/* SCORE is 0 to 1, what speaks for the match:
 *
 *     test      1     file and function, or a name that hardly another test has, in the title; in the body 0.05 less
 *               0.9   the same where the file's folder or a class is missing; in the body 0.05 less
 *               0.8   file, suite or place, and name, on different lines
 *               0.7   a long name, of no file
 *     file      0.6   in the title without a test, 0.5 with another one; in the body 0.2 less
 *     message   0.7 to 1, how similar the words are; of a failure without a test 0.1 more, up to 1, where the title
 *                     names the job
 */
typedef struct {
  TrackerIssue *issue;
  KnownMatch    match;
  double        score;
} KnownIssue;

void        known_issue_free      (KnownIssue *known);

/* Issues made ready, once, for any number of failures. May be asked from any thread. */
typedef struct KnownIndex KnownIndex;

/* Issues that were closed longer ago are left out, as are closed ones of which it is not known when. */
#define KNOWN_MAX_DAYS_CLOSED 30

/* ISSUES (of TrackerIssue) has no pull requests. NOW is in seconds since 1970. */
KnownIndex *known_index_new       (GPtrArray     *issues,
                                   gint64         now);
void        known_index_free      (KnownIndex    *index);

/* The issues that report FAILURE of JOB, which may be NULL (element-type KnownIssue, transfer full). Open ones first,
 * then by the kind of match, the score, and the newer first. An issue comes once. A message that many issues have
 * tells nothing, and matches none. */
GPtrArray  *known_index_look_up   (KnownIndex    *index,
                                   const Failure *failure,
                                   const char    *job);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KnownIssue, known_issue_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KnownIndex, known_index_free)
