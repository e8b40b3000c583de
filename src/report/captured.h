/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "log-store.h"

/* What a test printed, as a runner repeats it after the part that explains the failure, each
 * block under a heading in a dashed rule: "----- Captured stdout call -----".
 *
 * Gives the blocks that follow line AFTER (a GArray of LineRange, transfer full): the heading
 * and the whole of up to CAPTURED_LINES lines, or the last so many of more. */
#define CAPTURED_LINES 40

GArray *captured_find (LogStore *store,
                       gint64    after);
