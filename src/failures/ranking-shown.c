/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is shown so far, and whether that is enough. */

#include "config.h"

#include "block-list.h"
#include "name-words.h"

#include "ranking-private.h"

#define ENOUGH_LINES 50       /* that explain failures without a test; less, and more is looked for */
#define TEST_LINES   16       /* the same of tests */

gboolean
ranking_is_covered (const Ranking *ranking,
                    const Block   *block)
{
  if (block_list_is_heading (ranking->reports, block))
    return TRUE;
  for (guint i = 0; i < ranking->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (ranking->failures, i);

    if ((failure->lane == block->lane &&
         failure->first_line <= block->first_line && failure->last_line >= block->last_line) ||
        (*block->test != '\0' && *failure->test != '\0' &&
         g_str_equal (failure->runner, block->runner->name) &&
         name_has_words_of (failure->test, block->test)))
      return TRUE;
  }

  return FALSE;
}

/* Lines that explain what is shown. */
static gint64
count_lines (const Ranking *ranking)
{
  gint64 n = 0;

  for (guint i = 0; i < MIN (ranking->failures->len, MAX_SHOWN); i++) {
    const Failure *failure = g_ptr_array_index (ranking->failures, i);

    n += failure->last_line - failure->first_line + 1;
  }

  return n;
}

const Failure *
ranking_get_first_steady (const Ranking *ranking)
{
  for (guint i = 0; i < ranking->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (ranking->failures, i);

    if (!failure->flaky)
      return failure;
  }

  return NULL;
}

gboolean
ranking_is_explained (const Ranking *ranking)
{
  const Failure *first = ranking_get_first_steady (ranking);
  gint64 enough = ENOUGH_LINES;

  if (first == NULL)
    return FALSE;
  if (ranking->has_tests)
    return TRUE;

  if (*first->test != '\0')
    enough = TEST_LINES;
  else if (job_end_get_stop (ranking->end) != NULL)
    enough = EXIT_LINES;

  return count_lines (ranking) >= enough;
}

Failure *
ranking_get_listed (const Ranking *ranking,
                    gint64         line)
{
  for (guint i = 0; i < ranking->failures->len; i++) {
    Failure *failure = g_ptr_array_index (ranking->failures, i);

    if (failure->line == line)
      return failure;
  }

  return NULL;
}
