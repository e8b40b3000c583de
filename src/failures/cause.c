/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "traces.h"

#include "cause.h"

/* Shorter words may stand in another message by chance. */
#define MIN_QUOTE 12
#define MAX_QUOTE 200
#define MAX_STEPS 16

static gboolean
fits_any (const GPtrArray *patterns,
          PatternMatch    *match,
          const char      *message)
{
  for (guint i = 0; i < patterns->len; i++)
    if (pattern_find (g_ptr_array_index (patterns, i), match,
                      message, strlen (message)) == PATTERN_MATCH)
      return TRUE;

  return FALSE;
}

gboolean
cause_is_echo (const Runner *runner,
               PatternMatch *match,
               const char   *message)
{
  return fits_any (runner->echoes, match, message);
}

gboolean
cause_is_lasting (const Runner *runner,
                  PatternMatch *match,
                  const char   *message)
{
  return fits_any (runner->lasting, match, message);
}

/* The same of one that was raised, which is asked for again and again. */
static gboolean
is_echo (const Runner *runner,
         PatternMatch *match,
         Raised       *raised)
{
  g_autofree char *words = NULL;

  if (raised->asked == runner)
    return raised->is_echo;
  words = g_strconcat (raised->exception, *raised->message != '\0' ? ": " : "", raised->message,
                       NULL);
  raised->asked = runner;
  raised->is_echo = cause_is_echo (runner, match, words);

  return raised->is_echo;
}

static gboolean
is_within (const Raised    *raised,
           const LineRange *ranges,
           guint            n_ranges)
{
  for (guint i = 0; i < n_ranges; i++)
    if (raised->line >= ranges[i].first && raised->line <= ranges[i].last)
      return TRUE;

  return FALSE;
}

/* Whether WORDS say what RAISED says. Long messages may be cut where they are quoted. */
static gboolean
quotes (const char   *words,
        const Raised *raised)
{
  gsize length = strlen (raised->message);
  g_autofree char *start = NULL;

  if (length < MIN_QUOTE)
    return FALSE;
  start = pattern_dup_text (raised->message, length, MAX_QUOTE);

  return strstr (words, start) != NULL;
}

static Raised *
find_quoted (const GPtrArray *raised,
             const Raised    *quoting,
             const LineRange *ranges,
             guint            n_ranges)
{
  for (guint i = 0; i < raised->len; i++) {
    Raised *other = g_ptr_array_index (raised, i);

    if (other != quoting && is_within (other, ranges, n_ranges) &&
        strlen (other->message) < strlen (quoting->message) &&
        quotes (quoting->message, other))
      return other;
  }

  return NULL;
}

static Raised *
find_root (const GPtrArray *raised,
           Raised          *start,
           const LineRange *ranges,
           guint            n_ranges)
{
  Raised *root = start;

  for (guint step = 0; step < MAX_STEPS; step++) {
    Raised *next = NULL;

    if (root->follows >= 0 && (guint) root->follows < raised->len)
      next = g_ptr_array_index (raised, root->follows);
    if (next == NULL || !is_within (next, ranges, n_ranges))
      next = find_quoted (raised, root, ranges, n_ranges);
    if (next == NULL)
      break;
    root = next;
  }

  return root;
}

static FailureCause *
make_cause (const Raised *raised)
{
  FailureCause *cause = g_new0 (FailureCause, 1);

  cause->exception = g_strdup (raised->exception);
  cause->message = g_strdup (raised->message);
  cause->process = g_strdup (raised->process);
  cause->line = raised->line;
  cause->first_line = raised->first_line;
  cause->last_line = raised->line;

  return cause;
}

/* Whether any within RANGES may be what others follow from. */
static gboolean
has_root (const Runner    *runner,
          PatternMatch    *match,
          const GPtrArray *raised,
          const LineRange *ranges,
          guint            n_ranges)
{
  for (guint i = 0; i < raised->len; i++) {
    Raised *candidate = g_ptr_array_index (raised, i);

    if (is_within (candidate, ranges, n_ranges) && !is_echo (runner, match, candidate))
      return TRUE;
  }

  return FALSE;
}

FailureCause *
cause_find (const Runner    *runner,
            PatternMatch    *match,
            const GPtrArray *raised,
            const char      *message,
            const LineRange *ranges,
            guint            n_ranges)
{
  gboolean echo = cause_is_echo (runner, match, message);

  if (!has_root (runner, match, raised, ranges, n_ranges))
    return NULL;
  for (guint i = 0; i < raised->len; i++) {
    Raised *candidate = g_ptr_array_index (raised, i);
    Raised *root;

    if (!is_within (candidate, ranges, n_ranges) ||
        (!echo && (!candidate->fatal || *candidate->process == '\0')))
      continue;
    root = find_root (raised, candidate, ranges, n_ranges);
    if (is_echo (runner, match, root))
      continue;

    return quotes (message, root) ? NULL : make_cause (root);
  }

  return NULL;
}
