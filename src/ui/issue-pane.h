/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "issue.h"

G_BEGIN_DECLS

/* The issue that the log should become: title, job, commit and the form's fields to edit, each
 * with a button that copies it, a preview as GitHub shows it, and how long it is.
 *
 * Copy buttons are the actions win.copy-title, win.copy-job, win.copy-commit and
 * win.copy-field (int32: index of the field); win.open-form opens the form.
 * Signals: changed, when the user edited something, after ISSUE was told; line-activated (gint64), when a
 * line of the log should be shown; field-reset (char *), when what was written in the field of that name
 * was replaced by what was made. */
#define CULPRIT_TYPE_ISSUE_PANE (culprit_issue_pane_get_type ())
G_DECLARE_FINAL_TYPE (CulpritIssuePane, culprit_issue_pane, CULPRIT, ISSUE_PANE, GtkWidget)

GtkWidget *culprit_issue_pane_new       (void);

/* ISSUE is borrowed and must stay until another or NULL is set; where it has the form of the one before, as when the log was
 * read on, what the user is about to write stays. NULL says that nothing failed. */
void       culprit_issue_pane_set_issue (CulpritIssuePane *pane,
                                         Issue            *issue);

/* Adds TEXT, Markdown about the failure's history, to the field of the form that asks for it, or where none does, to
 * the first that nothing else fills. FALSE where there is none. */
gboolean   culprit_issue_pane_add_history (CulpritIssuePane *pane,
                                           const char       *text);

/* Takes back what field-reset told of last. */
void       culprit_issue_pane_undo_reset (CulpritIssuePane *pane);

G_END_DECLS
