/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "cause.h"

#include "gathering.h"

Failure *
gathering_add (Gathering   *gathering,
               FailureKind  kind,
               const char  *test,
               gint64       line)
{
  Failure *failure = failure_new ();

  own_string_set (&failure->runner, gathering->run->runner->name);
  own_string_set (&failure->test, test);
  failure->kind = kind;
  failure->line = failure->first_line = failure->last_line = line;
  g_ptr_array_add (gathering->failures, failure);

  return failure;
}

void
gathering_keep (Gathering *gathering)
{
  guint n = gathering->failures->len;
  Failure *failure = g_ptr_array_index (gathering->failures, n - 1);

  g_hash_table_insert (gathering->places, failure->test, GUINT_TO_POINTER (n));
}

void
gathering_replace (Gathering *gathering,
                   guint      index)
{
  Failure *failure = g_ptr_array_steal_index (gathering->failures, gathering->failures->len - 1);
  Failure *old = g_ptr_array_index (gathering->failures, index);

  g_hash_table_replace (gathering->places, failure->test, GUINT_TO_POINTER (index + 1));
  g_ptr_array_index (gathering->failures, index) = failure;
  failure_free (old);
}

void
gathering_set_exception (Gathering  *gathering,
                         Failure    *failure,
                         const char *other)
{
  const Pattern *pattern = gathering->run->runner->exception;

  if (pattern != NULL && pattern_find (pattern, gathering->match, failure->message,
                                       strlen (failure->message)) == PATTERN_MATCH) {
    g_free (failure->exception);
    failure->exception = pattern_match_dup_group (pattern, gathering->match, "exception",
                                                  FAILURE_MAX_EXCEPTION);
  } else if (other != NULL) {
    own_string_set (&failure->exception, other);
  }
}

void
gathering_find_cause (Gathering       *gathering,
                      Failure         *failure,
                      const LineRange *ranges,
                      guint            n_ranges)
{
  for (guint i = 0; i < gathering->causes->len && failure->cause == NULL; i++)
    failure->cause = cause_find (g_ptr_array_index (gathering->causes, i), gathering->match,
                                 gathering->raised, gathering->run->lane, failure->message, REACH_OWN,
                                 ranges, n_ranges);
  gathering->has_cause |= failure->cause != NULL;
}

gboolean
gathering_is_echo (Gathering     *gathering,
                   const Failure *failure)
{
  for (guint i = 0; i < gathering->causes->len; i++)
    if (cause_is_echo (g_ptr_array_index (gathering->causes, i), gathering->match,
                       failure->message))
      return TRUE;

  return FALSE;
}

gboolean
gathering_is_lasting (Gathering     *gathering,
                      const Failure *failure)
{
  for (guint i = 0; i < gathering->causes->len; i++)
    if (cause_is_lasting (g_ptr_array_index (gathering->causes, i), gathering->match,
                          failure->message))
      return TRUE;

  return FALSE;
}
