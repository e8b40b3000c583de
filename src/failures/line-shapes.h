/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "literals.h"

/* Remembers which literals the lines of a log have, by their shape: what they say, but for the digits in
 * it. A large log has few shapes, so that most of its lines need not be scanned. What lines are too
 * many or too long for that, or have literals with digits of their own, is scanned.
 *
 * Shapes are told apart by a hash of 64 bits with a seed of its own for each log.
 */
typedef struct LineShapes LineShapes;

/* LITERALS, and those of them that have digits, as literals_add_shapes() makes them; both are borrowed. */
LineShapes *line_shapes_new  (Literals   *literals,
                              Literals   *with_digits);
void        line_shapes_free (LineShapes *shapes);

/* As literals_scan(). */
void        line_shapes_scan (LineShapes   *shapes,
                              const char   *text,
                              gsize         length,
                              LiteralsFunc  func,
                              gpointer      user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LineShapes, line_shapes_free)
