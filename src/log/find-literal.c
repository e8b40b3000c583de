/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "find-literal.h"

/* Bytes; what is shorter is in too many lines. */
#define MIN_LENGTH 3

/* Letters that stand for a character or a place alone, after a backslash. */
#define LETTERS "dDwWsSbBhHvVtnrR"

typedef struct {
  GString *run;          /* characters next to each other, so far */
  gsize    last;         /* where its last character starts */
  char    *longest;      /* or NULL */
  gboolean is_first;     /* the run is what the expression starts with */
  gboolean first_is_longest;
} Literals;

static void
end_run (Literals *literals)
{
  if (literals->run->len >= MIN_LENGTH && (literals->longest == NULL || literals->run->len > strlen (literals->longest))) {
    g_free (literals->longest);
    literals->longest = g_strndup (literals->run->str, literals->run->len);
    literals->first_is_longest = literals->is_first;
  }
  g_string_truncate (literals->run, 0);
  literals->is_first = FALSE;
}

static void
drop_last (Literals *literals)
{
  if (literals->run->len > 0)
    g_string_truncate (literals->run, literals->last);
  end_run (literals);
}

static const char *
add_character (Literals   *literals,
               const char *at)
{
  const char *next = g_utf8_next_char (at);

  literals->last = literals->run->len;
  g_string_append_len (literals->run, at, next - at);

  return next;
}

/* Behind the class that starts AT; NULL: it has no end, or one that is not clear. */
static const char *
skip_class (const char *at)
{
  at++;
  if (*at == '^')
    at++;
  if (*at == ']')
    at++;
  while (*at != '\0' && *at != ']') {
    /* "[:alpha:]", and "\Q" or the like */
    if (*at == '[' || (*at == '\\' && g_ascii_isalnum (at[1]) && strchr (LETTERS, at[1]) == NULL))
      return NULL;
    at += *at == '\\' && at[1] != '\0' ? 2 : 1;
  }

  return *at == ']' ? at + 1 : NULL;
}

/* Behind what starts AT with a backslash; NULL: it takes more than a letter. */
static const char *
skip_escape (const char *at)
{
  if (at[1] == '\0' || (g_ascii_isalnum (at[1]) && strchr (LETTERS, at[1]) == NULL))
    return NULL;

  return g_utf8_next_char (at + 1);
}

/* Behind the group that starts AT; NULL: it does more than to group, or has something that does. */
static const char *
skip_group (const char *at)
{
  guint depth = 0;

  do {
    if (*at == '\0' || (*at == '(' && (at[1] == '*' || (at[1] == '?' && at[2] != ':'))))
      return NULL;
    if (*at == '(')
      depth++;
    else if (*at == ')')
      depth--;
    at = *at == '\\' ? skip_escape (at) : *at == '[' ? skip_class (at) : at + 1;
  } while (at != NULL && depth > 0);

  return at;
}

/* Behind "{2,3}"; any other brace is a character, and left out. */
static const char *
skip_brace (const char *at)
{
  const char *end = at + 1 + strspn (at + 1, "0123456789, \t");

  return *end == '}' ? end + 1 : at + 1;
}

static const char *
take_escape (Literals   *literals,
             const char *at)
{
  const char *next = skip_escape (at);

  if (next != NULL && !g_ascii_isalnum (at[1]))
    return add_character (literals, at + 1);
  end_run (literals);

  return next;
}

/* What follows what was taken AT; NULL: nothing is sure. */
static const char *
take (Literals   *literals,
      const char *at)
{
  switch (*at) {
  case '|':
    return NULL;
  case '\\':
    return take_escape (literals, at);
  case '*':
  case '?':
    drop_last (literals);
    return at + 1;
  case '{':
    drop_last (literals);
    return skip_brace (at);
  case '(':
    end_run (literals);
    return skip_group (at);
  case '[':
    end_run (literals);
    return skip_class (at);
  case ')':
  case '+':
  case '.':
  case '^':
  case '$':
    end_run (literals);
    return at + 1;
  default:
    return add_character (literals, at);
  }
}

char *
find_literal_get (const char *regex)
{
  g_autoptr (GString) run = g_string_new (NULL);
  Literals literals = { .run = run, .is_first = TRUE };
  const char *at = regex;

  while (at != NULL && *at != '\0')
    at = take (&literals, at);
  if (at != NULL)
    end_run (&literals);
  if (at == NULL || literals.first_is_longest)
    g_clear_pointer (&literals.longest, g_free);

  return literals.longest;
}
