/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Many names that patterns are tried on at once. */
typedef struct TitleNames TitleNames;

/* NAMES of char *, copied. */
TitleNames *title_names_new      (GPtrArray *names);
void        title_names_free     (TitleNames *names);

/* Whether PATTERN matches any of them; a pattern that is not valid, or too slow, may. */
gboolean    title_names_may_match (TitleNames *names,
                                   const char *pattern);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TitleNames, title_names_free)
