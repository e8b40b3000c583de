/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* A set of lines of a log: a bit a line up to the last one that is in it. Not for several threads at once. */
typedef struct {
  GArray *words;       /* of guint64, from line 0 on, which is none */
} LineSet;

void     line_set_init     (LineSet       *set);
void     line_set_clear    (LineSet       *set);

/* LINE counts from 1. */
void     line_set_add      (LineSet       *set,
                            gint64         line);
gboolean line_set_has      (const LineSet *set,
                            gint64         line);

/* Adds it to a set of the same form, as far as that one goes: bit B of word W is line 64 W + B. */
void     line_set_copy     (const LineSet *set,
                            guint64       *words,
                            gsize          n_words);

/* The nearest line after LINE that is in SET (STEP 1), or before it (STEP -1); 0 where there is none. */
gint64   line_set_get_next (const LineSet *set,
                            gint64         line,
                            int            step);
