/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "issue.h"

/* Makes title and body of ISSUE as it is now in a worker. CALLBACK is called even where CANCELLABLE was cancelled. */
void     issue_making_start  (Issue               *issue,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);

/* Gives ISSUE, the same, what was made. FALSE where it was changed meanwhile. */
gboolean issue_making_finish (GAsyncResult *result,
                              Issue        *issue);
