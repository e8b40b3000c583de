/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* The line of a log of N_LINES that TEXT means, or 0, with what is wrong with it in RET_PROBLEM, in the user's language
 * (transfer full).
 *
 * "1234", "1,234" with any of the usual signs between thousands; "+50" and "-50" from CURRENT on, as far as there are lines;
 * "50%" of the log; "$" or "end". Blanks around do not count; digits may be those of any script. */
gint64 line_place_parse (const char  *text,
                         gint64       current,
                         gint64       n_lines,
                         char       **ret_problem);
