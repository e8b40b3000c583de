/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "terminal.h"
#include "terminal-parser.h"
#include "style-reader.h"

typedef const guint8 *(*TerminalTakeFunc) (Terminal     *terminal,
                                           const guint8 *bytes,
                                           const guint8 *end);

struct Terminal {
  const TerminalFuncs *funcs;
  gpointer             user_data;

  TerminalParser      *parser;
  Screen              *screen;         /* one of the two that follow */
  Screen              *main_screen;
  Screen              *alternate;      /* or NULL where it is not shown */
  TerminalTakeFunc     take_plain;

  Style                style_mask;     /* what of a style the screen keeps */
  StyleReader          style_reader;
  Style                style;
  GString             *concealed;      /* text since the style conceals it */
  gboolean             draws[2];       /* whether the character sets G0 and G1 are line drawing */
  guint                set;            /* which of them is in use */

  guint                bottom_margin;  /* the last row that scrolls, counted from 1; 0: all do */
  gboolean             in_status_line; /* the cursor is below it */
};

void          terminal_set_style     (Terminal              *terminal,
                                      Style                  style);

/* Shows the alternate screen, or the main one as it was before. What the alternate one still
 * holds goes when it is left. */
void          terminal_set_alternate (Terminal              *terminal,
                                      gboolean               alternate);

/* The text that was concealed is complete. */
void          terminal_end_concealed (Terminal              *terminal);

/* What the parser found, with the terminal as user data. */
void          terminal_got_escape    (char                   intermediate,
                                      char                   final,
                                      gpointer               user_data);
void          terminal_got_sequence  (const ControlSequence *sequence,
                                      gpointer               user_data);

/* Takes what nearly all of a log is, by the shortest way: text that goes to a row's end, line
 * ends, colours, commands. Returns what follows, which is something else, or END.
 *
 * terminal-plain.c is compiled twice: for any processor, and where the compiler can for those
 * with AVX2. */
const guint8 *terminal_take_plain      (Terminal             *terminal,
                                        const guint8         *bytes,
                                        const guint8         *end);
const guint8 *terminal_take_plain_avx2 (Terminal             *terminal,
                                        const guint8         *bytes,
                                        const guint8         *end);

/* The one for AVX2, or NULL where it cannot run here. */
TerminalTakeFunc terminal_get_avx2     (void);
