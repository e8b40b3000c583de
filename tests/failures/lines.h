/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "finder.h"

/* What the shipped rules find in TEXT, whose lines end with "\n" (transfer full). */
Findings      *find_in          (const char *text);
Findings      *find_in_rules    (Rules      *rules,
                                 const char *text,
                                 gboolean    complete);

const Failure *get_failure      (Findings   *findings,
                                 guint       index);

/* Checks what a failure is: kind, test, exception and message. */
void           check_failure    (Findings   *findings,
                                 guint       index,
                                 const char *kind,
                                 const char *test,
                                 const char *exception,
                                 const char *message);

void           check_lines      (Findings   *findings,
                                 guint       index,
                                 gint64      line,
                                 gint64      first_line,
                                 gint64      last_line);
