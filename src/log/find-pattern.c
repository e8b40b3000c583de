/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE             /* memrchr() */

#include "config.h"

#define PCRE2_CODE_UNIT_WIDTH 8

#include <glib/gi18n.h>
#include <pcre2.h>
#include <string.h>

#include "find-literal.h"
#include "find-text.h"

#include "find-pattern.h"

/* Steps of PCRE2's matcher from one place on, and what is kept while they go back. */
#define MATCH_LIMIT 100000
#define DEPTH_LIMIT 5000
#define CALLS_LIMIT 10000     /* steps, where each may look through all of the pattern's calls of itself */

/* Bytes. */
#define JIT_STACK_START (32 * 1024)
#define JIT_STACK_MAX   (512 * 1024)

struct FindPattern {
  gatomicrefcount  references;
  pcre2_code      *code;
  pcre2_code      *literal;     /* a text that is in each match, or NULL */
  char            *words;       /* the literal, or all that is looked for, where these bytes alone are it; or NULL */
  gboolean         by_line;     /* it must not see more than a line */
  gboolean         calls;       /* it calls itself, or a part of it */
};

struct FindMatcher {
  FindPattern         *pattern;
  pcre2_match_data    *data;
  pcre2_match_context *context;
  pcre2_jit_stack     *stack;
  FindText            *words;       /* or NULL */

  const char          *text;        /* in which a line had the last match, */
  gsize                match_end;
  gsize                line_start;
  gsize                line_end;
};

G_DEFINE_QUARK (culprit-find-pattern-error-quark, find_pattern_error)

static void
set_error (GError     **error,
           const char  *text,
           int          code,
           gsize        offset)
{
  char words[256];

  pcre2_get_error_message (code, (PCRE2_UCHAR *) words, sizeof words);
  /* Translators: what is wrong with a regular expression, in PCRE2's words, and at which character of it */
  g_set_error (error, FIND_PATTERN_ERROR, code, _("%s at %ld"), words, g_utf8_strlen (text, (gssize) offset));
}

/* Whether the regular expression TEXT may find something else in a line when it sees the lines around: what looks ahead or
 * back, gives nothing back, stands at the text's ends, or tells the matcher what to do. Else whatever it finds in a line
 * alone, it finds there in the whole text, too, or goes on from there over the line's end, and many lines are looked
 * through at once. */
static gboolean
sees_beyond_line (const char *text)
{
  for (const char *at = text; *at != '\0'; at++) {
    if (at[0] == '(' && (at[1] == '*' || (at[1] == '?' && at[2] != ':')))
      return TRUE;
    if (at[0] == '\\' && at[1] != '\0' && strchr ("AGKZz", at[1]) != NULL)
      return TRUE;
    if (at > text && at[0] == '+' && strchr ("*+?}", at[-1]) != NULL)
      return TRUE;
    /* It may stand between a quantifier and its "+". */
    if (g_str_has_prefix (at, "\\E+"))
      return TRUE;
  }

  return FALSE;
}

/* "(?R)", "(?1)", "(?-1)", "(?&name)" and the like, but not "(?-i)". */
static gboolean
calls_itself (const char *text)
{
  for (const char *at = text; *at != '\0'; at++) {
    if (g_str_has_prefix (at, "\\g<") || g_str_has_prefix (at, "\\g'") || g_str_has_prefix (at, "(?P>"))
      return TRUE;
    if (g_str_has_prefix (at, "(?R") || g_str_has_prefix (at, "(?&"))
      return TRUE;
    if (g_str_has_prefix (at, "(?") && g_ascii_isdigit (at[2] == '+' || at[2] == '-' ? at[3] : at[2]))
      return TRUE;
    if (at[0] == '\\' && at[1] != '\0')
      at++;
  }

  return FALSE;
}

static pcre2_code *
compile (const char  *text,
         FindFlags    flags,
         GError     **error)
{
  guint32 options = PCRE2_UTF | (flags & FIND_REGEX ? PCRE2_MULTILINE | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C : PCRE2_LITERAL)
                    | (flags & FIND_MATCH_CASE ? 0 : PCRE2_CASELESS);
  pcre2_code *code;
  PCRE2_SIZE offset;
  int number;

  code = pcre2_compile ((PCRE2_SPTR) text, PCRE2_ZERO_TERMINATED, options, &number, &offset, NULL);
  if (code == NULL)
    set_error (error, text, number, offset);

  return code;
}

