/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "title-variants.h"

/* GitHub takes 256 characters. */
#define MAX_BYTES 1024

#define MAX_DEPTH 8

static GPtrArray *expand (const char **at, guint depth);

static GPtrArray *
new_texts (const char *first)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (texts, g_strdup (first));

  return texts;
}

/* Each of TEXTS followed by each of ENDS; takes both over. */
static GPtrArray *
combine (GPtrArray *texts,
         GPtrArray *ends)
{
  GPtrArray *both = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < texts->len; i++)
    for (guint j = 0; j < ends->len && both->len < TITLE_MAX_VARIANTS; j++)
      g_ptr_array_add (both, g_strconcat (g_ptr_array_index (texts, i), g_ptr_array_index (ends, j), NULL));
  g_ptr_array_unref (texts);
  g_ptr_array_unref (ends);

  return both;
}

/* The ")" of the group that starts at TEXT, which is its "(", or NULL. RET_IS_CHOICE: whether it is one of the
 * pattern's groups, and not a remark in brackets. */
static const char *
find_group_end (const char *text,
                gboolean   *ret_is_choice)
{
  guint depth = 0;

  *ret_is_choice = g_str_has_prefix (text, "(?:");
  for (; *text != '\0'; text++) {
    if (*text == '\\' && text[1] != '\0')
      text++;
    else if (*text == '(')
      depth++;
    else if (*text == '|' && depth == 1)
      *ret_is_choice = TRUE;
    else if (*text == ')' && --depth == 0)
      break;
  }
  if (*text == ')' && text[1] == '?')
    *ret_is_choice = TRUE;

  return *text == ')' ? text : NULL;
}

static GPtrArray *
expand_group (const char **at,
              guint        depth)
{
  GPtrArray *texts;

  *at += g_str_has_prefix (*at, "(?:") ? 3 : 1;
  texts = expand (at, depth + 1);
  if (**at == ')')
    (*at)++;
  if (**at == '?') {
    g_ptr_array_add (texts, g_strdup (""));
    (*at)++;
  }

  return texts;
}

/* Appends what the character at AT, which starts no group, stands for, and moves on. */
static void
take_character (const char **at,
                GString     *out)
{
  const char *p = *at;

  if (*p == '\\' && p[1] != '\0' && (strchr ("bBdDsSwW", p[1]) != NULL || !g_ascii_isalnum (p[1]))) {
    g_string_append_c (out, g_ascii_isalpha (p[1]) ? ' ' : p[1]);
    *at += 2;
  } else if (*p == '.' && (p[1] == '*' || p[1] == '+')) {
    g_string_append_c (out, ' ');
    *at += 2;
  } else {
    if (*p == '|')
      g_string_append_c (out, ' ');
    else if (*p != '^' && *p != '$')
      g_string_append_c (out, *p);
    (*at)++;
  }
}

/* The texts of the pattern at AT, up to the end of it, or of the group that is DEPTH groups deep. */
static GPtrArray *
expand (const char **at,
        guint        depth)
{
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *texts = new_texts ("");

  while (**at != '\0' && (depth == 0 || **at != ')')) {
    gboolean is_choice = FALSE;

    if (**at == '(' && depth < MAX_DEPTH && find_group_end (*at, &is_choice) != NULL && is_choice) {
      texts = combine (texts, expand_group (at, depth));
    } else if (**at == '|' && depth > 0) {
      g_ptr_array_extend_and_steal (done, texts);
      texts = new_texts ("");
      (*at)++;
    } else {
      g_autoptr (GString) piece = g_string_new (NULL);

      do
        take_character (at, piece);
      while (**at != '\0' && **at != '(' && (depth == 0 || (**at != ')' && **at != '|')));
      texts = combine (texts, new_texts (piece->str));
    }
  }
  g_ptr_array_extend_and_steal (done, texts);
  if (done->len > TITLE_MAX_VARIANTS)
    g_ptr_array_set_size (done, TITLE_MAX_VARIANTS);

  return g_steal_pointer (&done);
}

GPtrArray *
title_variants_new (const char *title)
{
  g_autofree char *start = g_strndup (title, MAX_BYTES);
  g_autofree char *valid = g_utf8_make_valid (start, -1);
  const char *at = valid;

  return expand (&at, 0);
}
