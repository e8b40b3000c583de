/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "issue.h"

G_BEGIN_DECLS

/* The fields of a project's issue form, one below the other, to edit; hidden where it has none.
 *
 * Copy buttons are the action win.copy-field (int32: index of the field).
 * Signals: changed, when something was edited, after ISSUE was told; field-reset (GtkWidget), when the user had what was
 * written in a field's row replaced by what was made. */
#define CULPRIT_TYPE_FORM_FIELDS (culprit_form_fields_get_type ())
G_DECLARE_FINAL_TYPE (CulpritFormFields, culprit_form_fields, CULPRIT, FORM_FIELDS, GtkBox)

GtkWidget *culprit_form_fields_new         (void);

/* Makes empty fields for ISSUE, which is borrowed and must stay until another or NULL is set. Where the issue before
 * is still there and has the same form, its fields stay, with all that the user is about to write. */
void       culprit_form_fields_set_issue   (CulpritFormFields *fields,
                                            Issue             *issue);

/* Shows what the issue, which is prepared, says in the fields that the user has not changed. */
void       culprit_form_fields_update      (CulpritFormFields *fields);

/* Adds TEXT, Markdown about the failure's history, to the field that asks for it, or where none does, to the first that
 * nothing else fills. FALSE where there is none. */
gboolean   culprit_form_fields_add_history (CulpritFormFields *fields,
                                            const char        *text);

G_END_DECLS
