/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "named-server.h"
#include "traces.h"

#include "cause.h"

/* Shorter words may stand in another message by chance. */
#define MIN_QUOTE 12
#define MAX_QUOTE 200
#define MAX_STEPS 16
#define MAX_GAP   60     /* lines between two that tell of the same end */
#define MAX_ENDS  64     /* that are looked at */
#define MAX_LOOKS 65536  /* at one for what another quotes */

typedef enum {
  POINTS_NOWHERE,
  POINTS_VAGUELY,
  POINTS_AWAY,
} Pointing;

typedef enum {
  HARM_FATAL,
  HARM_ELSEWHERE,
  HARM_HERE,
  HARM_MILD,
} Harm;

/* What one call looks for, and where. */
typedef struct {
  const Runner    *runner;
  PatternMatch    *match;
  const GPtrArray *raised;
  const char      *lane;
  const char      *message;
  CauseReach       reach;
  const LineRange *ranges;
  guint            n_ranges;
  Pointing         pointing;
  gboolean         is_lasting;
  guint            n_looks;
} Search;

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
is_telling (const Search *search,
            Raised       *raised)
{
  const Runner *runner = search->runner;
  g_autofree char *words = NULL;

  if (raised->asked == runner)
    return raised->is_telling;
  words = g_strconcat (raised->exception, *raised->message != '\0' ? ": " : "", raised->message,
                       NULL);
  raised->asked = runner;
  raised->is_telling = !fits_any (runner->echoes, search->match, words) &&
                       !fits_any (runner->empty, search->match, words);

  return raised->is_telling;
}

