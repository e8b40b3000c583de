/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "rerun-filters.h"

/* What a regular expression would take for something else gets a backslash; all that stands
 * for itself in every kind of them stays as it is. */
#define REGEX_ESCAPE "\\^$.|()[]{}*+?\\"

/* A shell that a command starts is sh, to which "#" within a word means nothing. */
#define SAFE_IN_SH "^[\\w./:@%+=,-][\\w./:@%+=,#-]*$"

gboolean
rerun_filters_are_known (const char *filters)
{
  return g_regex_match_simple ("^(:words|:regex|:escaped|:loose|:shell)*$", filters, 0, 0);
}

/* The first character of ESCAPE before each of the others. */
static void
escape_text (GString    *text,
             const char *escape)
{
  for (gsize i = 0; i < text->len; i++)
    if (escape[0] != '\0' && strchr (escape + 1, text->str[i]) != NULL)
      g_string_insert_c (text, i++, escape[0]);
}

/* What stands between suite and test, also where the test has no name, becomes a blank. */
static void
replace_separators (GString *text)
{
  const char * const separators[] = { " ›", " >" };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++) {
    g_autofree char *separator = g_strconcat (separators[i], " ", NULL);

    g_string_replace (text, separator, " ", 0);
    if (g_str_has_suffix (text->str, separators[i]))
      g_string_truncate (text, text->len - strlen (separators[i]) + 1);
  }
}

static char *
dup_quoted (const char *text,
            const char *safe)
{
  return g_regex_match_simple (safe, text, G_REGEX_RAW | G_REGEX_DOLLAR_ENDONLY, 0)
         ? g_strdup (text) : g_shell_quote (text);
}

char *
rerun_dup_shell_word (const char *text)
{
  return dup_quoted (text, "^[\\w./:@%+=,-]+$");
}

char *
rerun_filters_apply (const char *filters,
                     const char *text,
                     const char *escape)
{
  g_autoptr (GString) result = g_string_new (text);

  if (strstr (filters, ":words") != NULL)
    replace_separators (result);
  if (strstr (filters, ":regex") != NULL)
    escape_text (result, REGEX_ESCAPE);
  if (strstr (filters, ":escaped") != NULL)
    escape_text (result, escape);
  if (strstr (filters, ":loose") != NULL)
    g_string_replace (result, " ", "[ _]*", 0);

  return strstr (filters, ":shell") != NULL ? dup_quoted (result->str, SAFE_IN_SH)
                                            : g_strdup (result->str);
}
