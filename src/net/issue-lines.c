/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "character.h"
#include "issue-lines.h"
#include "title-variants.h"

/* Longer lines are data. */
#define MAX_LINE 1000

#define CODE_INDENT 4

/* Words of runners for what failed, for what did not, and of errors. */
static const char * const failing_texts[] = {
  "FAIL", "ERROR", "failed", "Failed", "not ok", "✕", "✗", "✘", "×", "●", NULL
};
static const char * const passing_texts[] = { "PASS", "SKIP", "XFAIL", "✓", "✔", NULL };
static const char * const error_texts[] = { "Error: ", "Exception: ", "error: ", NULL };

typedef struct {
  const char * const *texts;
  guint8              starts[256];    /* whether one of them starts with the byte */
} Marks;

typedef struct {
  GPtrArray *lines;
  gsize      n_bytes;
  gsize      n_error_bytes;
  char       fence;       /* its character, or NUL outside of one */
  gsize      fence_length;
  gboolean   is_full;
  Marks      failing;
  Marks      passing;
  Marks      errors;
} Reader;

static void
issue_line_free (gpointer data)
{
  IssueLine *line = data;

  g_free (line->text);
  g_free (line->words);
  g_free (line);
}

/* How many bytes the character of a word at TEXT has; 0 for any other. */
static gsize
word_character_length (const char *text)
{
  if ((guchar) *text < 0x80)
    return g_ascii_isalnum (*text) || *text == '_';

  return g_unichar_isalnum (g_utf8_get_char (text)) ? (gsize) (g_utf8_next_char (text) - text) : 0;
}

char *
issue_line_dup_words (const char *text)
{
  GString *words = g_string_sized_new (strlen (text) + 2);
  const char *p = text;

  g_string_append_c (words, ' ');
  while (*p != '\0') {
    const char *start = p;
    gsize length;

    while ((length = word_character_length (p)) > 0)
      p += length;
    if (p > start && !(start > text && start[-1] == ':' && strspn (start, "0123456789") == (gsize) (p - start))) {
      g_string_append_len (words, start, p - start);
      g_string_append_c (words, ' ');
    }
    if (*p != '\0')
      p = g_utf8_next_char (p);
  }

  return g_string_free (words, FALSE);
}

static void
add_line (Reader        *reader,
          IssueLineKind  kind,
          const char    *text)
{
  IssueLine *line = g_new0 (IssueLine, 1);

  line->kind = kind;
  line->text = g_strdup (text);
  line->words = kind != ISSUE_LINE_ERROR ? issue_line_dup_words (text) : g_strdup ("");
  g_ptr_array_add (reader->lines, line);
}

static gboolean
is_mark (char character)
{
  return character == '`' || character == '*' || character == '|' || character == '"' || character == '\t' ||
         character == '\r';
}

/* The LENGTH bytes of TEXT without what marks code, emphasis or cells, and without the escapes of Markdown. */
static char *
dup_unmarked (const char *text,
              gsize       length)
{
  char *out = g_malloc (length + 1);
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    if (text[i] == '\\' && i + 1 < length && g_ascii_ispunct (text[i + 1]))
      out[n++] = text[++i];
    else
      out[n++] = is_mark (text[i]) ? ' ' : text[i];
  out[n] = '\0';

  return g_strstrip (out);
}

static void
marks_init (Marks              *marks,
            const char * const *texts)
{
  *marks = (Marks) { .texts = texts };
  for (guint i = 0; texts[i] != NULL; i++)
    marks->starts[(guchar) *texts[i]] = TRUE;
}

/* Whether one of MARKS is in the LENGTH bytes of TEXT. */
static gboolean
has_mark (const Marks *marks,
          const char  *text,
          gsize        length)
{
  for (gsize at = 0; at < length; at++) {
    if (!marks->starts[(guchar) text[at]])
      continue;
    for (guint i = 0; marks->texts[i] != NULL; i++) {
      gsize n = strlen (marks->texts[i]);

      if (n <= length - at && memcmp (text + at, marks->texts[i], n) == 0)
        return TRUE;
    }
  }

  return FALSE;
}

