/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "terminal-parser.h"

/* How a character looks, as far as Culprit shows it: LineStyle's colour, and STYLE_BOLD. */
typedef guint8 Style;

#define STYLE_NONE        0
#define STYLE_COLOUR_MASK 0x0f
#define STYLE_BOLD        0x10

/* STYLE after the SGR sequence SEQUENCE, in any of its spellings. */
Style style_apply (Style                  style,
                   const ControlSequence *sequence);
