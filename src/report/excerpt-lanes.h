/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "job-log.h"

/* Where a log shows what several programs or processes print, line by line as it comes, those of the others stand
 * between the lines of a failure: "db-1  | ", "(Worker_TP1 pid=2) ". */

/* The lines in the parts of FINDINGS' failures, and of their causes, that are of another output than the part is, and
 * in none that is of their own: a GArray of LineRange in the log's order (transfer full). What tells of no
 * output stays, and so does all of a part that is of none. */
GArray *excerpt_lanes_find_others (JobLog         *log,
                                   const Findings *findings);

/* Splits RANGE in those that OTHERS leave of it (transfer full). Lines that stand alone between two are left where these
 * are otherwise whole. RET_DENSE says that so many are split off that their places do not matter. */
GArray *excerpt_lanes_split       (const GArray   *others,
                                   LineRange       range,
                                   gboolean       *ret_dense);
