/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "line.h"

/* Appends LINE with all that is known of it, and a line end: {time}{+took}{mark section}text{start+length:colour}, each only where
 * there is one. Marks are start, start-open, end, ended and open; a colour's number is followed by b where it is bold. */
void line_text_append (const Line *line,
                       GString    *text);
