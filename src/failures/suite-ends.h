/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "block-list.h"

/* Lines that say that a suite failed as a whole ("alone: true" in the rules): they count where no failure of it is known.
 *
 * Whether the line that RULE has just matched only says again what LIST knows, or OPEN (NULL: there is none), whose
 * part goes on. What is known below line NUMBER and names no test gets its name. */
gboolean suite_end_is_told (BlockList      *list,
                            Block          *open,
                            const LineRule *rule,
                            PatternMatch   *match,
                            gint64          number);
