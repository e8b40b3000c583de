/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "triage.h"

/* Looks in a worker what fails on a project's main branch. */

/* The look for OBJECT has come to MESSAGE, words for the user. Called in the main thread, perhaps after the look ended. */
typedef void (*TriageLookingProgressFunc) (GObject    *object,
                                           const char *message);

/* Looks at the last N_DAYS days. PROFILE may be let go. */
void    triage_looking_start  (Profile                   *profile,
                               guint                      n_days,
                               GObject                   *object,
                               TriageLookingProgressFunc  progress_func,
                               GCancellable              *cancellable,
                               GAsyncReadyCallback        callback);

/* What was found (transfer full), or NULL. */
Triage *triage_looking_finish (GAsyncResult              *result,
                               GError                   **error);
