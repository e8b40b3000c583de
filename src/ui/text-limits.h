/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text of a log as a label can show it: valid UTF-8 on one line, of at most a thousand
 * characters, since a label lays out all of its text however little of it is seen
 * (transfer full). */
char *culprit_dup_shown_text (const char *text);

G_END_DECLS
