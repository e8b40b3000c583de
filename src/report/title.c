/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "title.h"

/* What people still read in one go; a longer pattern is shortened where it can be. */
#define READABLE_CHARACTERS 100

/* More tests than this are named by their files, more files by their folders. */
#define MAX_ALTERNATIVES 64

#define MATCH_LIMIT 100000

/* Where a name may be cut: after one of these. */
#define BOUNDARIES "/:._-[ "

G_DEFINE_AUTOPTR_CLEANUP_FUNC (pcre2_code, pcre2_code_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (pcre2_match_data, pcre2_match_data_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (pcre2_match_context, pcre2_match_context_free)

static guint
count_matches (const pcre2_code *code,
               GPtrArray        *names)
{
  g_autoptr (pcre2_match_data) data = pcre2_match_data_create (1, NULL);
  g_autoptr (pcre2_match_context) context = pcre2_match_context_create (NULL);
  guint n = 0;

  pcre2_set_match_limit (context, MATCH_LIMIT);
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);

    if (pcre2_match (code, (PCRE2_SPTR) name, strlen (name), 0, 0, data, context) >= 0)
      n++;
  }

  return n;
}

gboolean
title_check_pattern (const char *pattern,
                     GPtrArray  *failed,
                     GPtrArray  *passed,
                     guint      *ret_failed_matched,
                     guint      *ret_passed_matched)
{
  int error_number;
  PCRE2_SIZE error_offset;
  g_autoptr (pcre2_code) code = pcre2_compile ((PCRE2_SPTR) pattern, strlen (pattern),
                                               PCRE2_UTF | PCRE2_MATCH_INVALID_UTF,
                                               &error_number, &error_offset, NULL);

  if (code == NULL)
    return FALSE;

  pcre2_jit_compile (code, PCRE2_JIT_COMPLETE);
  *ret_failed_matched = count_matches (code, failed);
  *ret_passed_matched = count_matches (code, passed);

  return TRUE;
}

static gboolean
pattern_fits (const char *pattern,
              GPtrArray  *failed,
              GPtrArray  *passed)
{
  guint failed_matched;
  guint passed_matched;

  return pattern[0] != '\0' &&
         title_check_pattern (pattern, failed, passed, &failed_matched, &passed_matched) &&
         failed_matched == failed->len && passed_matched == 0;
}

static void
append_escaped (GString    *out,
                const char *text)
{
  for (const char *p = text; *p != '\0'; p++) {
    if (strchr ("\\^$|()[]{}*+?", *p) != NULL)
      g_string_append_c (out, '\\');
    g_string_append_c (out, *p);
  }
}

/* How much of a name is kept. */
typedef enum {
  NAME_TEST,
  NAME_TEST_WITH_PARAMETERS,
  NAME_FILE,
  NAME_FOLDER,
} NamePart;

static char *
dup_part (const char *name,
          NamePart    part)
{
  const char *parameters = g_str_has_suffix (name, "]") ? strchr (name, '[') : NULL;
  g_autofree char *test = NULL;
  const char *end;

  if (part == NAME_TEST_WITH_PARAMETERS || parameters == name)
    return g_strdup (name);

  test = parameters ? g_strndup (name, parameters - name) : g_strdup (name);
  if (part == NAME_TEST)
    return g_steal_pointer (&test);

  end = strstr (test, "::");
  if (end != NULL && end != test)
    test[end - test] = '\0';
  end = part == NAME_FOLDER ? strrchr (test, '/') : NULL;
  if (end != NULL && end != test)
    test[end - test + 1] = '\0';

  return g_steal_pointer (&test);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The parts, sorted, each once; where they need only be BEGINNINGS of names, without those
 * that begin with another one. */
static GPtrArray *
gather_parts (GPtrArray *names,
              NamePart   part,
              gboolean   beginnings)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (all, dup_part (g_ptr_array_index (names, i), part));
  g_ptr_array_sort (all, compare_names);

  for (guint i = 0; i < all->len; i++) {
    const char *name = g_ptr_array_index (all, i);
    const char *last = parts->len > 0 ? g_ptr_array_index (parts, parts->len - 1) : NULL;

    if (last == NULL || !(beginnings ? g_str_has_prefix (name, last) : g_str_equal (name, last)))
      g_ptr_array_add (parts, g_strdup (name));
  }

  return parts;
}

/* Bytes that A and B have in common, up to a place where a name may be cut. */
static gsize
common_length (const char *a,
               const char *b)
{
  gsize length = 0;

  while (a[length] != '\0' && a[length] == b[length])
    length++;
  while (length > 0 && strchr (BOUNDARIES, a[length - 1]) == NULL)
    length--;

  return length;
}

static gboolean
all_have_suffix (GPtrArray  *parts,
                 const char *suffix)
{
  for (guint i = 0; i < parts->len; i++)
    if (!g_str_has_suffix (g_ptr_array_index (parts, i), suffix))
      return FALSE;

  return TRUE;
}

