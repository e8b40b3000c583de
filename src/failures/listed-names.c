/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "name-words.h"

#include "listed-names.h"

static gboolean
is_one_word (const char *name)
{
  for (; *name != '\0'; name++)
    if (!g_ascii_isalnum (*name) && *name != '_')
      return FALSE;

  return TRUE;
}

/* Whether BLOCK lists a test of FAILURE's runner, after its report. */
static gboolean
may_list (const Block   *block,
          const Failure *failure)
{
  return failure->line < block->line && failure->lane == block->lane && *failure->test != '\0' &&
         g_str_equal (failure->runner, block->runner->name);
}

/* The failure that BLOCK gives its name to: none where one has that name already. */
static Failure *
find_failure (const GPtrArray *failures,
              const Block     *block)
{
  Failure *found = NULL;

  for (guint i = 0; i < failures->len; i++) {
    Failure *failure = g_ptr_array_index (failures, i);

    if (!may_list (block, failure))
      continue;
    if (name_has_words_of (failure->test, block->test))
      return NULL;
    if (found == NULL && is_one_word (failure->test) && name_has_words_of (block->test, failure->test))
      found = failure;
  }

  return found;
}

void
listed_names_apply (GPtrArray       *failures,
                    const GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++) {
    const Block *block = g_ptr_array_index (others, i);
    Failure *failure = block->weight == WEIGHT_ERROR && *block->test != '\0' ? find_failure (failures, block)
                                                                             : NULL;

    if (failure != NULL) {
      g_free (failure->test);
      failure->test = g_strdup (block->test);
    }
  }
}
