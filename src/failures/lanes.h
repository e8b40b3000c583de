/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lane.h"

/* All outputs that a log shows side by side. */
typedef struct {
  const Rules *rules;
  Matcher     *matcher;
  GPtrArray   *all;        /* of Lane: the first has the log's own lines */
  GHashTable  *by_name;
} Lanes;

typedef const GPtrArray *(*LanesFunc) (Blocks *blocks);

/* RULES and MATCHER are borrowed and must outlive the lanes. */
Lanes     *lanes_new    (const Rules *rules,
                         Matcher     *matcher);
void       lanes_free   (Lanes       *lanes);

/* The lane called NAME, which is made where it is not known yet; NULL: the log's own. */
Lane      *lanes_get    (Lanes       *lanes,
                         const char  *name);

/* What FUNC gives of all lanes' blocks (of Block), by their lines (transfer container). */
GPtrArray *lanes_collect (const Lanes *lanes,
                          LanesFunc    func);

/* No line follows. */
void       lanes_finish (Lanes       *lanes);

/* Adds to FINDINGS, whose failures are known, what the summaries of all lanes count. */
void       lanes_add_claims (const Lanes *lanes,
                             Findings    *findings);

/* Adds to FINDINGS, whose failures are known, the names of all tests that passed, but for those that failed as
 * well, and what was left out. */
void       lanes_add_passed (const Lanes *lanes,
                             Findings    *findings);

/* Adds to FINDINGS the runners of REPORTS (of Block) that it does not have. */
void       lanes_add_runners (const GPtrArray *reports,
                              Findings        *findings);

/* Takes from FAILURES those of the log's own lines that only repeat one of a lane, which is more than its last word. */
void       lanes_drop_repeats (const Lanes *lanes,
                               GPtrArray   *failures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lanes, lanes_free)
