/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "section.h"

G_BEGIN_DECLS

/* A section of the log in the list: its name, how long it took, and a cross where something
 * in it failed. */
#define CULPRIT_TYPE_SECTION_ROW (culprit_section_row_get_type ())
G_DECLARE_FINAL_TYPE (CulpritSectionRow, culprit_section_row, CULPRIT, SECTION_ROW, GtkListBoxRow)

GtkWidget *culprit_section_row_new            (void);

/* Shows SECTION; cheap where that changes nothing. */
void       culprit_section_row_set_section    (CulpritSectionRow *row,
                                               const Section     *section,
                                               gboolean           has_failures);

/* The section's first line. */
gint64     culprit_section_row_get_first_line (CulpritSectionRow *row);

G_END_DECLS
