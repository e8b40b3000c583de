/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* A finished line of a clean log, as it goes from the cleaner to whoever listens.
 *
 * Line numbers count from 1 everywhere in Culprit and are those of the clean log.
 */

/* No time is known for a line. */
#define LINE_NO_TIME G_MININT64

/* What a CI said about sections on this line. */
typedef enum {
  LINE_MARK_NONE,
  LINE_MARK_SECTION_START,       /* a section starts here and ends the one before it on the same level */
  LINE_MARK_SECTION_START_OPEN,  /* the same, and it is to be shown unfolded (Buildkite's +++) */
  LINE_MARK_SECTION_END,         /* the innermost open section ends with this line */
  LINE_MARK_SECTION_ENDED,       /* the section ended with the line before */
  LINE_MARK_SECTION_OPEN,        /* the section that this line is in is to be shown unfolded (Buildkite's ^^^ +++) */
} LineMark;

/* A run of characters that the program coloured. Colours: 0 is the default, 1 to 8 the
 * eight colours of the terminal in their order red green yellow blue magenta cyan white grey. */
typedef struct {
  guint32 start;             /* bytes from the line's start */
  guint32 length;            /* bytes */
  guint8  colour;
  guint8  bold;
} LineStyle;

/* Everything is borrowed and valid during the call that hands it over. */
typedef struct {
  const char      *text;     /* valid UTF-8 without line end, NUL or controls but tab; not NUL-terminated */
  gsize            length;   /* bytes */
  gint64           time;     /* milliseconds since 1970 UTC, or LINE_NO_TIME; where the log's stamps
                                have no date, since the midnight before its first line */
  LineMark         mark;
  gint64           took;     /* milliseconds that the CI says the section before this line took, or 0 */
  const char      *section;  /* where a section starts: its name, NUL-terminated; else NULL */
  const LineStyle *styles;   /* in order, not overlapping */
  guint            n_styles;
  gboolean         is_cut;   /* a long line, whose text goes on with the next Line; that has text and styles alone */
} Line;

/* A line is cut where it has as many bytes or a few more, so that nobody has to hold it as a
 * whole. */
#define LINE_LIMIT (1024 * 1024)

/* Lines first to last, both included; first > last is an empty range. */
typedef struct {
  gint64 first;
  gint64 last;
} LineRange;

/* For g_array_sort(): by their first lines. */
static inline int
line_range_compare (gconstpointer a,
                    gconstpointer b)
{
  const LineRange *range = a, *other = b;

  return (range->first > other->first) - (range->first < other->first);
}
