/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "line.h"

/* A time stamp's form, such as "[YYYY-MM-DDThh:mm:ssZ] ":
 *
 *     YYYY MM DD hh mm ss   that many digits
 *     f…                    behind ss and a point or comma: a digit of the fraction each
 *     F                     behind ss: a point or comma and up to nine digits, or nothing
 *     z                     behind the time: Z, +hh:mm, +hhmm or +hh (or with a minus)
 *     xx                    two hexadecimal digits, which say nothing of the time
 *     ?                     any character
 *     *                     any text, up to the character that follows in the form
 *
 * Everything else stands for itself. The time is UTC where no z says otherwise. The times of a
 * stamp without a date count from 1970-01-01.
 */
typedef struct Stamp Stamp;

/* No stamp is longer in a log, in bytes. */
#define STAMP_MAX_LENGTH 256

/* Nor is the form of one. */
#define STAMP_MAX_FORM   64

/* The start of the last stamp that was read, up to its seconds: most lines begin as the one
 * before. All zero at first; one for each Stamp and log. */
typedef struct {
  char   text[STAMP_MAX_FORM];
  gsize  length;
  gint64 time;
} StampMemory;

/* NULL where TEMPLATE gives a part of a date or of a time alone, or a part twice, has text
 * that nothing ends, is too long or has a line end. */
Stamp   *stamp_new      (const char *template);
void     stamp_free     (Stamp      *stamp);

/* Without a time, what stands before a line is no more than what someone added to it. */
gboolean stamp_has_time (const Stamp *stamp);
gboolean stamp_has_date (const Stamp *stamp);

/* Length of the stamp that TEXT starts with, or 0. What is decisive are the first
 * STAMP_MAX_LENGTH bytes of TEXT, or those up to its line end. Of a stamp before an empty line,
 * editors and web forms take the blank away: then it ends before the line's end.
 * MEMORY may be NULL. RET_TIME: milliseconds since 1970, or LINE_NO_TIME. */
gsize    stamp_match    (const Stamp *stamp,
                         StampMemory *memory,
                         const char  *text,
                         gsize        length,
                         gint64      *ret_time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stamp, stamp_free)
