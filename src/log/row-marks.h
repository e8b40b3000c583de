/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* The combining characters that stand on a row's cells, which have no room for them. Hardly any
 * row has some: RowMarks is made with the first one, and NULL has none.
 */
typedef struct RowMarks RowMarks;

/* Marks on one character beyond this many are no text; Unicode's stream-safe form (UAX #15) has
 * as many at most. They go. */
#define ROW_MARKS_LIMIT 30

void        row_marks_free   (RowMarks       *marks);

/* Adds MARK to those in COLUMN, and makes *MARKS where there are none yet. */
void        row_marks_add    (RowMarks      **marks,
                              guint           column,
                              gunichar        mark);

/* Those in COLUMN as a text, or NULL. */
const char *row_marks_get    (const RowMarks *marks,
                              guint           column);

/* Takes out those in the columns from START to END, END not included. */
void        row_marks_drop   (RowMarks       *marks,
                              guint           start,
                              guint           end);

/* COUNT columns come in at COLUMN, or go there. */
void        row_marks_insert (RowMarks       *marks,
                              guint           column,
                              guint           count);
void        row_marks_remove (RowMarks       *marks,
                              guint           column,
                              guint           count);
