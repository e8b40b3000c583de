/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "triage-look.h"
#include "triage-runs.h"

/* Whether no more logs are needed. */
typedef gboolean (*TriageEnough) (GPtrArray *runs,
                                  gpointer   user_data);

/* Reads logs of RUNS, which are sorted, that failed, until it is ENOUGH (NULL: all of them), at most as many as LOOK lets;
 * one that is kept costs nothing. What could not be read is a warning; FALSE where none could, or where it was cancelled. */
gboolean triage_logs_read (const TriageLook  *look,
                           GPtrArray         *runs,
                           TriageEnough       enough,
                           gpointer           user_data,
                           GError           **error);
