/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "issue.h"

/* What was changed in an issue by hand, as it may be written to a file: which log it is of (job, commit, a sum
 * of what failed first), then title, job and commit where they were changed, fields by label, and check boxes by label and name. */
#define ISSUE_EDITS_TYPE "(sssmsmsmsa(ss)a(ssb))"

/* NULL where nothing was changed, else transfer full. What the user wrote is in it as it was written, with what is masked
 * when it goes out. */
GVariant *issue_dup_edits   (Issue    *issue);

/* Whether EDITS, of ISSUE_EDITS_TYPE, are of the log that ISSUE is of. */
gboolean  issue_edits_are_of (GVariant *edits,
                              Issue    *issue);

/* Changes in ISSUE what EDITS (of ISSUE_EDITS_TYPE) say, as far as it has such fields. FALSE, and nothing is changed, where
 * they are of another log. */
gboolean  issue_apply_edits (Issue    *issue,
                             GVariant *edits);
