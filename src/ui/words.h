/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "failure.h"
#include "findings.h"

G_BEGIN_DECLS

/* What the window calls things, in the user's language and way of writing numbers. */

/* "0.1 s", "13 s", "21:53", "1:02:03"; "" for less than a tenth of a second, and for what is
 * not known (transfer full). */
char       *culprit_dup_duration         (double seconds);

/* The same for the ear: "21 minutes 53 seconds" (transfer full). */
char       *culprit_dup_duration_words   (double seconds);

/* Seconds as a clock counts them: "0:13", "21:53", "1:02:03" (transfer full). */
char       *culprit_dup_clock            (gint64 seconds);

/* When something was, by a time of Unix, for people: "10:21", "Yesterday" or a date; "" for what is no time. NOW and the
 * result are in the local time zone (transfer full). */
char       *culprit_dup_day              (gint64 time,
                                          gint64 now);

/* A count with its thousands marked: "3,054" (transfer full). */
char       *culprit_dup_count            (gint64 count);

/* "⋯ 634 lines": so many are not shown (transfer full). */
char       *culprit_dup_gap              (gint64 n_lines);

/* "1 secret masked, 2 personal details": what a text had in it; only what there is, but for a text with
 * neither, "0 secrets masked" (transfer full). */
char       *culprit_dup_secrets          (guint n_masked,
                                          guint n_personal);

/* "Failed", "Timed out", "Exited with status 139" (transfer full). */
char       *culprit_dup_failure_kind     (const Failure *failure);

/* Name of the kind's icon. */
const char *culprit_get_failure_icon     (const Failure *failure);

/* The exception and what it says: "ValueError: Actor with name …" (transfer full). */
char       *culprit_dup_failure_cause    (const FailureCause *cause);

/* What MESSAGE says of NAME, where it starts with it: "x.gz is broken: truncated input" and
 * "x.zip: a.txt is broken" say "truncated input" and "a.txt is broken"; else all of it. */
const char *culprit_skip_name            (const char *message,
                                          const char *name);

/* NAME with places at which it may be broken over lines, after "_" and where its parts part
 * (transfer full). */
char       *culprit_dup_breakable        (const char *name);

/* All that a row shows, for the ear; REPORTED says which issue reports it, or is NULL; the failure is number POSITION
 * (from 1) of N (transfer full). */
char       *culprit_dup_failure_words    (const Failure *failure,
                                          const char    *reported,
                                          guint          position,
                                          guint          n);

/* What the runners' own summaries count, beside what was found: "pytest’s summary counts 3, 2 were found";
 * NULL where they count nothing (transfer full). */
char       *culprit_dup_claim            (const Findings *findings);

/* Text of a log as a label can show it: valid UTF-8 on one line, of at most a thousand
 * characters, since a label lays out all of its text however little of it is seen
 * (transfer full). */
char       *culprit_dup_shown_text       (const char *text);

/* TEXT as a button shows it: without the mark of its mnemonic (transfer full). */
char       *culprit_dup_without_mnemonic (const char *text);

/* What a menu shows as TEXT, whose underlines are no mnemonics (transfer full). */
char       *culprit_dup_for_menu         (const char *text);

G_END_DECLS
