/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "job-log.h"
#include "secret-list.h"

/* The lines of a log that explain its failures, in the log's order, with what is left out
 * counted ("… 634 lines …"): each cause with its traceback, each failure's own part and what its
 * test printed, the runner's summary, the CI's last word. Secrets are masked. What stands there three
 * times or more on end is there once ("… (×57) …", "… these 2 lines (×57) …"); a line of more than
 * 64 KiB is cut. What a part has of other outputs between its lines (excerpt-lanes.h) gives way: as a gap where it
 * stands, or, where it stands all over, told once below ("… 57 lines of others between these …").
 *
 * Which lines come first where there is a limit: excerpt-plan.h. Where there is room for no line and the
 * gaps round it, it is the line that says best what failed, or as much of it as fits.
 */

typedef struct {
  guint    max_lines;        /* lines of the text, gaps included; 0: no limit */
  gsize    max_bytes;        /* of the text; 0: no limit of its own, but never more than 16 MiB */
  gboolean widen;            /* what MAX_LINES leave goes to what stands round the failures */
  gboolean compact;          /* for an issue: shortened as compact.h says, and a line of more than
                              * 1,000 bytes is cut */
  SecretList *secrets;       /* gets what is masked, and what is personal, in the text; or NULL */
} ExcerptLimits;

/* Text of the excerpt, each line with its end; "" where nothing failed. LIMITS may be NULL.
 * RET_MASKED and RET_LEFT_OUT (lines that the limits cost; both may be NULL) are set. */
char      *excerpt_dup_text         (JobLog              *log,
                                     const Findings      *findings,
                                     const ExcerptLimits *limits,
                                     guint               *ret_masked,
                                     gint64              *ret_left_out);

/* The same for a single failure: its cause, its part, the line that names it. */
char      *excerpt_dup_failure_text (JobLog              *log,
                                     const Failure       *failure,
                                     const ExcerptLimits *limits,
                                     guint               *ret_masked);
