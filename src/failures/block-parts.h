/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "blocks-private.h"

/* The lines of a failure: those above that belong to it, and those below up to where its rule says that it ends. While
 * they go on, the part is open. */

/* Frees what PART has: none is open, or offered, then. */
void     block_part_clear   (Part           *part);

/* Opens the part of what line NUMBER offers, the last one of LOOKBACK; where no lines follow, it is closed at once. */
void     block_parts_open   (Blocks         *blocks,
                             const Lookback *lookback,
                             gint64          number);

/* Takes the line into the open part, where it belongs there; else that is closed. */
gboolean block_parts_extend (Blocks         *blocks,
                             const char     *text,
                             gsize           length,
                             gint64          number);

/* Adds the failure of the open part, if there is one, to those that are known. */
void     block_parts_close  (Blocks         *blocks);
