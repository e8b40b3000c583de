/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "block.h"
#include "failure.h"

/* Commands whose failure counts for nothing, as the line that starts them says ("cmd || true") or one below them: make's
 * "(ignored)", the "+ true" of a shell's trace. See "command" in culprit-rules(5). */

typedef struct IgnoredCommands IgnoredCommands;

IgnoredCommands *ignored_commands_new       (void);
void             ignored_commands_free      (IgnoredCommands       *commands);

/* Takes line NUMBER, which is RULE, whatever it is. */
void             ignored_commands_push      (IgnoredCommands       *commands,
                                             const LineRule        *rule,
                                             gint64                 number);

/* No line follows: the last one was NUMBER. */
void             ignored_commands_finish    (IgnoredCommands       *commands,
                                             gint64                 number);

gboolean         ignored_commands_has_any   (const IgnoredCommands *commands);

/* Removes what such commands said from FAILURES (of Failure), REPORTS and OTHERS (of Block). Where no line tells where
 * a command starts, that is what the program said that spoke last above its end. */
void             ignored_commands_leave_out (const IgnoredCommands *commands,
                                             GPtrArray             *failures,
                                             GPtrArray             *reports,
                                             GPtrArray             *others);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IgnoredCommands, ignored_commands_free)
