/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "data-file.h"

#include "profile.h"

/* The profile that FILE describes, or the error with file and line. */
Profile *profile_new (DataFile  *file,
                      GError   **error);
