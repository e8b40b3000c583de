/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "log-view-rows.h"
#include "log-view-selection.h"

G_BEGIN_DECLS

/* What a screen reader reads of a log: not all of it, which may be gigabytes, but the lines around the cursor, as one
 * text.
 *
 * It reads by the caret. After each move it asks where the caret is, and for the line, word or character there; what is
 * far away is not asked for. So the text is the block of LOG_SPOKEN_BLOCK lines in which the cursor is, with the one
 * before and the one after: inside of a block offsets stay as they are, and a step over its edge never leads to the same
 * offset, which screen readers take for no move. Lines that are hidden are left out, of long ones what is beyond
 * LOG_ROW_MAX_BYTES; the next line that is shown, on both sides, is always there. Offsets count characters. */
typedef struct {
  GString *text;             /* the lines, each with its end but the log's last one */
  GArray  *lines;            /* of LogSpokenLine, in their order; never empty but where the log is */
} LogSpoken;

typedef struct {
  gint64 line;
  gsize  start;              /* byte in the text */
} LogSpokenLine;

#define LOG_SPOKEN_BLOCK 32

typedef enum {
  LOG_SPOKEN_CHARACTER,
  LOG_SPOKEN_WORD,           /* with the blanks after it */
  LOG_SPOKEN_LINE,           /* with its end */
} LogSpokenUnit;

/* Around line CURSOR of the N_LINES of STORE, of which ROWS tells which are shown. */
LogSpoken *log_spoken_new        (LogStore      *store,
                                  const LogRows *rows,
                                  gint64         n_lines,
                                  gint64         cursor);
void       log_spoken_free       (LogSpoken     *spoken);

/* The offset of PLACE; what is before or after the text counts as its start or end. */
guint      log_spoken_get_offset (LogSpoken     *spoken,
                                  LogPlace       place);

/* The text from START to before END, less where there is less (transfer full). */
char      *log_spoken_dup_slice  (LogSpoken     *spoken,
                                  guint          start,
                                  guint          end);

/* Where the UNIT that OFFSET is in starts and ends; both are the text's end beyond that. */
void       log_spoken_find_unit  (LogSpoken     *spoken,
                                  guint          offset,
                                  LogSpokenUnit  unit,
                                  guint         *ret_start,
                                  guint         *ret_end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LogSpoken, log_spoken_free)

G_END_DECLS
