/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "history-search.h"

/* The question that everybody starts with: is it mine, or main's? */
typedef enum {
  VERDICT_UNKNOWN,
  VERDICT_BROKEN_ON_MAIN,
  VERDICT_FLAKY_ON_MAIN,
  VERDICT_PASSES_ON_MAIN,
} Verdict;

/* "unknown", "broken-on-main", "flaky-on-main", "passes-on-main", as in the JSON of culprit-cli history. */
const char *verdict_to_string (Verdict verdict);

/* What the branch's history says about a failure at MERGE_BASE, the index of the build that the failing change stands
 * on, or of the newest one before; -1 where it is older than all of them. Of a log of the branch itself it is the log's own
 * build, or the newest one where that is not listed. A build that has no outcome passes for one where those beside it that
 * have one agree.
 *
 * Few bad runs at the end of a history that had others before are a flake's, too.
 *
 * IS_CHANGED: the pull request itself adds or changes the test, so that no failure of it is the branch's. */
Verdict     verdict_judge     (const HistoryResult *history,
                               int                  merge_base,
                               gboolean             is_changed);
