/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "rerun-clues.h"

#define MAX_LINE 4096
#define MAX_PART 2000
#define MAX_UP   100000
#define MAX_DOWN 5000

/* Above line FROM, or below it, a pattern is found first in line AT, 0 being none. */
typedef struct {
  gint64 from;
  gint64 at;
} Found;

struct RerunClues {
  LogStore   *store;
  StoredLine  line;
  GHashTable *found;   /* Pattern -> Found */
};

RerunClues *
rerun_clues_new (LogStore *store)
{
  RerunClues *clues = g_new0 (RerunClues, 1);

  clues->store = log_store_ref (store);
  clues->found = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  stored_line_init (&clues->line);

  return clues;
}

void
rerun_clues_free (RerunClues *clues)
{
  if (clues == NULL)
    return;

  stored_line_clear (&clues->line);
  g_hash_table_unref (clues->found);
  log_store_unref (clues->store);
  g_free (clues);
}

static gboolean
fits (RerunClues    *clues,
      const Pattern *pattern,
      PatternMatch  *match,
      gint64         number)
{
  return log_store_read_line (clues->store, number, MAX_LINE, &clues->line, NULL) &&
         pattern_find (pattern, match, clues->line.text->str, clues->line.text->len) == PATTERN_MATCH;
}

/* The text of line NUMBER, and MATCH about it; NULL where PATTERN does not fit. */
static char *
dup_line (RerunClues    *clues,
          const Pattern *pattern,
          PatternMatch  *match,
          gint64         number)
{
  g_autofree char *text = NULL;

  if (!fits (clues, pattern, match, number))
    return NULL;
  text = g_strdup (clues->line.text->str);
  pattern_find (pattern, match, text, clues->line.text->len);

  return g_steal_pointer (&text);
}

char *
rerun_clues_dup_said (RerunClues    *clues,
                      const Pattern *pattern,
                      PatternMatch  *match,
                      const Failure *failure)
{
  gint64 last = MIN (failure->last_line, failure->first_line + MAX_PART);
  char *text = dup_line (clues, pattern, match, failure->line);

  for (gint64 number = failure->first_line; text == NULL && number <= last; number++)
    text = dup_line (clues, pattern, match, number);

  return text;
}

/* The last line above BELOW, but not above END, that PATTERN fits; 0 where there is none. */
static gint64
find_up (RerunClues    *clues,
         const Pattern *pattern,
         PatternMatch  *match,
         gint64         below,
         gint64         end)
{
  for (gint64 number = below - 1; number >= end; number--)
    if (fits (clues, pattern, match, number))
      return number;

  return 0;
}

static void
remember (RerunClues    *clues,
          const Pattern *pattern,
          gint64         from,
          gint64         at)
{
  Found *found = g_new (Found, 1);

  *found = (Found) { from, at };
  g_hash_table_replace (clues->found, (gpointer) pattern, found);
}

char *
rerun_clues_dup_ran (RerunClues    *clues,
                     const Pattern *pattern,
                     PatternMatch  *match,
                     const Failure *failure)
{
  gint64 below = failure->first_line;
  gint64 end = MAX (below - MAX_UP, 1);
  Found *found = g_hash_table_lookup (clues->found, pattern);
  gint64 at;

  if (found != NULL && found->at < below && below <= found->from) {
    at = found->at;
  } else if (found != NULL && below > found->from) {
    at = find_up (clues, pattern, match, below, MAX (end, found->from));
    at = at != 0 ? at : found->at;
  } else {
    at = find_up (clues, pattern, match, below, end);
  }

  remember (clues, pattern, below, at);

  return at != 0 ? dup_line (clues, pattern, match, at) : NULL;
}

char *
rerun_clues_dup_next (RerunClues    *clues,
                      const Pattern *pattern,
                      PatternMatch  *match,
                      const Failure *failure)
{
  gint64 from = failure->last_line;
  gint64 end = from + MAX_DOWN;
  const Found *found = g_hash_table_lookup (clues->found, pattern);
  gint64 at = 0;

  if (found != NULL && found->from <= from && found->at > from)
    at = found->at;
  for (gint64 number = from + 1; at == 0 && number <= end; number++) {
    if (number > log_store_get_n_lines (clues->store))
      break;
    if (fits (clues, pattern, match, number))
      at = number;
  }
  remember (clues, pattern, from, at);

  return at != 0 ? dup_line (clues, pattern, match, at) : NULL;
}

char *
rerun_clues_dup_place (RerunClues    *clues,
                       const Pattern *pattern,
                       PatternMatch  *match,
                       const Failure *failure)
{
  return failure->place_line > 0 ? dup_line (clues, pattern, match, failure->place_line) : NULL;
}
