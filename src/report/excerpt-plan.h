/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings.h"
#include "log-store.h"

/* Which lines of a log explain its failures: ranges in the log's order that neither overlap
 * nor touch (a GArray of LineRange, transfer full). A single line between two is not left out.
 *
 * MAX_LINES counts the lines and, as one line each, the gaps before, between and after them;
 * 0 is no limit. Where they do not all fit, what stands first in this list does: the line of
 * each failure's cause and that which names the failure; the end of each cause's traceback and
 * what stands round each failure's message; the CI's last word; more of the traceback, and each
 * part's end; the whole of the causes and of the failures' parts; the runners' summaries; what the
 * tests printed (captured.h). Failures come in the order
 * of FINDINGS. */
GArray *excerpt_plan_new (LogStore       *store,
                          const Findings *findings,
                          guint           max_lines);

/* Lines in RANGES, without the gaps. */
gint64  excerpt_plan_count_lines (GArray *ranges);

/* RANGES, which are of a plan that nothing was left out of, with as much of what stands round the
 * failures and before the CI's last word as MAX_LINES have room for (transfer full). */
GArray *excerpt_plan_widen (LogStore       *store,
                            const Findings *findings,
                            GArray         *ranges,
                            guint           max_lines);
