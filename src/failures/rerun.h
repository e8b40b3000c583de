/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "data-file.h"

/* How a runner's tests are run again: the member "rerun" of a rule file, and of a profile a
 * member for each runner, that is
 *
 *     - name: REGEX     how a test's name must look, with groups; without, any name goes
 *       prefix: tests/  what goes before a name that the log left it out of
 *       once: 'pytest {test}'
 *       loop: COMMAND   until it fails; without, ONCE in a loop of the shell
 *
 * or a list of these, of which the first counts that knows the name. In the commands {test} is
 * the name, {GROUP} a group of it. {test:regex} is one that a regular expression takes for
 * itself, {test:words} one with blanks for the " > " between suite and test. A word of the
 * shell with such a thing in it is quoted as a whole where it must be, so that no name can do
 * more than be a name.
 */
typedef struct Rerun Rerun;

Rerun *rerun_new         (const DataNode  *node,
                          GError         **error);
void   rerun_free        (Rerun           *rerun);

/* The command that runs TEST again, or again and again; NULL where TEST looks like none that
 * could be run. */
char  *rerun_dup_command (const Rerun     *rerun,
                          const char      *test,
                          gboolean         loop);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rerun, rerun_free)
