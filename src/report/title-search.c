/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "title-part.h"

#include "title-search.h"

/* A word of a test's parameters that is worth a title. */
#define WORD "[\\w.]{2,}"
#define MAX_WORDS 32

gboolean
title_search_may_match_passed (TitleSearch *search,
                               const char  *part)
{
  g_autofree char *pattern = title_part_dup_pattern (part);

  return title_names_may_match (search->passed, pattern);
}

/* Takes PART where no test that passed has it in its name. */
static gboolean
take_part (TitleSearch *search,
           char   *part)
{
  if (title_search_may_match_passed (search, part)) {
    g_free (part);
    return FALSE;
  }
  g_ptr_array_add (search->parts, part);

  return TRUE;
}

/* The same for a whole NAME, as exactly as it must be. */
static gboolean
take_name (TitleSearch *search,
           const char *name)
{
  g_autofree char *dots = g_strdelimit (g_strdup (name), ".", TITLE_PART_DOT);

  return take_part (search, g_strdup (name)) ||
         take_part (search, g_strdup_printf ("%s%c", name, TITLE_PART_END)) ||
         take_part (search, g_strdup_printf ("%c%s", TITLE_PART_START, name)) ||
         take_part (search, g_strdup_printf ("%c%s%c", TITLE_PART_START, name, TITLE_PART_END)) ||
         take_part (search, g_strdup_printf ("%c%s%c", TITLE_PART_START, dots, TITLE_PART_END));
}

static gboolean
all_have (GPtrArray  *names,
          gsize       offset,
          const char *word)
{
  for (guint i = 0; i < names->len; i++)
    if (strstr ((const char *) g_ptr_array_index (names, i) + offset, word) == NULL)
      return FALSE;

  return TRUE;
}

/* A word that the parameters of all NAMES have, and those of no test that passed. */
static gboolean
take_word (TitleSearch *search,
           GPtrArray *names,
           gsize      length)
{
  const char *first = g_ptr_array_index (names, 0);
  g_autofree char *base = g_strndup (first, length);
  g_autoptr (GRegex) words = g_regex_new (WORD, G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (words, first + length, 0, &match);
  for (guint i = 0; i < MAX_WORDS && g_match_info_matches (match); i++) {
    g_autofree char *word = g_match_info_fetch (match, 0);

    if (all_have (names, length, word) &&
        take_part (search, g_strdup_printf ("%s%c%s", base, TITLE_PART_ANYTHING, word)))
      return TRUE;
    g_match_info_next (match, NULL);
  }

  return FALSE;
}

/* A beginning of all NAMES, longer than LENGTH, and with what stands next where that helps. */
static gboolean
take_common (TitleSearch *search,
             GPtrArray *names,
             gsize      length)
{
  const char *first = g_ptr_array_index (names, 0);
  gsize common = strlen (first);

  for (guint i = 1; i < names->len; i++)
    common = MIN (common, length + title_parts_get_common (first, g_ptr_array_index (names, i), length));
  if (common <= length || names->len < 2)
    return FALSE;

  return (strchr ("-_ ", first[common - 1]) && take_part (search, g_strndup (first, common - 1))) ||
         take_part (search, g_strndup (first, common)) ||
         take_part (search, g_strdup_printf ("%c%.*s", TITLE_PART_START, (int) common, first));
}

/* The beginning of LENGTH bytes that all NAMES have. */
static gboolean
take_beginning (TitleSearch *search,
                GPtrArray *names,
                gsize      length)
{
  const char *first = g_ptr_array_index (names, 0);
  char next = first[length];
  gsize more = next != '\0' && !g_ascii_isalnum (next) && (guchar) next < 0x80 ? 1 : 0;

  if (take_part (search, g_strndup (first, length)))
    return TRUE;
  for (guint i = 1; more > 0 && i < names->len; i++)
    if (((const char *) g_ptr_array_index (names, i))[length] != next)
      more = 0;

  return (more > 0 && take_part (search, g_strndup (first, length + more))) ||
         take_part (search, g_strdup_printf ("%c%.*s", TITLE_PART_START, (int) (length + more), first));
}

/* NAMES that are the same at LEVEL: by what they are there, else by what tells them apart from
 * those that passed. */
static gboolean
take_group (TitleSearch *search,
            GPtrArray      *names,
            TitleNameLevel  level)
{
  const char *first = g_ptr_array_index (names, 0);
  gsize length;

  if (search->parts->len > TITLE_MAX_PARTS)
    return FALSE;
  if (level == TITLE_NAME_WHOLE)
    return take_name (search, first);

  length = title_name_cut (search->cutter, first, level);
  if (first[length] != '\0' && take_beginning (search, names, length))
    return TRUE;
  if (level == TITLE_NAME_FUNCTION &&
      (take_common (search, names, length) || (names->len > 1 && take_word (search, names, length))))
    return TRUE;

  return title_search_take (search, names, level + 1);
}

gboolean
title_search_take (TitleSearch    *search,
                   GPtrArray      *names,
                   TitleNameLevel  level)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                         (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer group;

  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    char *key = g_strndup (name, title_name_cut (search->cutter, name, level));

    group = g_hash_table_lookup (groups, key);
    if (group == NULL) {
      group = g_ptr_array_new ();
      g_hash_table_insert (groups, g_strdup (key), group);
    }
    g_ptr_array_add (group, (char *) name);
    g_free (key);
    if (g_hash_table_size (groups) > TITLE_MAX_PARTS)
      return FALSE;
  }

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    if (!take_group (search, group, level))
      return FALSE;

  return TRUE;
}
