/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "findings.h"

#include "passed-tests.h"

#define MAX_WAITING 1000

/* A test that may be one that failed: its suite is told below. */
typedef struct {
  const Runner *runner;
  Place        *place;
  char         *test;
} Waiting;

struct PassedTests {
  BlockList  *list;
  GHashTable *seen;        /* names, those of the array */
  GPtrArray  *names;
  GPtrArray  *waiting;     /* of Waiting */
};

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  place_unref (waiting->place);
  g_free (waiting->test);
  g_free (waiting);
}

PassedTests *
passed_tests_new (BlockList *list)
{
  PassedTests *passed = g_new0 (PassedTests, 1);

  passed->list = list;
  passed->seen = g_hash_table_new (g_str_hash, g_str_equal);
  passed->names = g_ptr_array_new_with_free_func (g_free);
  passed->waiting = g_ptr_array_new_with_free_func (waiting_free);

  return passed;
}

void
passed_tests_free (PassedTests *passed)
{
  if (passed == NULL)
    return;

  g_hash_table_unref (passed->seen);
  g_ptr_array_unref (passed->names);
  g_ptr_array_unref (passed->waiting);
  g_free (passed);
}

static void
add_name (PassedTests *passed,
          const char  *test)
{
  char *name;

  if (*test == '\0' || passed->names->len >= FINDINGS_MAX_PASSED || g_hash_table_contains (passed->seen, test))
    return;
  name = g_strdup (test);
  g_ptr_array_add (passed->names, name);
  g_hash_table_add (passed->seen, name);
}

static void
wait_for_suite (PassedTests  *passed,
                const Runner *runner,
                Place        *place,
                const char   *test)
{
  Waiting *waiting;

  if (passed->waiting->len >= MAX_WAITING)
    return;
  waiting = g_new (Waiting, 1);
  *waiting = (Waiting) { runner, place_ref (place), g_strdup (test) };
  g_ptr_array_add (passed->waiting, waiting);
}

void
passed_tests_add (PassedTests  *passed,
                  const Runner *runner,
                  Place        *place,
                  const char   *suite,
                  const char   *test,
                  gint64        bad_line)
{
  Block *block = block_list_find (passed->list, runner, place, suite, test);

  if (block != NULL && block->line > bad_line)
    block->flaky = TRUE;
  if (block == NULL && *suite == '\0' && block_list_has (passed->list, runner, place, test))
    wait_for_suite (passed, runner, place, test);
  add_name (passed, test);
}

void
passed_tests_name_suite (PassedTests  *passed,
                         const Runner *runner,
                         const char   *suite,
                         gint64        bad_line)
{
  for (guint i = passed->waiting->len; i > 0; i--) {
    const Waiting *waiting = g_ptr_array_index (passed->waiting, i - 1);
    Block *block;

    if (waiting->runner != runner)
      continue;
    block = block_list_find (passed->list, runner, waiting->place, suite, waiting->test);
    if (block != NULL && block->line > bad_line)
      block->flaky = TRUE;
    g_ptr_array_remove_index_fast (passed->waiting, i - 1);
  }
}

const GPtrArray *
passed_tests_get_names (PassedTests *passed)
{
  return passed->names;
}