/* What tells at once which lines need not be tried; looking for it takes a part of the time. */
static void
set_literal (FindPattern *pattern,
             const char  *text,
             FindFlags    flags)
{
  g_autofree char *literal = flags & FIND_REGEX ? find_literal_get (text) : NULL;

  pattern->literal = literal != NULL ? compile (literal, flags & ~FIND_REGEX, NULL) : NULL;
  if (pattern->literal != NULL)
    pcre2_jit_compile (pattern->literal, PCRE2_JIT_COMPLETE);
  if (!(flags & FIND_MATCH_CASE))
    return;

  /* What has more than a line is in none. */
  if (flags & FIND_REGEX)
    pattern->words = g_steal_pointer (&literal);
  else if (*text != '\0' && strchr (text, '\n') == NULL)
    pattern->words = g_strdup (text);
}

FindPattern *
find_pattern_new (const char  *text,
                  FindFlags    flags,
                  GError     **error)
{
  pcre2_code *code = compile (text, flags, error);
  FindPattern *pattern;

  if (code == NULL)
    return NULL;

  pattern = g_new0 (FindPattern, 1);
  pattern->calls = flags & FIND_REGEX && calls_itself (text);
  /* Where the processor is not known, it is interpreted; and so are calls without end, which only the interpreter sees. */
  if (!pattern->calls)
    pcre2_jit_compile (code, PCRE2_JIT_COMPLETE);
  g_atomic_ref_count_init (&pattern->references);
  pattern->code = code;
  set_literal (pattern, text, flags);
  pattern->by_line = flags & FIND_REGEX && sees_beyond_line (text);

  return pattern;
}

FindPattern *
find_pattern_ref (FindPattern *pattern)
{
  g_atomic_ref_count_inc (&pattern->references);

  return pattern;
}

void
find_pattern_unref (FindPattern *pattern)
{
  if (pattern == NULL || !g_atomic_ref_count_dec (&pattern->references))
    return;

  pcre2_code_free (pattern->code);
  pcre2_code_free (pattern->literal);
  g_free (pattern->words);
  g_free (pattern);
}

FindMatcher *
find_matcher_new (FindPattern *pattern)
{
  FindMatcher *matcher = g_new0 (FindMatcher, 1);

  matcher->pattern = find_pattern_ref (pattern);
  matcher->data = pcre2_match_data_create (1, NULL);
  matcher->context = pcre2_match_context_create (NULL);
  matcher->stack = pcre2_jit_stack_create (JIT_STACK_START, JIT_STACK_MAX, NULL);
  pcre2_set_match_limit (matcher->context, pattern->calls ? CALLS_LIMIT : MATCH_LIMIT);
  pcre2_set_depth_limit (matcher->context, DEPTH_LIMIT);
  pcre2_jit_stack_assign (matcher->context, NULL, matcher->stack);
  if (pattern->words != NULL)
    matcher->words = find_text_new (pattern->words);

  return matcher;
}

void
find_matcher_free (FindMatcher *matcher)
{
  if (matcher == NULL)
    return;

  find_pattern_unref (matcher->pattern);
  pcre2_match_data_free (matcher->data);
  pcre2_match_context_free (matcher->context);
  pcre2_jit_stack_free (matcher->stack);
  find_text_free (matcher->words);
  g_free (matcher);
}

/* 1: found, 0: there is none, less: a limit was reached. */
static int
match (FindMatcher      *matcher,
       const pcre2_code *code,
       const char       *text,
       gsize             length,
       gsize             start,
       gsize            *ret_start,
       gsize            *ret_end)
{
  int n = pcre2_match (code, (PCRE2_SPTR) text, length, start, PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY, matcher->data,
                       matcher->context);
  const PCRE2_SIZE *place = pcre2_get_ovector_pointer (matcher->data);

  if (n == PCRE2_ERROR_NOMATCH)
    return 0;
  if (n < 0)
    return n;
  *ret_start = place[0];
  *ret_end = place[1];

  return 1;
}

static gsize
find_line_start (const char *text,
                 gsize       at)
{
  const char *end = at > 0 ? memrchr (text, '\n', at) : NULL;

  return end != NULL ? (gsize) (end - text) + 1 : 0;
}

