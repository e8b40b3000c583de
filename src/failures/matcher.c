/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "matcher.h"

#define MAX_TOO_SLOW 3

struct Matcher {
  PatternMatch *match;
  guint8       *too_slow;     /* one a rule: how often it gave up */
  GPtrArray    *warnings;
};

Matcher *
matcher_new (const Rules *rules)
{
  Matcher *matcher = g_new0 (Matcher, 1);

  matcher->match = pattern_match_new ();
  matcher->too_slow = g_new0 (guint8, rules->lines->len + 1);
  matcher->warnings = g_ptr_array_new_with_free_func (g_free);

  return matcher;
}

void
matcher_free (Matcher *matcher)
{
  if (matcher == NULL)
    return;

  pattern_match_free (matcher->match);
  g_free (matcher->too_slow);
  g_ptr_array_unref (matcher->warnings);
  g_free (matcher);
}

gboolean
matcher_find (Matcher        *matcher,
              const LineRule *rule,
              const Pattern  *pattern,
              const char     *text,
              gsize           length)
{
  PatternResult result;

  if (pattern == NULL)
    return TRUE;
  if (matcher->too_slow[rule->number] >= MAX_TOO_SLOW)
    return FALSE;

  result = pattern_find (pattern, matcher->match, text, length);
  if (result == PATTERN_TOO_SLOW && ++matcher->too_slow[rule->number] == MAX_TOO_SLOW)
    g_ptr_array_add (matcher->warnings,
                     g_strdup_printf (_("%s: too slow for this log, left out"), rule->source));

  return result == PATTERN_MATCH;
}

PatternMatch *
matcher_get_match (Matcher *matcher)
{
  return matcher->match;
}

const GPtrArray *
matcher_get_warnings (Matcher *matcher)
{
  return matcher->warnings;
}
