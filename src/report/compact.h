/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Makes LINES (of char *), neighbours in a log, shorter without losing what they say.
 *
 * Programs of many processes put "(APIServer pid=1) (Worker pid=2) " before their lines: of
 * such groups, those that neighbouring lines share go, but for the last of a line, which is the
 * process's own. A rule, with a title ("==== title ====") or without, that spans a wide terminal
 * gets the 79 columns of a narrow one. Three lines or more that are the same stand once: "line (×57)",
 * and so do two to four that stand there three times: "… these 2 lines (×57) …".
 * Where a blank line follows each line, as a log pasted through some pages has it, these go. */
void compact_lines (GPtrArray *lines);

/* Only what is repeated: it stands there once, as the log has it, with how often on a line of its own:
 * "… (×57) …". */
void compact_fold_repeats (GPtrArray *lines);
