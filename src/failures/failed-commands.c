/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "failed-commands.h"

/* Whether BLOCK, which goes on for as long as its command says something, ends where FAILURE starts. */
static gboolean
is_command_of (const Block   *block,
               const Failure *failure)
{
  return block->weight == WEIGHT_ERROR && block->kind == FAILURE_ERROR && *block->test == '\0' &&
         block->rule->until != NULL && block->line < failure->first_line &&
         failure->first_line <= block->last_line + 1 && block->first_line <= failure->last_line &&
         !g_str_equal (failure->runner, block->runner->name);
}

void
failed_commands_apply (GPtrArray       *failures,
                       const GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++) {
    const Block *block = g_ptr_array_index (others, i);

    for (guint n = 0; n < failures->len; n++) {
      Failure *failure = g_ptr_array_index (failures, n);

      if (is_command_of (block, failure)) {
        failure->first_line = MIN (failure->first_line, block->first_line);
        break;
      }
    }
  }
}
