/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings.h"
#include "known-match.h"
#include "section.h"

/* Findings by hand, for the tests of widgets. */

/* Adds a failure of pytest to FINDINGS and returns it (borrowed). */
Failure *sample_add_failure (Findings   *findings,
                             const char *test,
                             const char *message,
                             gint64      line);

/* Gives FAILURE a cause on LINE. */
void     sample_add_cause   (Failure    *failure,
                             const char *exception,
                             const char *message,
                             gint64      line);

/* Adds a section to SECTIONS, an array that frees it. */
void     sample_add_section (GPtrArray  *sections,
                             const char *name,
                             gint64      first_line,
                             gint64      last_line,
                             double      seconds);

GPtrArray *sample_sections_new (void);

/* Adds an open issue to ISSUES, an array that frees it, and returns it (borrowed). */
KnownIssue *sample_add_issue   (GPtrArray  *issues,
                                gint64      number,
                                const char *title,
                                KnownMatch  match);

GPtrArray *sample_issues_new   (void);
