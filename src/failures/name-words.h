/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Whether FULL has all words of NAME: a list at the end leaves out of a test's name what it can. */
gboolean name_has_words_of (const char *full,
                            const char *name);
