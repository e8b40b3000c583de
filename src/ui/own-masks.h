/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The user's own files of what is to be masked (secret-formats.h), with what is wrong in them, and a button that opens
 * their folder; where there is none, it is made, with a file that shows the form. */
#define CULPRIT_TYPE_OWN_MASKS (culprit_own_masks_get_type ())
G_DECLARE_FINAL_TYPE (CulpritOwnMasks, culprit_own_masks, CULPRIT, OWN_MASKS, AdwPreferencesGroup)

GtkWidget *culprit_own_masks_new            (void);

/* The folder, made where it is not there (transfer full), or NULL. */
char      *culprit_own_masks_ensure_folder  (GError **error);

G_END_DECLS
