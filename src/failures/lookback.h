/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* The last few lines, as far as a rule may look back. */

#define LOOKBACK_LINES 32
#define LOOKBACK_BYTES 252    /* of each, cut between characters */

typedef struct {
  gint64 number;
  guint  length;
  char   text[LOOKBACK_BYTES];
} LookbackLine;

typedef struct {
  guint        n_pushed;
  LookbackLine lines[LOOKBACK_LINES];
} Lookback;

/* Takes line NUMBER, the next one: valid UTF-8. */
void                lookback_push (Lookback       *lookback,
                                   const char     *text,
                                   gsize           length,
                                   gint64          number);

/* The line BACK lines before the last one (0: the last one), or NULL where it is too far. */
const LookbackLine *lookback_get  (const Lookback *lookback,
                                   guint           back);
