/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "data-file.h"

#include "profile.h"

void         profile_field_free    (gpointer         field);

/* The member "content" of NODE; "none" without. */
gboolean     profile_read_content  (const DataNode  *node,
                                    ProfileContent  *ret_content,
                                    GError         **error);

/* The profile that FILE describes, or the error with file and line. */
Profile *profile_new (DataFile  *file,
                      GError   **error);
