/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "log-view.h"

G_BEGIN_DECLS

/* A narrow map of the whole log beside its view, which is also the scroll bar: failures,
 * causes, lines with errors, hits of a search, tail range, and where the view is. Click and drag go there. Role scroll bar. */
#define CULPRIT_TYPE_OVERVIEW_STRIP (culprit_overview_strip_get_type ())
G_DECLARE_FINAL_TYPE (CulpritOverviewStrip, culprit_overview_strip, CULPRIT, OVERVIEW_STRIP, GtkWidget)

/* Property: view (CulpritLogView). */
GtkWidget *culprit_overview_strip_new (void);

G_END_DECLS
