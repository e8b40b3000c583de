/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings.h"
#include "log-store.h"
#include "secret-list.h"

/* The lines of a log with their secrets masked, for texts that are made of several ranges of them. A
 * secret that began before a range, or ends after it, is known all the same. */
typedef struct MaskedLines MaskedLines;

/* Of a line of more than MAX_LINE bytes so many are shown, and how many more there are. LIST, which may
 * be NULL, gets what is found in the ranges; it and STORE are borrowed. */
MaskedLines *masked_lines_new  (LogStore   *store,
                                gsize       max_line,
                                SecretList *list);
void         masked_lines_free (MaskedLines *self);

/* Adds the lines of RANGE to LINES (of char *, freed with g_free()). FALSE where they have more than MAX_BYTES: then
 * none is added. Ranges in the log's order are read best: what stands between near ones is read once. */
gboolean     masked_lines_read (MaskedLines *self,
                                LineRange    range,
                                gsize        max_bytes,
                                GPtrArray   *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaskedLines, masked_lines_free)
