/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "unended.h"

#define MAX_SHOWN 40      /* lines before the end that are shown */

/* The crash of no test that FAILURES tell of below line NUMBER, or NULL. */
static Failure *
find_told (const GPtrArray *failures,
           gint64           number)
{
  for (guint i = 0; i < failures->len; i++) {
    Failure *failure = g_ptr_array_index (failures, i);

    if (failure->kind == FAILURE_CRASH && *failure->test == '\0' && failure->line > number)
      return failure;
  }

  return NULL;
}

/* The same of the errors that are not among the failures. */
static const Block *
find_untold (const GPtrArray *others,
             gint64           number)
{
  for (guint i = 0; i < others->len; i++) {
    const Block *block = g_ptr_array_index (others, i);

    if (block->kind == FAILURE_CRASH && block->weight == WEIGHT_ERROR && *block->test == '\0' &&
        block->line > number)
      return block;
  }

  return NULL;
}

/* How the step ended that line NUMBER stands in, where something stopped it; or NULL. */
static const JobExit *
find_exit (const JobEnd *end,
           gint64        number)
{
  for (guint i = 0; i < job_end_get_n_exits (end); i++) {
    const JobExit *exit = job_end_get_exit (end, i);
    gboolean was_stopped = exit->is_stop || exit->kind == FAILURE_CRASH ||
                           exit->kind == FAILURE_TIMEOUT || exit->kind == FAILURE_INFRA;

    if (exit->line >= number)
      return was_stopped ? exit : NULL;
  }

  return NULL;
}

/* FAILURE's test ended with lines FIRST_LINE to LAST_LINE, which say MESSAGE. */
static void
explain (Failure    *failure,
         const char *message,
         gint64      first_line,
         gint64      last_line)
{
  own_string_set (&failure->message, message);
  failure->last_line = MAX (last_line, failure->first_line);
  failure->first_line = MAX (failure->first_line,
                             MIN (first_line, failure->last_line - MAX_SHOWN));
}

/* Tells why FAILURE's test did not end; FALSE where nothing does. */
static gboolean
explain_any (Failure         *failure,
             const GPtrArray *others,
             const JobEnd    *end)
{
  const Block *crash = find_untold (others, failure->line);
  const JobExit *exit = find_exit (end, failure->line);

  if (crash != NULL) {
    explain (failure, crash->message, crash->first_line, crash->last_line);
    return TRUE;
  }
  if (exit == NULL)
    return FALSE;

  explain (failure, exit->message, exit->work_line, exit->work_line);
  if (exit->kind == FAILURE_TIMEOUT || exit->is_stop)
    failure->kind = exit->kind;

  return TRUE;
}

static void
name_test (Failure         *failure,
           const BegunTest *begun)
{
  own_string_set (&failure->runner, begun->runner->name);
  own_string_set (&failure->test, begun->test);
  own_string_set (&failure->suite, begun->suite);
}

/* Where a test that failed is put: before what names none. */
static guint
find_place (const GPtrArray *failures)
{
  guint place = 0;

  while (place < failures->len && *((const Failure *) g_ptr_array_index (failures, place))->test != '\0')
    place++;

  return place;
}

static void
add_test (GPtrArray       *failures,
          const GPtrArray *others,
          const BegunTest *begun,
          const JobEnd    *end)
{
  g_autoptr (Failure) failure = failure_new ();

  name_test (failure, begun);
  failure->kind = FAILURE_CRASH;
  failure->line = begun->line;
  failure->first_line = failure->last_line = begun->first_line;
  if (explain_any (failure, others, end))
    g_ptr_array_insert (failures, (int) find_place (failures), g_steal_pointer (&failure));
}

void
unended_apply (GPtrArray       *failures,
               const GPtrArray *others,
               const BegunTest *begun,
               const JobEnd    *end)
{
  Failure *told;

  for (guint i = 0; i < failures->len; i++) {
    Failure *failure = g_ptr_array_index (failures, i);

    if (failure->kind == FAILURE_CRASH && *failure->test != '\0' && *failure->message == '\0' &&
        failure->cause == NULL)
      explain_any (failure, others, end);
  }
  if (begun == NULL)
    return;

  told = find_told (failures, begun->line);
  if (told == NULL) {
    add_test (failures, others, begun, end);
    return;
  }
  name_test (told, begun);
  told->first_line = MAX (begun->first_line, MIN (told->first_line, told->last_line - MAX_SHOWN));
}
