/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "screen.h"

/* A terminal without a display: carries out on a Screen what TerminalParser finds. */
typedef struct Terminal Terminal;

typedef struct {
  ScreenFunc got_row;

  /* An application program command (APC), NUL-terminated. The time that it tells for the row
   * that it stands in, or LINE_NO_TIME. */
  gint64   (*got_command) (const char *command,
                           gpointer    user_data);
} TerminalFuncs;

/* FUNCS are borrowed. */
Terminal *terminal_new    (const TerminalFuncs *funcs,
                           gpointer             user_data);
void      terminal_free   (Terminal            *terminal);

void      terminal_push   (Terminal            *terminal,
                           const guint8        *bytes,
                           gsize                length);

/* No bytes follow: hands over all rows. */
void      terminal_finish (Terminal            *terminal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Terminal, terminal_free)
