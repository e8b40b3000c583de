/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What Culprit understands, to be searched: where logs come from, what they are packed with, the CIs and the test
 * runners and tools whose output it knows. The latter two are the files in data/ and the user's own. */
#define CULPRIT_TYPE_FORMATS_WINDOW (culprit_formats_window_get_type ())
G_DECLARE_FINAL_TYPE (CulpritFormatsWindow, culprit_formats_window, CULPRIT, FORMATS_WINDOW, AdwPreferencesWindow)

/* PARENT may be NULL. */
GtkWidget *culprit_formats_window_new (GtkWindow *parent);

G_END_DECLS
