/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "triage-item.h"
#include "width-class.h"

/* The columns of a triage's list, those of them that there is room for; see triage-cells.h for what they hold.
 * Where the desktop's text is larger than usual they are wider, and fewer; so they are as soon as it becomes larger. */
typedef struct TriageColumns TriageColumns;

/* For VIEW, which is borrowed and whose items are CulpritTriageItems. Until triage_columns_choose() it has none. */
TriageColumns *triage_columns_new    (GtkColumnView *view);
void           triage_columns_free   (TriageColumns *columns);

/* Puts those into the view that a window of WIDTH_CLASS has room for, with the least reliable test first. */
void           triage_columns_choose (TriageColumns *columns,
                                      WidthClass     width_class);
