/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "data-file.h"

/* Looks at a rule file as its author would want to be told before anybody uses it: what is wrong
 * in it; rules whose words are so short or so common that most lines of a log would be looked at;
 * and regular expressions that take for ever on some line.
 *
 * Adds a line to PROBLEMS (element-type utf8) for each, "own.yml:12: what is wrong; what to do",
 * in the file's order. Returns how many rules were good enough to be used. */
guint rules_check_file (DataFile  *file,
                        GPtrArray *problems);
