/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "block.h"

/* What passed in one run of a runner, as far as the log names it: tests by their full name, their last title (group "title"
 * in the rules) or the file that they are in. Where two runs are as long as each other, the names tell whether both
 * are of the same tests. */

typedef struct RunNames RunNames;

RunNames *run_names_new   (void);
void      run_names_free  (RunNames       *names);

/* Takes what a line names that is RULE, whose pattern has just matched; FALSE where that is nothing, or known. */
gboolean  run_names_take  (RunNames       *names,
                           const LineRule *rule,
                           PatternMatch   *match);

/* Whether they have what BLOCK tells of: its test, or the file that it is in. */
gboolean  run_names_has   (RunNames       *names,
                           const Block    *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RunNames, run_names_free)
