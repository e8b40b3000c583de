/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings.h"
#include "log-store.h"

/* The masked lines of a log, kept for whoever tries many choices of its ranges. Where a text has to be
 * exact, and its secrets known, its lines are read once more (masked-lines.h). */
typedef struct MaskedCache MaskedCache;

/* MAX_LINE as for masked_lines_new(); STORE is borrowed. */
MaskedCache *masked_cache_new  (LogStore *store,
                                gsize     max_line);
void         masked_cache_free (MaskedCache *cache);

/* As masked_lines_read(). */
gboolean     masked_cache_read (MaskedCache *cache,
                                LineRange    range,
                                gsize        max_bytes,
                                GPtrArray   *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaskedCache, masked_cache_free)
