/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "rule-groups.h"

#include "tried-again.h"

/* Whether BLOCK tells of a test of RUNNER that may have passed since line BAD_LINE. */
static gboolean
is_test_of (const Block  *block,
            const Runner *runner,
            gint64        bad_line)
{
  return block->runner == runner && *block->test != '\0' && block->line > bad_line;
}

void
tried_again_pass_suite (BlockList    *list,
                        const Runner *runner,
                        const char   *suite,
                        gint64        bad_line)
{
  for (guint i = 0; i < list->reports->len; i++) {
    Block *block = g_ptr_array_index (list->reports, i);

    if (is_test_of (block, runner, bad_line) && rule_is_same_suite (block->suite, suite))
      block->flaky = TRUE;
  }
}

void
tried_again_settle (BlockList    *list,
                    const Runner *runner,
                    guint         n_runs,
                    gint64        first_line)
{
  for (guint i = list->reports->len; i > 0; i--) {
    Block *block = g_ptr_array_index (list->reports, i - 1);

    if (is_test_of (block, runner, first_line) && block->n_again + 1 < n_runs)
      block->flaky = TRUE;
  }
}
