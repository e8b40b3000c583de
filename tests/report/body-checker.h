/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* What is wrong with BODY, Markdown that goes to GitHub, or NULL (transfer full): it is not valid UTF-8,
 * something in it cannot be seen, a fence or a fold stays open, or outside of fences and code spans
 * something acts: a mention, a reference to an issue, an address that nobody made a link of, HTML. */
char *body_checker_dup_fault (const char *body);
