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

typedef enum {
  POINTS_NOWHERE,
  POINTS_VAGUELY,
  POINTS_AWAY,
} Pointing;

typedef enum {
  HARM_FATAL,
  HARM_UNKNOWN,
  HARM_MILD,
} Harm;

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
  return fits_any (runner->echoes, match, message) || fits_any (runner->vague, match, message) ||
         fits_any (runner->empty, match, message);
}

gboolean
cause_is_lasting (const Runner *runner,
                  PatternMatch *match,
                  const char   *message)
{
  return fits_any (runner->lasting, match, message);
}

/* Whether RAISED says what went wrong; it is asked for again and again. */
static gboolean
is_telling (const Runner *runner,
            PatternMatch *match,
            Raised       *raised)
{
  g_autofree char *words = NULL;

  if (raised->asked == runner)
    return raised->is_telling;
  words = g_strconcat (raised->exception, *raised->message != '\0' ? ": " : "", raised->message,
                       NULL);
  raised->asked = runner;
  raised->is_telling = !fits_any (runner->echoes, match, words) &&
                       !fits_any (runner->empty, match, words);

  return raised->is_telling;
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

/* What START follows from in the end, as far as that says what went wrong; or NULL. */
static Raised *
find_root (const Runner    *runner,
           PatternMatch    *match,
           const GPtrArray *raised,
           Raised          *start,
           const LineRange *ranges,
           guint            n_ranges)
{
  Raised *root = is_telling (runner, match, start) ? start : NULL;
  Raised *at = start;

  for (guint step = 0; step < MAX_STEPS; step++) {
    Raised *next = NULL;

    if (at->follows >= 0 && (guint) at->follows < raised->len)
      next = g_ptr_array_index (raised, at->follows);
    if (next == NULL || !is_within (next, ranges, n_ranges))
      next = find_quoted (raised, at, ranges, n_ranges);
    if (next == NULL)
      break;
    if (is_telling (runner, match, next))
      root = next;
    at = next;
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

    if (is_within (candidate, ranges, n_ranges) && is_telling (runner, match, candidate))
      return TRUE;
  }

  return FALSE;
}

/* How much MESSAGE points to something else. */
static Pointing
get_pointing (const Runner *runner,
              PatternMatch *match,
              const char   *message)
{
  if (fits_any (runner->echoes, match, message))
    return POINTS_AWAY;

  return cause_is_echo (runner, match, message) ? POINTS_VAGUELY : POINTS_NOWHERE;
}

/* How badly its process took RAISED. */
static Harm
get_harm (const Raised *raised)
{
  if (raised->fatal)
    return HARM_FATAL;

  return raised->is_mild ? HARM_MILD : HARM_UNKNOWN;
}

/* Whether what is POINTING may point to RAISED. */
static gboolean
may_follow (Pointing      pointing,
            const Raised *raised)
{
  Harm harm = get_harm (raised);
  gboolean is_elsewhere = *raised->process != '\0';

  switch (pointing) {
    case POINTS_AWAY:
      return TRUE;
    case POINTS_VAGUELY:
      return harm == HARM_FATAL || (is_elsewhere && harm != HARM_MILD);
    default:
      return harm == HARM_FATAL && is_elsewhere;
  }
}

FailureCause *
cause_find (const Runner    *runner,
            PatternMatch    *match,
            const GPtrArray *raised,
            const char      *message,
            const LineRange *ranges,
            guint            n_ranges)
{
  Pointing pointing = get_pointing (runner, match, message);

  if (!has_root (runner, match, raised, ranges, n_ranges))
    return NULL;
  for (Harm harm = HARM_FATAL; harm <= HARM_MILD; harm++)
    for (guint i = 0; i < raised->len; i++) {
      Raised *candidate = g_ptr_array_index (raised, i);
      Raised *root;

      if (get_harm (candidate) != harm || candidate->is_lookup ||
          !is_within (candidate, ranges, n_ranges) || !may_follow (pointing, candidate))
        continue;
      root = find_root (runner, match, raised, candidate, ranges, n_ranges);
      if (root != NULL)
        return quotes (message, root) ? NULL : make_cause (root);
    }

  return NULL;
}
