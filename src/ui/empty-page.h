/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is shown where there is no log: what can be dropped, buttons that open and paste, and
 * the last logs, each with the action win.open-uri. */
#define CULPRIT_TYPE_EMPTY_PAGE (culprit_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (CulpritEmptyPage, culprit_empty_page, CULPRIT, EMPTY_PAGE, GtkWidget)

GtkWidget *culprit_empty_page_new (void);

G_END_DECLS
