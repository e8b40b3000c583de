/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "data-file.h"
#include "rerun-clues.h"

/* How a runner's tests are run again: the member "rerun" of a rule file, and of a profile a
 * member for each runner, that is
 *
 *     - name: REGEX     how a test's name must look, with groups; without, any name goes
 *       said: REGEX     the line that names the failure, or one of its part, with groups
 *       ran: REGEX      a line above it, the nearest one, with groups
 *       next: REGEX     the same below it
 *       place: REGEX    the line that told where the test is, with groups
 *       prefix: tests/  what goes before a name that the log left it out of
 *       suite: ./...    what {suite} is where the log does not tell it
 *       escape: '%.*'   a character that goes before each of the others
 *       once: 'pytest {test}'
 *       loop: COMMAND   until it fails; without, ONCE in a loop of the shell
 *
 * or a list of these, of which the first counts whose patterns all fit. In the commands {test} is
 * the name, {GROUP} a group of one of the patterns. After it may stand what becomes of it, in this
 * order whatever is written:
 *
 *     :words    a blank for the " > " between suite and test
 *     :regex    a regular expression takes it for itself
 *     :escaped  as the member "escape" says
 *     :loose    a regular expression takes any number of blanks and "_" for each of its blanks
 *     :shell    quoted for a shell that the command itself starts
 *
 * A word of the shell with a "{…}" in it is quoted as a whole where it must be, so that no name can
 * do more than be a name.
 */
typedef struct Rerun Rerun;

Rerun *rerun_new         (const DataNode  *node,
                          GError         **error);
void   rerun_free        (Rerun           *rerun);

/* The command that runs FAILURE's test again, or again and again; NULL where it looks like none that
 * could be run. CLUES may be NULL: of the log no more is known than the name. */
char  *rerun_dup_command (const Rerun   *rerun,
                          const Failure *failure,
                          RerunClues    *clues,
                          gboolean       loop);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rerun, rerun_free)
