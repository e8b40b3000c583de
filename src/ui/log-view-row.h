/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "log-store.h"
#include "log-view-prefix.h"

/* What of a line is drawn, and which place in the drawn text is which place in the line.
 *
 * Three things differ from the line. A line of more than LOG_ROW_MAX_BYTES is cut, and says how
 * much there is more. A ruler of 40 to 400 columns, as runners draw them around a title, is
 * fitted to the width that is seen: its title stands at the start, the ruler goes to the edge.
 * A prefix is drawn short, see log-view-prefix.h. */
#define LOG_ROW_MAX_BYTES 4096

/* Places are bytes: "shown" in the drawn text, "source" in the line. */
typedef struct {
  GString *text;             /* what is drawn */
  gsize    source_length;    /* bytes of the whole line */
  gsize    marker;           /* where the words on what was cut start; the text's end without them */
  gsize    lead;             /* a fitted ruler or a short prefix: bytes before the rest, shown */
  gsize    skipped;          /* and how many of them were left out */
  gboolean fitted;           /* it is a ruler */
  LogPrefix prefix;          /* length 0: it is drawn as it is, or there is none */
} LogRow;

void  log_row_init      (LogRow *row);
void  log_row_clear     (LogRow *row);

/* LINE holds at most LOG_ROW_MAX_BYTES of a line of LENGTH bytes. COLUMNS is how wide a ruler
 * is to be, or 0 to leave rulers as they are. PREFIX is what is drawn short, or NULL. */
void  log_row_set       (LogRow           *row,
                         const StoredLine *line,
                         gsize             length,
                         guint             columns,
                         const LogPrefix  *prefix);

gsize log_row_to_source (const LogRow *row,
                         gsize         shown);
gsize log_row_to_shown  (const LogRow *row,
                         gsize         source);

/* Where a cursor that goes to SOURCE, in DIRECTION (1 or -1), comes to stand so that it is seen to move. */
gsize log_row_pass      (const LogRow *row,
                         gsize         source,
                         int           direction);
