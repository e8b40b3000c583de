/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "line.h"

/* What the store keeps of a line beside its text: its length, time and colours, packed into
 * a few bytes. A time is kept as the difference to the one before it. */

/* Colours beyond this many runs in a line are not kept. */
#define LINE_RECORD_MAX_STYLES 1024

typedef struct {
  gsize   length;       /* of the text, without line end */
  gint64  time;         /* or LINE_NO_TIME */
} LineRecord;

/* Appends LINE's record to BYTES. LAST_TIME is the last known time, 0 at a group's start. */
void     line_record_write (GByteArray  *bytes,
                            const Line  *line,
                            gint64      *last_time);

/* The same for a line without styles. Returns how many BYTES it takes. */
#define LINE_RECORD_SMALL 20
gsize    line_record_write_small (guint8      bytes[LINE_RECORD_SMALL],
                                  const Line *line,
                                  gint64     *last_time);

/* Reads the record at *POSITION in BYTES and moves past it. STYLES (of LineStyle), where not
 * NULL, gets the colours. FALSE where the bytes end too early. */
gboolean line_record_read  (const guint8 *bytes,
                            gsize         length,
                            gsize        *position,
                            gint64       *last_time,
                            LineRecord   *record,
                            GArray       *styles);
