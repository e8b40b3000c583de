/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "terminal-parser.h"

/* How a character looks, as far as it matters here: LineStyle's colour, and flags. */
typedef guint8 Style;

#define STYLE_NONE        0
#define STYLE_COLOUR_MASK 0x0f
#define STYLE_BOLD        0x10
#define STYLE_CONCEALED   0x20

/* What an SGR sequence changes. */
typedef struct {
  Style drop;
  Style add;
} StyleChange;

#define STYLE_LAST_NUMBER 98      /* this one and all above it change nothing */

/* By parameter. */
extern const StyleChange style_changes[STYLE_LAST_NUMBER + 1];

/* Whether the parameters after NUMBER belong to it. */
static inline gboolean
style_has_followers (guint number)
{
  return number == 38 || number == 48 || number == 58;
}

static inline StyleChange
style_get_change (guint number)
{
  return style_changes[MIN (number, STYLE_LAST_NUMBER)];
}

static inline Style
style_change (Style       style,
              StyleChange change)
{
  return (style & ~change.drop) | change.add;
}

/* First one, then the other. */
static inline StyleChange
style_change_add (StyleChange first,
                  StyleChange second)
{
  return (StyleChange) { first.drop | second.drop, style_change (first.add, second) };
}

/* STYLE after the SGR sequence SEQUENCE, in any of its spellings. */
Style style_apply (Style                  style,
                   const ControlSequence *sequence);
