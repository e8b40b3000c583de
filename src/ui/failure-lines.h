/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings.h"

/* Where in a log something failed: for each failure the line that names it, and the first one of the part that explains it. */

/* Those of FINDINGS, in the order of the log (of gint64, transfer full). */
GArray  *failure_lines_new      (Findings     *findings);

/* Whether one of LINES is among the lines FIRST to LAST. */
gboolean failure_lines_have_any (const GArray *lines,
                                 gint64        first,
                                 gint64        last);
