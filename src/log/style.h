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

/* What an SGR parameter changes, where no other parameter belongs to it. */
typedef struct {
  Style drop;
  Style add;
} StyleChange;

#define STYLE_LAST_NUMBER 98      /* this one and all above it change nothing */

extern const StyleChange style_changes[STYLE_LAST_NUMBER + 1];

/* STYLE after SGR with the one parameter NUMBER. */
static inline Style
style_apply_number (Style style,
                    guint number)
{
  const StyleChange *change = &style_changes[MIN (number, STYLE_LAST_NUMBER)];

  return (style & ~change->drop) | change->add;
}

/* STYLE after the SGR sequence SEQUENCE, in any of its spellings. */
Style style_apply (Style                  style,
                   const ControlSequence *sequence);
