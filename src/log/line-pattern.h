/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* How a line starts that a CI wrote: words, and between them fields in braces.
 *
 *     --- {name}
 *     section_start:{seconds}:{name}[{*}collapsed=true
 *
 *     {name}           text, up to the words that follow it or the line's end
 *     {key}            the same: what a section's start and end have in common, where that is
 *                      not its name
 *     {*}              the same: text that is of no interest
 *     {seconds}        digits: a time since 1970
 *     {milliseconds}
 *     {nanoseconds}
 *     {took}           digits: nanoseconds that something took
 *
 * A field that text fills ends where the words behind it come first. Braces with anything else
 * within stand for themselves. What follows in the line does not matter.
 */
typedef struct LinePattern LinePattern;

/* What a line gives for the fields. Strings are borrowed from the line, and NULL where the
 * pattern has no such field. */
typedef struct {
  gsize       length;          /* bytes of the line that the pattern took */
  const char *name;
  gsize       name_length;
  const char *key;
  gsize       key_length;
  gint64      time;            /* milliseconds since 1970, or LINE_NO_TIME */
  gint64      took;            /* milliseconds, or 0 */
} LineFields;

/* NULL where TEMPLATE does not start with a word, has two fields without words between them, or
 * has more than 16 fields and words. */
LinePattern *line_pattern_new       (const char        *template);
void         line_pattern_free      (LinePattern       *pattern);

/* The first byte of every line that fits. */
guint8       line_pattern_get_first (const LinePattern *pattern);

/* ESCAPE, where it is not NUL, takes the special meaning from the character behind it, so that
 * no field ends there. */
gboolean     line_pattern_match     (const LinePattern *pattern,
                                     char               escape,
                                     const char        *text,
                                     gsize              length,
                                     LineFields        *ret_fields);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LinePattern, line_pattern_free)
