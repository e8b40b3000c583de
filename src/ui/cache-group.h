/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is kept of the services' logs and answers, in the preferences: its size, and a button that
 * clears it. */
#define CULPRIT_TYPE_CACHE_GROUP (culprit_cache_group_get_type ())
G_DECLARE_FINAL_TYPE (CulpritCacheGroup, culprit_cache_group, CULPRIT, CACHE_GROUP,
                      AdwPreferencesGroup)

GtkWidget *culprit_cache_group_new (void);

G_END_DECLS
