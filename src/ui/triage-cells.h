/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "triage-item.h"

G_BEGIN_DECLS

/* Makes the cells of COLUMN, for items of CulpritTriageItem. What is a link opens in the browser; the cell of a test
 * that nobody has reported has a button with the action triage.draft, whose target is the address of a job. */
GtkListItemFactory *culprit_triage_cells_new (TriageColumn column);

G_END_DECLS
