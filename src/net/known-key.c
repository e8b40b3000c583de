/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "issue-lines.h"
#include "own-string.h"

#include "known-key.h"
#include "test-name.h"

#define MARK_START "<!-- culprit: "
#define MARK_END " -->"

/* NAME as it counts: " v1 test_page py test_render ". */
static char *
dup_normalised (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  const char *start = g_str_has_prefix (valid, "tests/") ? valid + strlen ("tests/") : valid;

  test_name_cut_parameters (valid);

  return issue_line_dup_words (start);
}

char *
known_key_new (const char *repository,
               GPtrArray  *tests)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *project = g_ascii_strdown (repository, -1);
  g_autoptr (GString) all = g_string_new (project);

  if (tests->len == 0)
    return NULL;

  for (guint i = 0; i < tests->len; i++)
    g_ptr_array_add (names, dup_normalised (g_ptr_array_index (tests, i)));
  g_ptr_array_sort (names, own_string_compare);
  for (guint i = 0; i < names->len; i++)
    if (i == 0 || !g_str_equal (g_ptr_array_index (names, i), g_ptr_array_index (names, i - 1)))
      g_string_append_printf (all, "\n%s", (const char *) g_ptr_array_index (names, i));

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, all->str, all->len);
}

void
known_key_append_mark (GString    *body,
                       const char *key)
{
  if (body->len > 0 && body->str[body->len - 1] != '\n')
    g_string_append_c (body, '\n');
  g_string_append_printf (body, MARK_START "%s" MARK_END "\n", key);
}

gboolean
known_key_is_in (const char *key,
                 const char *body)
{
  g_autofree char *mark = g_strconcat (MARK_START, key, MARK_END, NULL);

  return strstr (body, mark) != NULL;
}
