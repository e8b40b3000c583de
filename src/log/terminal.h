/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "screen.h"

/* A terminal without a display: carries out on a Screen what TerminalParser finds. */
typedef struct Terminal Terminal;

typedef struct {
  ScreenFuncs screen;

  /* An application program command (APC), NUL-terminated. The time that it tells for the row
   * that it stands in, or LINE_NO_TIME. */
  gint64   (*got_command)   (const char *command,
                             gpointer    user_data);

  /* Text that SGR 8 concealed, up to the next SGR: Jenkins keeps its notes so. TRUE takes it
   * out; otherwise it is text as any other, since a log's reader wants to see what is there. */
  gboolean (*got_concealed) (const char *text,
                             gsize       length,
                             gpointer    user_data);
} TerminalFuncs;

/* FUNCS are borrowed. */
Terminal *terminal_new    (const TerminalFuncs *funcs,
                           gpointer             user_data);
void      terminal_free   (Terminal            *terminal);

void      terminal_push   (Terminal            *terminal,
                           const guint8        *bytes,
                           gsize                length);

/* Whether rows have the styles of their text; they do, unless nobody wants them. */
void      terminal_set_keeps_styles (Terminal  *terminal,
                                     gboolean   keeps_styles);

/* The time of the row that the cursor is in. */
void      terminal_set_time (Terminal          *terminal,
                             gint64             time);

/* Hands over the rows that hardly ever change any more; see screen_flush(). */
void      terminal_flush  (Terminal            *terminal);

/* No bytes follow: hands over all rows. */
void      terminal_finish (Terminal            *terminal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Terminal, terminal_free)
