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

/* STYLE after SGR with the one parameter NUMBER, which is none of those that others follow. */
Style style_apply_number (Style                  style,
                          int                    number);

/* STYLE after the SGR sequence SEQUENCE, in any of its spellings. */
Style style_apply        (Style                  style,
                          const ControlSequence *sequence);
