/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ci-format.h"
#include "line.h"

/* Turns the bytes of any CI's log into clean lines: what a person would have seen on the
 * terminal when the job ended, without what the CI added.
 *
 * On their way bytes go through these: CiDetector waits for the first lines and tells which CI
 * wrote them; StampRemover takes the CI's time stamps off, where there are any; Terminal carries
 * out what the job's programs did; CiUnwrapper takes the CI's marks off the lines that come of it.
 *
 * A push parser: bytes come in chunks that may be cut anywhere, and the result never depends
 * on the cuts. Memory is bounded by LINE_LIMIT and by the 100 rows of the terminal's window, in
 * which a program may still move the cursor up; a line is handed over when it can no longer
 * change.
 *
 *     Cleaner *cleaner = cleaner_new (formats, got_line, store);
 *     while (read chunk)
 *       cleaner_push (cleaner, chunk, length);
 *     cleaner_finish (cleaner);
 *     cleaner_free (cleaner);
 *
 * The terminal is 160 columns by 100 rows, as the Buildkite agent's pseudo-terminal
 * (github.com/buildkite/agent, process/pty.go), with endless scrollback. Control sequences
 * follow ECMA-48 and the parser diagram of vt100.net/emu/dec_ansi_parser.
 */
typedef struct Cleaner Cleaner;

typedef void (*CleanerFunc) (const Line *line,
                             gpointer    user_data);

/* FORMATS are borrowed and must outlive the cleaner; NULL takes out no CI's wrapping. */
Cleaner        *cleaner_new        (const CiFormats *formats,
                                    CleanerFunc      func,
                                    gpointer         user_data);
void            cleaner_free       (Cleaner *cleaner);

/* Nobody wants more of the lines than their text: they come without styles, and without the
 * times that commands tell. */
void            cleaner_set_text_only (Cleaner *cleaner);

void            cleaner_push       (Cleaner      *cleaner,
                                    const guint8 *bytes,
                                    gsize         length);

/* Hands over the lines that hardly ever change any more, so that nobody waits for them while
 * the log pauses: those above the cursor to which no program moved back. Once there is one line,
 * those that are there tell the CI for good. When a program moves back later, its new text
 * follows the old instead of taking its place; without flushing, the result never depends on when
 * the bytes come. */
void            cleaner_flush      (Cleaner *cleaner);

/* What follows is a log of its own: the one before it is finished, nothing of its terminal or
 * CI stays, and a line “=== NAME ===” that starts a section NAME stands between them. NAME is
 * valid UTF-8 without control characters. */
void            cleaner_start_part (Cleaner      *cleaner,
                                    const char   *name);

/* Hands over what is left. A last line without line end counts. */
void            cleaner_finish     (Cleaner *cleaner);

/* The CI that wrote the log, as its file in data/ci is named ("buildkite"), or "" while it is
 * not known or where none fits. */
const char     *cleaner_get_ci     (Cleaner *cleaner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Cleaner, cleaner_free)
