/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "history-finding.h"

/* What a history says, in words. */

/* For the window, in the user's language: "Failed in 10 of 10 runs since, in 0 of 12 before: a break, not a flake." */
char *history_text_dup_sentence (const HistoryFinding *finding);

/* "12 builds between were not looked at", likewise, or NULL where the first bad build is known for sure. */
char *history_text_dup_between  (const HistoryFinding *finding);

/* Whose the failure is, likewise, without a point: "Broken on main since #64437". */
char *history_text_dup_verdict  (const HistoryFinding *finding);

/* For a tracker, as GitHub's Markdown: the sentence, both builds, and the first HISTORY_TEXT_SUSPECTS suspects. Always
 * in English. Names of builds, jobs, tests and pull requests act as nothing in it, and secrets in them are masked. */
char *history_text_dup_markdown (const HistoryFinding *finding);

#define HISTORY_TEXT_SUSPECTS 5
