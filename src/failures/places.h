/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "matcher.h"

/* Where the tests stand that a runner reports on: a file or a program, as a line above them tells
 * (the groups "place" and "unit" of a rule). Tests of one name in two places are two tests. */
typedef struct {
  char   *name;      /* as it is shown */
  char   *unit;      /* what tells it from others of that name, or "" */
  gint64  line;      /* that told it */
} Place;

Place  *place_ref   (Place       *place);
void    place_unref (Place       *place);

/* Whether both are the same, either of which may be NULL. */
gboolean place_equal (const Place *a,
                      const Place *b);

/* Where each runner is. */
typedef struct Places Places;

Places *places_new  (void);
void    places_free (Places         *places);

/* Line NUMBER is RULE, which has just matched and tells where its runner is. */
void    places_take (Places         *places,
                     const LineRule *rule,
                     PatternMatch   *match,
                     gint64          number);

/* Where RUNNER is, or NULL (borrowed). */
Place  *places_get  (Places         *places,
                     const Runner   *runner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Place, place_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Places, places_free)
