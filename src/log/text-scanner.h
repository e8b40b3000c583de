/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "terminal-parser.h"

/* The part of TerminalParser that runs nearly always: text, and the controls within it. What
 * is no UTF-8 becomes U+FFFD, what could hide text is spelled out, and a byte order mark at a
 * line's start goes. */
struct TextScanner {
  const TerminalHandler *handler;
  gpointer               user_data;

  guint8                 partial[4];      /* a character that a chunk's end cut */
  guint                  n_partial;
  gunichar               previous;        /* the last character, 0 for ASCII */
  gboolean               at_line_start;
};

void          text_scanner_init         (TextScanner           *scanner,
                                         const TerminalHandler *handler,
                                         gpointer               user_data);

/* Gives what BYTES start with, and returns what follows. Where that was an escape or a control
 * of the C1 set, RET_CONTROL says which, else 0. */
const guint8 *text_scanner_take         (TextScanner           *scanner,
                                         const guint8          *bytes,
                                         const guint8          *end,
                                         gunichar              *ret_control);

/* Gives BYTE, if it is one of the controls that count. */
void          text_scanner_take_control (TextScanner           *scanner,
                                         guint8                 byte);

/* No more bytes follow in this text: a character that was cut is broken. */
void          text_scanner_end          (TextScanner           *scanner);
