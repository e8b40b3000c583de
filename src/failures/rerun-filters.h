/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* The words that may stand after ":" in a "{…}" of a rerun command, see rerun.h. */

gboolean  rerun_filters_are_known (const char *filters);

/* TEXT as FILTERS, ":words:regex", have it. ESCAPE is what "escaped" puts before the characters
 * that follow it there. */
char     *rerun_filters_apply     (const char *filters,
                                   const char *text,
                                   const char *escape);

/* As a shell's word: quoted only where it must be. */
char     *rerun_dup_shell_word    (const char *text);
