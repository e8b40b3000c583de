/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rule.h"

/* The rules whose words a line has, which may fit it: few, in the order of the rules, so that those of a runner stand together. A
 * place is the index of one, or the number of all where there is none further. */
typedef struct LineHits LineHits;

/* LINES, all the rules that a line may have the words of (of LineRule), are borrowed; an id is an index of theirs. */
LineHits       *line_hits_new            (const GPtrArray *lines);
void            line_hits_free           (LineHits        *hits);

/* Adds rule ID, once. */
void            line_hits_add            (LineHits        *hits,
                                          guint            id);

/* For the next line. */
void            line_hits_clear          (LineHits        *hits);

guint           line_hits_get_n          (const LineHits  *hits);

const LineRule *line_hits_get            (const LineHits  *hits,
                                          guint            place);

/* The place where those of the runner that the one at PLACE belongs to end. */
guint           line_hits_get_runner_end (const LineHits  *hits,
                                          guint            place);

/* Whether those from PLACE on that belong to its runner are all of rules that only say that the line is nothing; if so, PLACE
 * goes to the next runner's. HAS_COMMAND becomes TRUE where one of these may tell of a command. */
gboolean        line_hits_skip_nothing   (const LineHits  *hits,
                                          guint           *place,
                                          gboolean        *has_command);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LineHits, line_hits_free)
