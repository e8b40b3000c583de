/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "body-checker.h"

/* What may act outside of code. The word before a commit is ours, and so is the link. */
#define ACTS "@|#[0-9]|(?i:\\bgh-[0-9])|<|&[a-zA-Z#]|://|www\\.|(?<!commit )\\b[0-9a-f]{7,40}\\b"

static gboolean
is_fold (const char *line)
{
  return g_str_equal (line, "<details>") || g_str_equal (line, "</details>") ||
         g_str_equal (line, "<summary>Logs:</summary>");
}

static gsize
count_backticks (const char *text)
{
  return strspn (text, "`");
}

/* Where the code span that starts at TEXT ends, or NULL where none does (CommonMark 0.31, 6.1). */
static const char *
find_span_end (const char *text)
{
  gsize n = count_backticks (text);
  const char *p = text + n;

  while ((p = strchr (p, '`')) != NULL) {
    gsize run = count_backticks (p);

    p += run;
    if (run == n)
      return p;
  }

  return NULL;
}

/* LINE without its code spans and links' addresses. */
static char *
dup_active (const char *line)
{
  GString *active = g_string_new (NULL);
  const char *p = line;

  while (*p != '\0') {
    const char *end = *p == '`' ? find_span_end (p) : NULL;

    if (end == NULL && g_str_has_prefix (p, "](https://"))
      end = strchr (p, ')') ? strchr (p, ')') + 1 : NULL;
    if (end != NULL) {
      g_string_append_c (active, ' ');
      p = end;
    } else {
      g_string_append_c (active, *p++);
    }
  }

  return g_string_free (active, FALSE);
}

static char *
dup_line_fault (const char *line)
{
  g_autofree char *active = dup_active (line);

  if (is_fold (line) || !g_regex_match_simple (ACTS, active, 0, 0))
    return NULL;

  return g_strdup_printf ("this acts: %s", line);
}

static gboolean
is_hidden (gunichar c)
{
  return (g_unichar_type (c) == G_UNICODE_CONTROL && c != '\n' && c != '\t') ||
         (g_unichar_type (c) == G_UNICODE_FORMAT && c != 0x200d);
}

char *
body_checker_dup_fault (const char *body)
{
  g_auto (GStrv) lines = g_strsplit (body, "\n", -1);
  gsize fence = 0;
  int folds = 0;

  if (!g_utf8_validate (body, -1, NULL))
    return g_strdup ("not valid UTF-8");
  for (const char *p = body; *p != '\0'; p = g_utf8_next_char (p))
    if (is_hidden (g_utf8_get_char (p)))
      return g_strdup_printf ("U+%04X is hidden", g_utf8_get_char (p));

  for (guint i = 0; lines[i] != NULL; i++) {
    gsize n = count_backticks (lines[i]);
    char *fault;

    if (fence > 0) {
      fence = n >= fence && lines[i][n + strspn (lines[i] + n, " ")] == '\0' ? 0 : fence;
      continue;
    }
    if (n >= 3 && g_str_equal (lines[i] + n, "text")) {
      fence = n;
      continue;
    }
    folds += g_str_equal (lines[i], "<details>") - g_str_equal (lines[i], "</details>");
    fault = dup_line_fault (lines[i]);
    if (fault != NULL)
      return fault;
  }
  if (fence > 0 || folds != 0)
    return g_strdup ("something stays open");

  return NULL;
}
