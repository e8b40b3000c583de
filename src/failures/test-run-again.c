/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-run-again.h"

/* With fewer, two sessions that do not tell their files are too easily of the same size. */
#define MIN_TESTS 10

/* Nobody tries so often. */
#define MAX_TRIES 20

static gboolean
have_same_places (const TestSession *a,
                  const TestSession *b)
{
  GHashTableIter iter;
  gpointer place;

  if (g_hash_table_size (a->places) != g_hash_table_size (b->places))
    return FALSE;
  g_hash_table_iter_init (&iter, a->places);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    if (!g_hash_table_contains (b->places, place))
      return FALSE;

  return TRUE;
}

/* Whether SESSION is BEFORE run again. Where the job failed, it may be the same tests in another setting. */
static gboolean
is_again (const TestRun     *run,
          const TestSession *before,
          const TestSession *session)
{
  if (session->last_line == 0 || before->has_names || session->has_names)
    return FALSE;
  if (session->is_again)
    return session->ran == before->claimed;

  return !run->has_failed && session->ran == before->ran && have_same_places (before, session) &&
         (session->file != NULL || session->ran >= MIN_TESTS);
}

gboolean
test_run_was_mended (const TestRun *run,
                     guint          session)
{
  for (guint i = session + 1; i < MIN (run->sessions->len, session + MAX_TRIES); i++) {
    const TestSession *before = g_ptr_array_index (run->sessions, i - 1);
    const TestSession *next = g_ptr_array_index (run->sessions, i);

    if (!is_again (run, before, next))
      return FALSE;
    if (next->claimed == 0)
      return TRUE;
  }

  return FALSE;
}
