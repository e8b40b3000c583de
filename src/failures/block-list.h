/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "block.h"

/* The failures that were found in a log, each once: a test that is reported again is the same
 * failure, pieces of one step that stand together are one, and what the log says again is left out. */

#define BLOCK_LIST_MAX_REPORTS 2000

typedef struct {
  GPtrArray  *reports;       /* of Block: the runners' own, in the order of their lines */
  GPtrArray  *others;        /* of Block: errors, words and echoes, the first few and the last ones */
  guint       n_left_out;    /* reports beyond those that are kept */
  GHashTable *by_name;       /* the first of each name, whatever the place */
  GHashTable *by_test;       /* runner and test -> Block */
  GHashTable *seen;          /* runner, message and length of what has no test */
} BlockList;

BlockList *block_list_new  (void);
void       block_list_free (BlockList *list);

/* Takes BLOCK, whose last line was just read. The step that runs began after line STEP_LINE. */
void       block_list_add  (BlockList *list,
                            Block     *block,
                            gint64     step_line);

/* Takes BLOCK, which is one too many: a report is counted, once for its test. */
void       block_list_leave_out (BlockList *list,
                                 Block     *block);

/* What RULE found right above line NUMBER, if anything, is no failure after all. */
void       block_list_take_back (BlockList      *list,
                                 const LineRule *rule,
                                 gint64          number);

/* The report on TEST of RUNNER in PLACE, which may be NULL, or NULL. Borrowed. */
Block     *block_list_find (BlockList    *list,
                            const Runner *runner,
                            const Place  *place,
                            const char   *suite,
                            const char   *test);

/* Whether there is one of any suite. */
gboolean   block_list_has  (BlockList    *list,
                            const Runner *runner,
                            const Place  *place,
                            const char   *test);

/* What RUNNER reported since this was said the last time is of SUITE. */
void       block_list_name_suite (BlockList    *list,
                                  const Runner *runner,
                                  const char   *suite);

/* How many of BLOCKS, the last one first, stand together from number START on; tests all do. */
guint      block_list_get_chain_end (const GPtrArray *blocks,
                                     guint            start);

/* Whether BLOCK only says in which place tests failed that have REPORTS (of Block) of their own. */
gboolean   block_list_is_heading (const GPtrArray *reports,
                                  const Block     *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlockList, block_list_free)
