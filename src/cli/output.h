/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "command.h"

/* Writes to standard output. A pipe that nobody reads any more ends the program quietly with
 * status 0; any other fault is told once, on standard error, by output_finish(). */

void          output_write  (const char *text,
                             gsize       length);

/* TEXT, and a line end where it has none and is not empty. */
void          output_text   (const char *text);

/* All that STREAM has; FALSE where it cannot be read to its end. */
gboolean      output_stream (GInputStream  *stream,
                             GError       **error);

/* Appends WORDS of a log or a service to LINE as a part of it that does nothing to a terminal. */
void          output_append_words (GString    *line,
                                   const char *words);

/* The same, and blanks behind it up to WIDTH columns, however many bytes that takes. */
void          output_append_cell  (GString    *line,
                                   const char *words,
                                   guint       width);

/* Hands what was written to the system, for whoever waits at the other end. */
void          output_flush  (void);

/* Last thing of a command: COMMAND_FAILED where something could not be written. */
CommandStatus output_finish (void);
