/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "triage.h"

/* A triage in words and tables. WITH_ALWAYS: with the tests that always fail. Names come from logs and services: what could
 * hide text or act is made harmless. All is transfer full. */

/* "13 tests fail on main, 4 are not reported", or "Nothing fails on main", or, where that is not sure, "No test is known to
 * fail on main". */
char *triage_text_dup_summary  (const Triage *triage);

/* "3 always failing hidden", or "" where there are none. */
char *triage_text_dup_hidden   (const Triage *triage);

/* For people: a line a test, in columns; the tests' names, which are never cut, come last. The summary is above. */
char *triage_text_dup_table    (const Triage *triage,
                                gboolean      with_always);

/* A table for a comment on GitHub, always in English, with the summary above; what it would be too long with is told in a
 * line below. */
char *triage_text_dup_markdown (const Triage *triage,
                                gboolean      with_always);

/* RFC 4180, with a heading. A cell that a spreadsheet would take for a formula has a ' before it. Issues are "unknown" where
 * the tracker could not be read. */
char *triage_text_dup_csv      (const Triage *triage,
                                gboolean      with_always);
