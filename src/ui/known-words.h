/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "known.h"

G_BEGIN_DECLS

/* What the window says of the issues (of KnownIssue, best first) that report a failure. */

/* The one that a comment goes to: open, and of the same test or message. NULL where there is none; a NULL array has
 * none. Borrowed. */
const KnownIssue *known_words_get_report  (GPtrArray        *issues);

/* The one that is shown first: the report, else what may be one, or was. Borrowed, or NULL. */
const KnownIssue *known_words_get_first   (GPtrArray        *issues);

/* For a badge: "#31810", "New", or "#31810?" where only the file is the same (transfer full). */
char             *known_words_dup_badge   (GPtrArray        *issues);

/* What the badge says, for tooltips: "Already reported; open" (transfer full). */
char             *known_words_dup_meaning (GPtrArray        *issues);

/* "Already reported: #31810" (transfer full). */
char             *known_words_dup_heading (const KnownIssue *known);

/* "Open, on the dashboard · TITLE" (transfer full). */
char             *known_words_dup_line    (const KnownIssue *known);

G_END_DECLS
