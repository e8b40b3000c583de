/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the user may choose for good: tokens, what is looked up, what is kept. */
#define CULPRIT_TYPE_PREFERENCES (culprit_preferences_get_type ())
G_DECLARE_FINAL_TYPE (CulpritPreferences, culprit_preferences, CULPRIT, PREFERENCES,
                      AdwPreferencesWindow)

GtkWidget *culprit_preferences_new (GtkWindow *parent);

G_END_DECLS
