/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "failure.h"

G_BEGIN_DECLS

/* A failure in the list: kind, test, at most two lines of what it says, its cause with the
 * line, file, whether it is flaky, and which issue reports it.
 *
 * Signal: cause-activated, when the line of the cause is clicked. */
#define CULPRIT_TYPE_FAILURE_ROW (culprit_failure_row_get_type ())
G_DECLARE_FINAL_TYPE (CulpritFailureRow, culprit_failure_row, CULPRIT, FAILURE_ROW, GtkListBoxRow)

GtkWidget *culprit_failure_row_new         (void);

/* Shows FAILURE, which is number POSITION (from 1) of N; cheap where that changes nothing. */
void       culprit_failure_row_set_failure (CulpritFailureRow *row,
                                            const Failure     *failure,
                                            guint              position,
                                            guint              n);

/* Whether FAILURE is the one that the row shows, though it may have moved or be known better. */
gboolean   culprit_failure_row_is_of       (CulpritFailureRow *row,
                                            const Failure     *failure);

/* Shows whether the failure is reported: ISSUES are those (of KnownIssue, best first) that may report it; NULL: it is not
 * known whether any does. */
void       culprit_failure_row_set_issues  (CulpritFailureRow *row,
                                            GPtrArray         *issues);

G_END_DECLS
