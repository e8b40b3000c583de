/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* What the tests of the terminal's files share: logs, and the lines that a terminal makes of
 * them. Of what is erased it keeps what starts with "mark:", shown as {mark:…}; what is concealed
 * and starts with "note:" goes. */
typedef struct {
  const char *name;
  const char *bytes;
  const char *lines;       /* each with a line end */
} TerminalCase;

/* The lines of BYTES, pushed in chunks of the size CHUNK (transfer full). */
char *terminal_show          (const char         *bytes,
                              gsize               length,
                              gsize               chunk);

/* The same by the short way that any processor can go. */
char *terminal_show_portably (const char         *bytes,
                              gsize               length);

/* The same for chunks of several sizes, of which all must give the same. */
char *terminal_show_cut      (const char         *bytes,
                              gsize               length);

void  terminal_add_cases     (const TerminalCase *cases,
                              guint               n_cases);
