/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

/* Opens what is at URI in the user's program for it, at the wish of WIDGET's window, which says in a toast where that failed. The
 * window may be closed meanwhile. */
void link_open          (GtkWidget  *widget,
                         const char *uri);

/* Opens the links in LABEL so. */
void link_open_those_of (GtkLabel   *label);
