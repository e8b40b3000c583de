/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ci-format.h"

/* Takes off clean lines what a CI put into them, and tells what it said by that: marks that
 * start and end sections, which may stand in the line or have been erased from it, lines that
 * say nothing, and starts of lines that read better as something else.
 */
typedef struct CiUnwrapper CiUnwrapper;

/* FORMAT is borrowed. */
CiUnwrapper *ci_unwrapper_new  (const CiFormat *format);
void         ci_unwrapper_free (CiUnwrapper    *unwrapper);

/* Changes LINE; its strings then live until the next call. NOTES, or NULL: what was erased from
 * it and is of use, a line each (see TerminalFuncs.got_erased). FALSE where the line goes. */
gboolean     ci_unwrapper_take (CiUnwrapper    *unwrapper,
                                Line           *line,
                                const char     *notes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CiUnwrapper, ci_unwrapper_free)
