/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "character.h"

#include "rule-groups.h"

#define MAX_SUITE 1024
#define HERE      "./"

/* Appends CHARACTER, which a log may write by its number, as a line of the log has it. */
static void
append_character (GString  *plain,
                  gunichar  character)
{
  if (g_unichar_iscntrl (character))
    g_string_append_c (plain, ' ');
  else if (character_is_hidden (character))
    g_string_append_printf (plain, "<U+%04X>", character);
  else if (g_unichar_validate (character))
    g_string_append_unichar (plain, character);
}

/* Appends what stands in JSON at ESCAPE, behind the backslash. Returns where it ends. */
static const char *
append_unescaped (GString    *plain,
                  const char *escape)
{
  const char * const letters = "nrtbf";
  const char * const meant = "\n\r\t\b\f";
  const char *letter = strchr (letters, *escape);

  if (*escape == '\0')
    return escape;
  if (*escape == 'u' && strspn (escape + 1, "0123456789abcdefABCDEF") >= 4) {
    g_autofree char *digits = g_strndup (escape + 1, 4);

    append_character (plain, g_ascii_strtoull (digits, NULL, 16));
    return escape + 5;
  }
  g_string_append_c (plain, letter != NULL ? meant[letter - letters] : *escape);

  return escape + 1;
}

/* TEXT, the inside of a string in JSON, perhaps cut, as it is meant. */
static char *
dup_unescaped (const char *text)
{
  GString *plain = g_string_new (NULL);

  while (*text != '\0') {
    gsize n = strcspn (text, "\\");

    g_string_append_len (plain, text, n);
    text += n;
    if (*text == '\\')
      text = append_unescaped (plain, text + 1);
  }
  for (gsize i = 0; i < plain->len; i++)
    if (g_ascii_iscntrl (plain->str[i]))
      plain->str[i] = ' ';

  return g_strchomp (g_string_free (plain, FALSE));
}

/* Group NAME of PATTERN; a test's name goes on with the group "rest". */
static char *
dup_text (const Pattern *pattern,
          PatternMatch  *match,
          const char    *name,
          gsize          max_bytes)
{
  g_autofree char *text = pattern_match_dup_group (pattern, match, name, max_bytes);
  g_autofree char *rest = NULL;

  if (*text == '\0' || !g_str_equal (name, "test"))
    return g_steal_pointer (&text);
  rest = pattern_match_dup_group (pattern, match, "rest", max_bytes);

  return *rest != '\0' ? g_strconcat (text, " ", rest, NULL) : g_steal_pointer (&text);
}

char *
rule_dup_group (const LineRule *rule,
                const Pattern  *pattern,
                PatternMatch   *match,
                const char     *name,
                gsize           max_bytes)
{
  g_autofree char *text = dup_text (pattern, match, name, max_bytes);

  return rule->is_json && strchr (text, '\\') != NULL ? dup_unescaped (text) : g_steal_pointer (&text);
}

char *
rule_dup_suite (const LineRule *rule,
                const Pattern  *pattern,
                PatternMatch   *match)
{
  g_autofree char *suite = rule_dup_group (rule, pattern, match, "suite", MAX_SUITE);
  g_autofree char *folder = NULL;

  if (*suite != '\0')
    return g_steal_pointer (&suite);
  folder = rule_dup_group (rule, pattern, match, "folder", MAX_SUITE);
  if (*folder == '\0' || *folder == '.' || *folder == '/')
    return g_steal_pointer (&folder);

  return g_strconcat (HERE, folder, NULL);
}

gboolean
path_ends_with (const char *path,
                const char *end)
{
  gsize n = strlen (path), n_end = strlen (end);

  return n > n_end && path[n - n_end - 1] == '/' && g_str_has_suffix (path, end);
}

gboolean
rule_is_same_suite (const char *a,
                    const char *b)
{
  if (*a == '\0' || *b == '\0')
    return *a == *b;
  if (g_str_has_prefix (a, HERE))
    a += strlen (HERE);
  if (g_str_has_prefix (b, HERE))
    b += strlen (HERE);

  return g_str_equal (a, b) || path_ends_with (a, b) || path_ends_with (b, a);
}
