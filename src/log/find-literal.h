/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* The longest text that is in whatever REGEX, of PCRE2, matches: " ERROR" of "\d+ ERROR"; a line without it need not be tried.
 * NULL where there is none, where it is what REGEX starts with, which PCRE2 itself looks for first, and where REGEX has what is
 * not looked into here: alternatives outside of groups, options, verbs, and escapes that take more than a letter (transfer full). */
char *find_literal_get (const char *regex);
