/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The check boxes of a form's field, as a card with a button that copies them.
 *
 * Signal: toggled (uint check, boolean active), when the user changed one. */
#define CULPRIT_TYPE_CHECKS_ROW (culprit_checks_row_get_type ())
G_DECLARE_FINAL_TYPE (CulpritChecksRow, culprit_checks_row, CULPRIT, CHECKS_ROW, GtkWidget)

/* CHECKS are the labels, inline Markdown; ACTION, with its target, copies the field. */
GtkWidget *culprit_checks_row_new        (const char         *caption,
                                          GStrv               checks,
                                          const char         *action);

void       culprit_checks_row_set_active (CulpritChecksRow   *row,
                                          guint               check,
                                          gboolean            active);

G_END_DECLS
