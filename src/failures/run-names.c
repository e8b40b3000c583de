/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "run-names.h"

struct RunNames {
  GHashTable *names;
};

RunNames *
run_names_new (void)
{
  RunNames *names = g_new0 (RunNames, 1);

  names->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return names;
}

void
run_names_free (RunNames *names)
{
  if (names == NULL)
    return;

  g_hash_table_unref (names->names);
  g_free (names);
}

gboolean
run_names_take (RunNames       *names,
                const LineRule *rule,
                PatternMatch   *match)
{
  g_autofree char *name = pattern_match_dup_group (rule->pattern, match, rule->has_title ? "title" : "test", FAILURE_MAX_NAME);

  return *name != '\0' && g_hash_table_add (names->names, g_steal_pointer (&name));
}

static gboolean
has_start (RunNames   *names,
           const char *test,
           gsize       length)
{
  g_autofree char *start = g_strndup (test, length);

  return length > 0 && g_hash_table_contains (names->names, start);
}

/* Whether TEST is named: as a whole, by what stands before its class or after its suites, or by its file. */
static gboolean
has_test (RunNames   *names,
          const char *test)
{
  const char *bracket = strrchr (test, '(');
  gsize start = bracket != NULL ? bracket - test : 0;

  while (start > 0 && test[start - 1] == ' ')
    start--;
  if (g_hash_table_contains (names->names, test) || has_start (names, test, strcspn (test, " ")) ||
      has_start (names, test, start))
    return TRUE;
  for (const char *next = strchr (test, ' '); next != NULL; next = strchr (next + 1, ' '))
    if (g_hash_table_contains (names->names, next + 1))
      return TRUE;

  return FALSE;
}

gboolean
run_names_has (RunNames    *names,
               const Block *block)
{
  return (*block->test != '\0' && has_test (names, block->test)) ||
         (block->place != NULL && g_hash_table_contains (names->names, block->place->name)) ||
         (*block->file != '\0' && g_hash_table_contains (names->names, block->file));
}
