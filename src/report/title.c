/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "title-part.h"
#include "title-search.h"

#include "title.h"

/* What people still read in one go; a longer pattern is shortened where it can be. */
#define READABLE_CHARACTERS 100

/* What a beginning that names have in common must have in it to say more than that they are tests. */
#define SEPARATORS "/.:\\"

/* The names that a pattern is made of. */
typedef struct {
  TitleNameLevel level;
  gboolean       in_folders;     /* with the folders that their files are in */
} NameForm;

/* From the one that tells most to the one that tells least. */
static const NameForm forms[] = {
  { TITLE_NAME_FUNCTION, TRUE },
  { TITLE_NAME_CLASS, TRUE },
  { TITLE_NAME_FILE, TRUE },
  { TITLE_NAME_FUNCTION, FALSE },
  { TITLE_NAME_FILE, FALSE },
};

/* The two neighbours that agree for longest, more than all do: the index of the first, and how
 * many bytes. */
static gsize
find_longest_common (GPtrArray *parts,
                     guint     *ret_at)
{
  gsize common = title_parts_get_common (g_ptr_array_index (parts, 0),
                                         g_ptr_array_index (parts, parts->len - 1), 0);
  gsize longest = common;

  for (guint i = 0; i + 1 < parts->len; i++) {
    gsize length = title_parts_get_common (g_ptr_array_index (parts, i),
                                           g_ptr_array_index (parts, i + 1), 0);

    if (length > longest) {
      longest = length;
      *ret_at = i;
    }
  }
  if (longest == common)
    return 0;

  /* "test_save_" reads better as "test_save". */
  while (longest > common + 1 &&
         strchr ("_-[.( ", ((char *) g_ptr_array_index (parts, *ret_at))[longest - 1]) != NULL)
    longest--;

  return longest;
}

/* Puts two neighbours into one. FALSE where none agree in more than what all have in common, or
 * where that would match a test that passed. */
static gboolean
merge_neighbours (TitleSearch *search)
{
  GPtrArray *parts = search->parts;
  guint at = 0;
  gsize length = find_longest_common (parts, &at);
  g_autofree char *merged = NULL;

  if (length == 0)
    return FALSE;
  merged = g_strndup (g_ptr_array_index (parts, at), length);
  if (title_search_may_match_passed (search, merged))
    return FALSE;

  g_ptr_array_remove_index (parts, at + 1);
  g_free (g_ptr_array_index (parts, at));
  g_ptr_array_index (parts, at) = g_steal_pointer (&merged);

  return TRUE;
}

static gboolean
pattern_fits (const char *pattern,
              GPtrArray  *failed,
              GPtrArray  *passed)
{
  guint failed_matched;
  guint passed_matched;

  return title_check_pattern (pattern, failed, passed, &failed_matched, &passed_matched) &&
         failed_matched == failed->len && passed_matched == 0;
}

static char *
dup_pattern_at (TitleSearch    *search,
                GPtrArray      *failed,
                TitleNameLevel  level,
                gsize           readable)
{
  g_autofree char *pattern = NULL;

  g_ptr_array_set_size (search->parts, 0);
  if (!title_search_take (search, failed, level))
    return NULL;
  title_parts_clean (search->parts);
  if (search->parts->len > TITLE_MAX_PARTS)
    return NULL;

  pattern = title_parts_dup_pattern (search->parts);
  while ((gsize) g_utf8_strlen (pattern, -1) > readable && merge_neighbours (search)) {
    title_parts_clean (search->parts);
    g_free (pattern);
    pattern = title_parts_dup_pattern (search->parts);
  }

  return g_steal_pointer (&pattern);
}

/* NAMES without the folders that their files are in (element-type utf8, borrowed from them). */
static GPtrArray *
strip_folders (TitleNameCutter *cutter,
               GPtrArray       *names)
{
  GPtrArray *stripped = g_ptr_array_new ();

  for (guint i = 0; i < names->len; i++) {
    char *name = g_ptr_array_index (names, i);
    char *slash = memrchr (name, '/', title_name_cut (cutter, name, TITLE_NAME_FILE));

    g_ptr_array_add (stripped, slash != NULL && slash[1] != '\0' ? slash + 1 : name);
  }

  return stripped;
}

/* In the form that tells most of those that are short enough to be read, else in that which is shortest;
 * folders alone only where there is no other. */