static gsize
find_line_end (const char *text,
               gsize       length,
               gsize       at)
{
  const char *end = at < length ? memchr (text + at, '\n', length - at) : NULL;

  return end != NULL ? (gsize) (end - text) : length;
}

/* The line of START, which is known where the last match in it ends there: a line may be long, and have many. */
static void
find_line (FindMatcher *matcher,
           const char  *text,
           gsize        length,
           gsize        start)
{
  if (matcher->text == text && matcher->match_end == start && start > 0)
    return;

  matcher->text = text;
  matcher->line_start = find_line_start (text, start);
  matcher->line_end = find_line_end (text, length, start);
}

/* The same line by line, where a match went over a line's end or the text as a whole was too much. */
static gboolean
find_in_line (FindMatcher *matcher,
              const char  *text,
              gsize        length,
              gsize        start,
              gsize       *ret_start,
              gsize       *ret_end)
{
  gsize line;

  find_line (matcher, text, length, start);
  line = matcher->line_start;
  matcher->match_end = 0;
  if (match (matcher, matcher->pattern->code, text + line, matcher->line_end - line, start - line, ret_start, ret_end) != 1 ||
      *ret_end == *ret_start)
    return FALSE;
  *ret_start += line;
  *ret_end += line;
  matcher->match_end = *ret_end;

  return TRUE;
}

static gboolean
find_literal (FindMatcher *matcher,
              const char  *text,
              gsize        length,
              gsize        start,
              gsize       *ret_start)
{
  gsize end;

  if (matcher->words == NULL || !find_text_is_quick (matcher->words))
    return match (matcher, matcher->pattern->literal, text, length, start, ret_start, &end) == 1;
  *ret_start = find_text_next (matcher->words, text, length, start);

  return *ret_start < length;
}

/* The same in the lines that have the literal. */
static gboolean
find_with_literal (FindMatcher *matcher,
                   const char  *text,
                   gsize        length,
                   gsize        start,
                   gsize       *ret_start,
                   gsize       *ret_end)
{
  gsize at;

  while (start < length && find_literal (matcher, text, length, start, &at)) {
    start += find_line_start (text + start, at - start);
    if (find_in_line (matcher, text, length, start, ret_start, ret_end))
      return TRUE;
    start = find_line_end (text, length, at) + 1;
  }

  return FALSE;
}

static gboolean
find_words (FindMatcher *matcher,
            const char  *text,
            gsize        length,
            gsize        start,
            gsize       *ret_start,
            gsize       *ret_end)
{
  *ret_start = find_text_next (matcher->words, text, length, start);
  *ret_end = *ret_start + strlen (matcher->pattern->words);

  return *ret_start < length;
}

static gboolean
find_anywhere (FindMatcher *matcher,
               const char  *text,
               gsize        length,
               gsize        start,
               gsize       *ret_start,
               gsize       *ret_end)
{
  gboolean by_line = matcher->pattern->by_line;

  while (start < length) {
    int found = by_line ? -1 : match (matcher, matcher->pattern->code, text, length, start, ret_start, ret_end);

    if (found == 0)
      return FALSE;
    by_line = found < 0;
    if (found == 1) {
      start = MAX (start, *ret_start);
      if (*ret_end > start && memchr (text + start, '\n', *ret_end - start) == NULL)
        return TRUE;
    }
    if (find_in_line (matcher, text, length, start, ret_start, ret_end))
      return TRUE;
    start = find_line_end (text, length, start) + 1;
  }

  return FALSE;
}

gboolean
find_matcher_find (FindMatcher *matcher,
                   const char  *text,
                   gsize        length,
                   gsize        start,
                   gsize       *ret_start,
                   gsize       *ret_end)
{
  if (start == 0) {
    /* Another text may be in the same place. */
    matcher->match_end = 0;
    if (matcher->words != NULL)
      find_text_learn (matcher->words, text, length);
  }
  if (matcher->words != NULL && matcher->pattern->literal == NULL && find_text_is_quick (matcher->words))
    return find_words (matcher, text, length, start, ret_start, ret_end);
  if (matcher->pattern->literal != NULL)
    return find_with_literal (matcher, text, length, start, ret_start, ret_end);

  return find_anywhere (matcher, text, length, start, ret_start, ret_end);
}