static gboolean
is_passing (const Reader *reader,
            const char   *text,
            gsize         length)
{
  return has_mark (&reader->passing, text, length) && !has_mark (&reader->failing, text, length);
}

/* What a line of code is, into *RET_KIND; FALSE where it says nothing of a failure. */
static gboolean
judge_code (const Reader  *reader,
            const char    *text,
            gsize          length,
            IssueLineKind *ret_kind)
{
  gboolean failed = has_mark (&reader->failing, text, length);

  *ret_kind = failed ? ISSUE_LINE_CODE : ISSUE_LINE_ERROR;

  return failed || has_mark (&reader->errors, text, length);
}

/* A frame as Python's own traceback has it. */
static gboolean
is_frame (const char *text,
          gsize       length)
{
  return memmem (text, length, "File \"", strlen ("File \"")) != NULL;
}

/* Whether the line opens or closes a fence (CommonMark 0.31, section 4.5); notes it. */
static gboolean
take_fence (Reader     *reader,
            const char *text,
            gsize       length)
{
  gsize run = 0;

  if (length == 0 || (*text != '`' && *text != '~'))
    return FALSE;
  while (run < length && text[run] == *text)
    run++;
  if (run < 3)
    return FALSE;
  if (reader->fence == '\0') {
    reader->fence = *text;
    reader->fence_length = run;
    return TRUE;
  }
  if (*text != reader->fence || run < reader->fence_length)
    return FALSE;
  reader->fence = '\0';

  return TRUE;
}

/* Whether LENGTH bytes more of KIND may be kept; of what is reported, the first that do not fit end the reading. */
static gboolean
take_room (Reader        *reader,
           IssueLineKind  kind,
           gsize          length)
{
  gsize *n_bytes = kind == ISSUE_LINE_ERROR ? &reader->n_error_bytes : &reader->n_bytes;
  gsize most = kind == ISSUE_LINE_ERROR ? ISSUE_LINES_MAX_ERROR_BYTES : ISSUE_LINES_MAX_BYTES;

  if (*n_bytes + length > most) {
    reader->is_full |= kind != ISSUE_LINE_ERROR;
    return FALSE;
  }
  *n_bytes += length;

  return TRUE;
}

/* Takes a line of the body, without its end. */
static void
take_line (Reader     *reader,
           const char *text,
           gsize       length)
{
  gsize indent = 0;
  IssueLineKind kind = ISSUE_LINE_TEXT;
  gboolean is_code;

  if (length > MAX_LINE)
    length = character_find_cut (text, MAX_LINE);
  while (indent < length && strchr (" \t\r", text[indent]) != NULL)
    indent++;
  text += indent;
  length -= indent;
  if (length == 0 || (indent < CODE_INDENT && take_fence (reader, text, length)))
    return;

  is_code = reader->fence != '\0' || indent >= CODE_INDENT;
  if (is_code ? !judge_code (reader, text, length, &kind) : is_passing (reader, text, length))
    return;
  if (!is_frame (text, length) && take_room (reader, kind, length)) {
    g_autofree char *unmarked = dup_unmarked (text, length);

    add_line (reader, kind, unmarked);
  }
}

static void
take_title (Reader     *reader,
            const char *title)
{
  g_autoptr (GPtrArray) variants = title_variants_new (title);

  for (guint i = 0; i < variants->len; i++) {
    const char *variant = g_ptr_array_index (variants, i);
    g_autofree char *unmarked = dup_unmarked (variant, strlen (variant));

    add_line (reader, ISSUE_LINE_TITLE, unmarked);
  }
}

GPtrArray *
issue_lines_new (const TrackerIssue *issue)
{
  Reader reader = { .lines = g_ptr_array_new_with_free_func (issue_line_free) };

  marks_init (&reader.failing, failing_texts);
  marks_init (&reader.passing, passing_texts);
  marks_init (&reader.errors, error_texts);
  take_title (&reader, issue->title);
  for (const char *line = issue->body; *line != '\0' && !reader.is_full;) {
    gsize length = strchrnul (line, '\n') - line;

    take_line (&reader, line, length);
    line += length + (line[length] == '\n');
  }

  return reader.lines;
}
