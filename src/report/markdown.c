/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "character.h"

#include "markdown.h"

#define ZERO_WIDTH_JOINER 0x200d

/* Letters, digits and a little punctuation, without anything that GitHub links by itself or
 * draws as an emoji or emphasis. */
#define PLAIN_NAME \
  "^(?!.*(?:(?i:\\bgh-\\d)|www\\.|://|:[\\w+-]+:|\\b[0-9a-fA-F]{7,40}\\b))" \
  "[\\p{L}\\p{N}(]" \
  "(?:[\\p{L}\\p{N} ,.()+%/:-]|(?<=[\\p{L}\\p{N}])_(?=[\\p{L}\\p{N}]))*$"

static gsize
longest_run_of_backticks (const char *text)
{
  gsize longest = 0;
  gsize run = 0;

  for (const char *p = text; *p != '\0'; p++) {
    run = *p == '`' ? run + 1 : 0;
    longest = MAX (longest, run);
  }

  return longest;
}

static void
append_backticks (GString *out,
                  gsize    n)
{
  for (gsize i = 0; i < n; i++)
    g_string_append_c (out, '`');
}

void
markdown_append_code (GString    *out,
                      const char *text)
{
  g_autofree char *line = markdown_dup_line (text);
  gsize n = longest_run_of_backticks (line) + 1;
  gboolean padded = line[0] == '`' || line[0] == '\0' || g_str_has_suffix (line, "`");

  append_backticks (out, n);
  if (padded)
    g_string_append_c (out, ' ');
  g_string_append (out, line);
  if (padded && line[0] != '\0')
    g_string_append_c (out, ' ');
  append_backticks (out, n);
}

void
markdown_append_name (GString    *out,
                      const char *text)
{
  g_autofree char *line = markdown_dup_line (text);

  if (g_regex_match_simple (PLAIN_NAME, line, 0, 0))
    g_string_append (out, line);
  else
    markdown_append_code (out, line);
}

void
markdown_append_link (GString    *out,
                      const char *name,
                      const char *url)
{
  if (!g_regex_match_simple ("^https?://[\\w.-]+(?::\\d+)?(?:/|$)", url, 0, 0)) {
    markdown_append_name (out, name);
    return;
  }

  g_string_append_c (out, '[');
  markdown_append_name (out, name);
  g_string_append (out, "](");
  for (const char *p = url; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || strchr ("-._~:/?#@!$&'*+,;=%", *p) != NULL)
      g_string_append_c (out, *p);
    else
      g_string_append_printf (out, "%%%02X", (guchar) *p);
  g_string_append_c (out, ')');
}

void
markdown_append_fence (GString    *out,
                       const char *text)
{
  gsize n = MAX (3, longest_run_of_backticks (text) + 1);

  append_backticks (out, n);
  g_string_append (out, "text\n");
  g_string_append (out, text);
  if (text[0] != '\0' && !g_str_has_suffix (text, "\n"))
    g_string_append_c (out, '\n');
  append_backticks (out, n);
  g_string_append_c (out, '\n');
}

gboolean
markdown_is_commit (const char *commit)
{
  return g_regex_match_simple ("^[0-9a-fA-F]{7,40}$", commit, G_REGEX_DOLLAR_ENDONLY, 0);
}

char *
markdown_dup_visible (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == '\r' && p[1] == '\n')
      continue;
    else if (c == '\r')
      g_string_append_c (out, '\n');
    else if (c != '\t' && c != '\n' && g_unichar_type (c) == G_UNICODE_CONTROL)
      g_string_append_unichar (out, 0xfffd);
    else if (c != ZERO_WIDTH_JOINER && (character_is_hidden (c) || g_unichar_type (c) == G_UNICODE_FORMAT))
      g_string_append_printf (out, "<U+%04X>", c);
    else
      g_string_append_unichar (out, c);
  }

  return g_string_free (out, FALSE);
}

char *
markdown_dup_line (const char *text)
{
  char *line = markdown_dup_visible (text);

  g_strdelimit (line, "\t\n", ' ');

  return g_strstrip (line);
}
