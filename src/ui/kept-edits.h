/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* What the user wrote in the issues of logs (issue-edits.h), by the address of the log, so that it is there when the log is
 * opened again. It is kept in the file "edits" of the user's folder for state, which nobody else may read: the fields
 * that were changed, as they were left, and nothing else of a log. What the file says is checked when it is read. */

/* Logs; of more, those that were written in last stay. */
#define KEPT_EDITS_MAX_LOGS 100

/* Bytes of one issue's; more is not kept. */
#define KEPT_EDITS_MAX_SIZE (256 * 1024)

/* What was kept for URI (of ISSUE_EDITS_TYPE, transfer full), or NULL. */
GVariant *kept_edits_look_up (const char  *uri);

/* Puts EDITS in its place; NULL removes it. FALSE where they are too long to be kept. */
gboolean  kept_edits_set     (const char  *uri,
                              GVariant    *edits,
                              GError     **error);

/* Waits until all that was put there is on the disk; FALSE where it cannot be. */
gboolean  kept_edits_settle  (void);

/* Removes the file. */
void      kept_edits_forget  (void);
