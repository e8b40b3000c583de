/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "markdown.h"
#include "repository.h"
#include "services.h"

#include "tracker-search.h"

#define MAX_CHARACTERS 200
#define MAX_WORD       50    /* that is taken off where the cut falls into it */

/* The words of the first line with any, one blank between them (transfer full), or NULL. */
static char *
dup_first_words (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree char *line = markdown_dup_line (lines[i]);
    g_autoptr (GString) words = g_string_new (NULL);
    g_auto (GStrv) parts = g_strsplit_set (line, " \"", -1);
    gboolean says_something = FALSE;

    for (guint j = 0; parts[j] != NULL; j++)
      if (parts[j][0] != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", parts[j]);

    for (const char *p = words->str; *p != '\0' && !says_something; p = g_utf8_next_char (p))
      says_something = g_unichar_isalnum (g_utf8_get_char (p));
    if (says_something)
      return g_string_free (g_steal_pointer (&words), FALSE);
  }

  return NULL;
}

static void
cut (char *words)
{
  char *end;
  char *blank;

  if (g_utf8_strlen (words, -1) <= MAX_CHARACTERS)
    return;

  end = g_utf8_offset_to_pointer (words, MAX_CHARACTERS);
  blank = *end == ' ' ? end : g_strrstr_len (words, end - words, " ");
  *(blank != NULL && end - blank <= MAX_WORD ? blank : end) = '\0';
}

char *
tracker_search_dup_url (const char *repository,
                        const char *text)
{
  g_autofree char *words = dup_first_words (text);
  g_autofree char *base = service_dup_url (SERVICE_GITHUB);
  g_autofree char *query = NULL;
  g_autofree char *escaped = NULL;

  if (words == NULL || !repository_is_valid (repository))
    return NULL;

  cut (words);
  query = g_strdup_printf ("is:issue \"%s\"", words);
  escaped = g_uri_escape_string (query, NULL, FALSE);

  return g_strdup_printf ("%s/%s/issues?q=%s", base, repository, escaped);
}