static gboolean
is_within (const Search *search,
           const Raised *raised)
{
  for (guint i = 0; i < search->n_ranges; i++)
    if (raised->line >= search->ranges[i].first && raised->line <= search->ranges[i].last)
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

/* Whether RAISED was by what wrote the test's own lines, as far as is known. */
static gboolean
is_here (const Search *search,
         const Raised *raised)
{
  return *raised->process == '\0' || g_str_equal (raised->process, search->lane);
}

/* Whether RAISED is what the test reports itself. */
static gboolean
is_own (const Search *search,
        const Raised *raised)
{
  const char *words = *raised->message != '\0' ? raised->message : raised->exception;

  return is_here (search, raised) && *words != '\0' && g_str_has_suffix (search->message, words);
}

static Raised *
find_quoted (Search       *search,
             const Raised *quoting)
{
  for (guint i = 0; i < search->raised->len && search->n_looks < MAX_LOOKS; i++, search->n_looks++) {
    Raised *other = g_ptr_array_index (search->raised, i);

    if (other != quoting && is_within (search, other) &&
        strlen (other->message) < strlen (quoting->message) &&
        quotes (quoting->message, other))
      return other;
  }

  return NULL;
}

/* What START follows from in the end, as far as that says what went wrong; or NULL. */
static Raised *
find_root (Search *search,
           Raised *start)
{
  Raised *root = is_telling (search, start) ? start : NULL;
  Raised *at = start;

  for (guint step = 0; step < MAX_STEPS; step++) {
    Raised *next = NULL;

    if (at->follows >= 0 && (guint) at->follows < search->raised->len)
      next = g_ptr_array_index (search->raised, at->follows);
    if (next == NULL || !is_within (search, next))
      next = find_quoted (search, at);
    if (next == NULL)
      break;
    if (is_telling (search, next))
      root = next;
    at = next;
  }

  return root;
}

/* The first that says what ROOT does: it is logged wherever it comes by. */
static Raised *
find_first (const Search *search,
            Raised       *root)
{
  for (guint i = 0; i < search->raised->len && *root->message != '\0'; i++) {
    Raised *other = g_ptr_array_index (search->raised, i);

    if (is_within (search, other) && g_str_equal (other->message, root->message) &&
        g_str_equal (other->exception, root->exception))
      return other;
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

/* Whether there is any that others may follow from. */
static gboolean
has_root (const Search *search)
{
  for (guint i = 0; i < search->raised->len; i++) {
    Raised *candidate = g_ptr_array_index (search->raised, i);

    if (is_within (search, candidate) && is_telling (search, candidate))
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

/* How badly its process took RAISED, or whose it was where nothing says so. */
static Harm
get_harm (const Search *search,
          const Raised *raised)
{
  if (raised->fatal)
    return HARM_FATAL;
  if (raised->is_mild)
    return HARM_MILD;

  return is_here (search, raised) ? HARM_HERE : HARM_ELSEWHERE;
}

/* Whether the message may point to RAISED. */
static gboolean
may_follow (const Search *search,
            const Raised *raised)
{
  Harm harm = get_harm (search, raised);

  if (raised->is_lookup || !is_within (search, raised) || is_own (search, raised) ||
      (raised->is_testing && !is_here (search, raised)))
    return FALSE;
  if (search->reach != REACH_OWN && (harm != HARM_FATAL || raised->is_passed || raised->is_quiet ||
                                     (raised->is_failed && !search->is_lasting)))
    return FALSE;
  if (search->reach == REACH_BELOW && is_here (search, raised))
    return FALSE;

  switch (search->pointing) {
    case POINTS_AWAY:
      return TRUE;
    case POINTS_VAGUELY:
      return harm == HARM_FATAL || harm == HARM_ELSEWHERE;
    default:
      return harm == HARM_FATAL && !is_here (search, raised);
  }
}

/* Whether LATER tells of the same end as RAISED, above it: a program ends but once. */
static gboolean
is_same_end (const Raised *raised,
             const Raised *later)
{
  return later->first_line - raised->line <= MAX_GAP &&
         !(raised->is_main && later->is_main && g_str_equal (raised->process, later->process));
}

/* Where what others may follow from starts: above a test's own lines with the first of those that tell of the last
 * end there. */
static guint
find_start (Search *search)
{
  guint start = search->raised->len;
  guint n = 0;

  if (search->reach != REACH_ABOVE)
    return 0;
  for (guint i = search->raised->len; i > 0; i--) {
    Raised *raised = g_ptr_array_index (search->raised, i - 1);

    if (!may_follow (search, raised))
      continue;
    if (++n > MAX_ENDS)
      break;
    if (find_root (search, raised) == NULL)
      continue;
    if (start < search->raised->len && !is_same_end (raised, g_ptr_array_index (search->raised, start)))
      break;
    start = i - 1;
  }

  return start;
}

/* The root of the first one of HARM that has any, or NULL; IS_NAMED: of those that the message names. */
static Raised *
find_root_of (Search   *search,
              Harm      harm,
              gboolean  is_named)
{
  for (guint i = is_named ? 0 : find_start (search); i < search->raised->len; i++) {
    Raised *candidate = g_ptr_array_index (search->raised, i);
    Raised *root;

    if (get_harm (search, candidate) != harm || !may_follow (search, candidate) ||
        (is_named && !named_server_is (search->message, candidate)))
      continue;
    root = find_root (search, candidate);
    if (root != NULL)
      return root;
  }

  return NULL;
}

FailureCause *
cause_find (const Runner    *runner,
            PatternMatch    *match,
            const GPtrArray *raised,
            const char      *lane,
            const char      *message,
            CauseReach       reach,
            const LineRange *ranges,
            guint            n_ranges)
{
  Search search = { runner, match, raised, lane, message, reach, ranges, n_ranges,
                    get_pointing (runner, match, message), cause_is_lasting (runner, match, message), 0 };
  Raised *root = NULL;

  if ((reach != REACH_OWN && search.pointing != POINTS_AWAY) || !has_root (&search))
    return NULL;
  if (search.pointing == POINTS_AWAY)
    root = find_root_of (&search, HARM_FATAL, TRUE);
  for (Harm harm = HARM_FATAL; harm <= HARM_MILD && root == NULL; harm++)
    root = find_root_of (&search, harm, FALSE);
  if (root == NULL || quotes (message, root))
    return NULL;

  return make_cause (find_first (&search, root));
}