static char *
dup_best_pattern (TitleSearch *search,
                  GPtrArray   *failed,
                  GPtrArray   *passed,
                  gsize        max_characters)
{
  g_autoptr (GPtrArray) stripped = strip_folders (search->cutter, failed);
  gsize readable = MIN (READABLE_CHARACTERS, max_characters);
  g_autofree char *best = NULL;
  g_autofree char *folders = NULL;
  gsize shortest = max_characters + 1;

  for (guint i = 0; i < G_N_ELEMENTS (forms) && shortest > readable; i++) {
    g_autofree char *pattern = dup_pattern_at (search, forms[i].in_folders ? failed : stripped,
                                               forms[i].level, readable);
    gsize length = pattern ? g_utf8_strlen (pattern, -1) : 0;

    if (pattern == NULL || length >= shortest || !pattern_fits (pattern, failed, passed))
      continue;
    g_free (best);
    best = g_steal_pointer (&pattern);
    shortest = length;
  }
  if (best != NULL)
    return g_steal_pointer (&best);

  folders = dup_pattern_at (search, failed, TITLE_NAME_FOLDER, readable);

  return folders != NULL && (gsize) g_utf8_strlen (folders, -1) <= max_characters &&
         pattern_fits (folders, failed, passed) ? g_steal_pointer (&folders) : NULL;
}

/* What all names begin with, where none that passed has that in it. */
static char *
dup_common_pattern (TitleSearch *search,
                    GPtrArray   *failed,
                    GPtrArray   *passed,
                    gsize        max_characters)
{
  const char *first = g_ptr_array_index (failed, 0);
  gsize length = strlen (first);
  g_autofree char *common = NULL;
  g_autofree char *pattern = NULL;

  for (guint i = 1; i < failed->len && length > 0; i++)
    length = MIN (length, title_parts_get_common (first, g_ptr_array_index (failed, i), 0));
  common = g_strndup (first, length);
  pattern = title_part_dup_pattern (common);

  if (strpbrk (common, SEPARATORS) == NULL || (gsize) g_utf8_strlen (pattern, -1) > max_characters ||
      title_search_may_match_passed (search, common) || !pattern_fits (pattern, failed, passed))
    return NULL;

  return g_steal_pointer (&pattern);
}

char *
title_dup_pattern (GPtrArray *failed,
                   GPtrArray *passed,
                   gsize      max_characters)
{
  g_autoptr (TitleNameCutter) cutter = title_name_cutter_new ();
  g_autoptr (TitleNames) passed_names = title_names_new (passed);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  TitleSearch search = { cutter, passed_names, parts };
  char *pattern;

  if (failed->len == 0)
    return NULL;
  pattern = dup_best_pattern (&search, failed, passed, max_characters);

  return pattern != NULL ? pattern : dup_common_pattern (&search, failed, passed, max_characters);
}

/* The names at LEVEL, each once. */
static GPtrArray *
gather_names (TitleNameCutter *cutter,
              GPtrArray       *failed,
              TitleNameLevel   level)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < failed->len; i++) {
    const char *name = g_ptr_array_index (failed, i);
    char *part = g_strndup (name, title_name_cut (cutter, name, level));

    if (g_hash_table_contains (seen, part)) {
      g_free (part);
      continue;
    }
    g_ptr_array_add (names, part);
    g_hash_table_add (seen, part);
  }

  return names;
}

/* As many of NAMES as fit, and how many more there are; with ALL, all of them or NULL. */
static char *
dup_list (GPtrArray *names,
          gboolean   all,
          gsize      max_characters)
{
  g_autoptr (GString) list = g_string_new (NULL);
  gsize used = 0;

  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);

    used += g_utf8_strlen (name, -1) + (i > 0 ? strlen (", ") : 0);
    if (used > max_characters && all)
      return NULL;
    if (used > max_characters && i > 0) {
      g_string_append_printf (list, " and %u more", names->len - i);
      break;
    }
    g_string_append_printf (list, i > 0 ? ", %s" : "%s", name);
  }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

char *
title_dup_names (GPtrArray *failed,
                 gsize      max_characters)
{
  g_autoptr (TitleNameCutter) cutter = title_name_cutter_new ();
  g_autoptr (GPtrArray) functions = gather_names (cutter, failed, TITLE_NAME_FUNCTION);
  g_autoptr (GPtrArray) files = gather_names (cutter, failed, TITLE_NAME_FILE);
  char *list = dup_list (functions, TRUE, max_characters);

  if (list == NULL)
    list = dup_list (files, TRUE, max_characters);

  return list != NULL ? list : dup_list (files, FALSE, MIN (READABLE_CHARACTERS, max_characters));
}
