/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ci-format.h"
#include "terminal.h"

/* Takes the time stamps that a CI put before a log's lines off the bytes, on their way to a
 * terminal, and tells that the times. It works before the terminal, since what a line's program
 * did with the cursor, it did to the line without the stamp: a progress bar's carriage return
 * goes to where the stamp ended.
 *
 * A line without a stamp stays as it is.
 */
typedef struct StampRemover StampRemover;

/* FORMAT's stamps; WAITS: only after a line that tells that they come. Both are borrowed. */
StampRemover *stamp_remover_new    (const CiFormat *format,
                                    gboolean        waits,
                                    Terminal       *terminal);
void          stamp_remover_free   (StampRemover   *remover);

void          stamp_remover_push   (StampRemover   *remover,
                                    const guint8   *bytes,
                                    gsize           length);

/* No bytes follow: passes on what could still have become a stamp. */
void          stamp_remover_finish (StampRemover   *remover);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StampRemover, stamp_remover_free)
