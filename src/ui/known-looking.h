/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings.h"
#include "known.h"

/* Looks in a worker which failures of a log are reported. */

/* BEFORE, which may be NULL, is what another look found: then the tracker is not asked again. All may be let go. */
void           known_looking_start  (const KnownFailures *before,
                                     Profile             *profile,
                                     Findings            *findings,
                                     const char          *job,
                                     GObject             *object,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback);

/* What was found (transfer full), or NULL. */
KnownFailures *known_looking_finish (GAsyncResult        *result,
                                     GError             **error);

/* Of what it was found. Borrowed. */
Findings      *known_looking_get_findings (GAsyncResult  *result);