/* What all of PARTS, two or more, have in common stands once: "x.py::test_(load|save)". */
static void
append_alternatives (GString   *pattern,
                     GPtrArray *parts,
                     gboolean   followed)
{
  const char *first = g_ptr_array_index (parts, 0);
  gsize length = common_length (first, g_ptr_array_index (parts, parts->len - 1));
  gsize suffix = all_have_suffix (parts, "]") ? 1 : 0;
  g_autofree char *common = g_strndup (first, length);
  gboolean grouped = length + suffix > 0 || followed;

  append_escaped (pattern, common);
  if (grouped)
    g_string_append_c (pattern, '(');
  for (guint i = 0; i < parts->len; i++) {
    const char *part = (const char *) g_ptr_array_index (parts, i) + length;
    g_autofree char *middle = g_strndup (part, strlen (part) - suffix);

    if (i > 0)
      g_string_append_c (pattern, '|');
    append_escaped (pattern, middle);
  }
  if (grouped)
    g_string_append_c (pattern, ')');
  if (suffix > 0)
    g_string_append (pattern, "\\]");
}

static char *
dup_joined (GPtrArray  *parts,
            const char *ending)
{
  GString *pattern = g_string_new (NULL);

  if (parts->len == 1)
    append_escaped (pattern, g_ptr_array_index (parts, 0));
  else
    append_alternatives (pattern, parts, ending[0] != '\0');
  g_string_append (pattern, ending);

  return g_string_free (pattern, FALSE);
}

/* Puts the two neighbours that agree for longest into one. FALSE where none agree in more
 * than what all have in common, or where that would match a test that passed. */
static gboolean
merge_neighbours (GPtrArray *parts,
                  GPtrArray *passed)
{
  gsize common = common_length (g_ptr_array_index (parts, 0),
                                g_ptr_array_index (parts, parts->len - 1));
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GString) pattern = g_string_new (NULL);
  g_autofree char *merged = NULL;
  gsize longest = common;
  guint at = 0;

  for (guint i = 0; i + 1 < parts->len; i++) {
    gsize length = common_length (g_ptr_array_index (parts, i), g_ptr_array_index (parts, i + 1));

    if (length > longest) {
      longest = length;
      at = i;
    }
  }
  if (longest == common)
    return FALSE;

  /* "test_save_" reads better as "test_save". */
  while (longest > common + 1 &&
         strchr ("_-[. ", ((char *) g_ptr_array_index (parts, at))[longest - 1]) != NULL)
    longest--;
  merged = g_strndup (g_ptr_array_index (parts, at), longest);
  append_escaped (pattern, merged);
  if (!pattern_fits (pattern->str, none, passed))
    return FALSE;

  g_ptr_array_remove_index (parts, at + 1);
  g_free (g_ptr_array_index (parts, at));
  g_ptr_array_index (parts, at) = g_steal_pointer (&merged);

  return TRUE;
}

static char *
dup_pattern_of_parts (GPtrArray  *failed,
                      GPtrArray  *passed,
                      NamePart    part,
                      const char *ending,
                      gsize       max_characters)
{
  g_autoptr (GPtrArray) parts = gather_parts (failed, part, !g_str_equal (ending, "$"));
  g_autofree char *pattern = NULL;

  if (parts->len > MAX_ALTERNATIVES)
    return NULL;

  pattern = dup_joined (parts, ending);
  if (!pattern_fits (pattern, failed, passed))
    return NULL;

  while (parts->len > 1 && ending[0] == '\0' &&
         (gsize) g_utf8_strlen (pattern, -1) > MIN (READABLE_CHARACTERS, max_characters) &&
         merge_neighbours (parts, passed)) {
    g_free (pattern);
    pattern = dup_joined (parts, ending);
  }

  if ((gsize) g_utf8_strlen (pattern, -1) > max_characters)
    return NULL;

  return g_steal_pointer (&pattern);
}

char *
title_dup_pattern (GPtrArray *failed,
                   GPtrArray *passed,
                   gsize      max_characters)
{
  const struct {
    NamePart    part;
    const char *ending;
  } attempts[] = {
    { NAME_TEST, "" },
    { NAME_TEST, "$" },
    { NAME_TEST, "\\[" },
    { NAME_TEST_WITH_PARAMETERS, "" },
    { NAME_TEST_WITH_PARAMETERS, "$" },
    { NAME_FILE, "" },
    { NAME_FOLDER, "" },
  };

  for (guint i = 0; failed->len > 0 && i < G_N_ELEMENTS (attempts); i++) {
    char *pattern = dup_pattern_of_parts (failed, passed, attempts[i].part, attempts[i].ending,
                                          max_characters);

    if (pattern != NULL)
      return pattern;
  }

  return NULL;
}
