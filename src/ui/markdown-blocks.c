/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "markdown-blocks.h"

#define MAX_DEPTH 4

/* Where the parser is in its lines. */
typedef struct {
  char  **lines;
  guint   next;
  guint   n_blocks;
} Reader;

static void
markdown_block_free (gpointer data)
{
  MarkdownBlock *block = data;

  g_free (block->text);
  g_free (block->marker);
  g_clear_pointer (&block->children, g_ptr_array_unref);
  g_free (block);
}

static gboolean
children_equal (GPtrArray *a,
                GPtrArray *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!markdown_block_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

gboolean
markdown_block_equal (const MarkdownBlock *a,
                      const MarkdownBlock *b)
{
  return a->kind == b->kind &&
         a->level == b->level &&
         a->checked == b->checked &&
         g_strcmp0 (a->marker, b->marker) == 0 &&
         g_str_equal (a->text, b->text) &&
         children_equal (a->children, b->children);
}

static char *
dup_bounded (const char *text)
{
  gsize length = strlen (text);

  if (length <= MARKDOWN_MAX_TEXT)
    return g_strdup (text);

  g_autofree char *head = g_strndup (text, g_utf8_find_prev_char (text, text + MARKDOWN_MAX_TEXT) - text);

  return g_strconcat (head, "…", NULL);
}

static MarkdownBlock *
add_block (Reader       *reader,
           GPtrArray    *blocks,
           MarkdownKind  kind,
           const char   *text)
{
  MarkdownBlock *block = g_new0 (MarkdownBlock, 1);

  block->kind = kind;
  block->text = kind == MARKDOWN_CODE ? g_strdup (text) : dup_bounded (text);
  g_ptr_array_add (blocks, block);
  reader->n_blocks++;

  return block;
}

/* The line after up to three spaces, which mean nothing before a block. */
static const char *
skip_indent (const char *line)
{
  for (int i = 0; i < 3 && *line == ' '; i++)
    line++;

  return line;
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t")] == '\0';
}

/* Characters in the fence that LINE opens or closes, or 0. */
static gsize
get_fence_length (const char *line,
                  char       *ret_character)
{
  const char *start = skip_indent (line);
  gsize length;

  if (*start != '`' && *start != '~')
    return 0;
  length = strspn (start, *start == '`' ? "`" : "~");
  if (length < 3 || (*start == '`' && strchr (start + length, '`') != NULL))
    return 0;
  *ret_character = *start;

  return length;
}

static gboolean
closes_fence (const char *line,
              gsize       length,
              char        character)
{
  char closing;
  gsize closing_length = get_fence_length (line, &closing);

  return closing_length >= length && closing == character &&
         is_blank (skip_indent (line) + closing_length);
}

static gboolean
read_code (Reader    *reader,
           GPtrArray *blocks)
{
  char character;
  gsize length = get_fence_length (reader->lines[reader->next], &character);
  GString *code;

  if (length == 0)
    return FALSE;

  code = g_string_new ("");
  for (reader->next++; reader->lines[reader->next] != NULL; reader->next++) {
    if (closes_fence (reader->lines[reader->next], length, character)) {
      reader->next++;
      break;
    }
    if (code->len > 0)
      g_string_append_c (code, '\n');
    g_string_append (code, reader->lines[reader->next]);
  }
  add_block (reader, blocks, MARKDOWN_CODE, code->str);
  g_string_free (code, TRUE);

  return TRUE;
}

static gboolean
read_heading (Reader    *reader,
              GPtrArray *blocks)
{
  const char *line = skip_indent (reader->lines[reader->next]);
  gsize level = strspn (line, "#");

  if (level < 1 || level > 6 || (line[level] != ' ' && line[level] != '\0'))
    return FALSE;

  g_autofree char *text = g_strstrip (g_strdup (line + level));

  add_block (reader, blocks, MARKDOWN_HEADING, text)->level = (int) level;
  reader->next++;

  return TRUE;
}

static gboolean
is_rule (const char *line)
{
  const char *start = skip_indent (line);
  guint n = 0;

  if (strchr ("-*_", *start) == NULL || *start == '\0')
    return FALSE;
  for (const char *at = start; *at != '\0'; at++) {
    if (*at == *start)
      n++;
    else if (*at != ' ' && *at != '\t')
      return FALSE;
  }

  return n >= 3;
}

static gboolean
read_rule (Reader    *reader,
           GPtrArray *blocks)
{
  if (!is_rule (reader->lines[reader->next]))
    return FALSE;

  add_block (reader, blocks, MARKDOWN_RULE, "");
  reader->next++;

  return TRUE;
}

/* Length of the list marker with its space at START, or 0. */
static gsize
get_marker_length (const char *start)
{
  gsize digits = strspn (start, "0123456789");

  if (digits == 0 && *start != '\0' && strchr ("-*+", *start) != NULL && start[1] == ' ')
    return 2;
  if (digits > 0 && digits < 10 && strchr (".)", start[digits]) != NULL &&
      start[digits] != '\0' && start[digits + 1] == ' ')
    return digits + 2;

  return 0;
}

static gboolean
is_check (const char *text)
{
  return text[0] == '[' && strchr (" xX", text[1]) != NULL && text[1] != '\0' &&
         text[2] == ']' && text[3] == ' ';
}

static gboolean
read_item (Reader    *reader,
           GPtrArray *blocks)
{
  const char *line = reader->lines[reader->next];
  gsize indent = strspn (line, " ");
  gsize length = get_marker_length (line + indent);
  const char *text = line + indent + length;
  gboolean check = is_check (text);
  MarkdownBlock *block;

  if (length == 0)
    return FALSE;

  block = add_block (reader, blocks, check ? MARKDOWN_CHECK : MARKDOWN_ITEM,
                     check ? text + 4 : text);
  block->level = (int) MIN (indent / 2, 4);
  block->checked = check && text[1] != ' ';
  block->marker = g_ascii_isdigit (line[indent]) ? g_strndup (line + indent, length - 1)
                                                 : g_strdup ("•");
  reader->next++;

  return TRUE;
}

static gboolean
read_quote (Reader    *reader,
            GPtrArray *blocks)
{
  GString *text;

  if (*skip_indent (reader->lines[reader->next]) != '>')
    return FALSE;

  text = g_string_new ("");
  for (; reader->lines[reader->next] != NULL; reader->next++) {
    const char *line = skip_indent (reader->lines[reader->next]);

    if (*line != '>')
      break;
    line += line[1] == ' ' ? 2 : 1;
    if (text->len > 0)
      g_string_append_c (text, '\n');
    g_string_append (text, line);
  }
  add_block (reader, blocks, MARKDOWN_QUOTE, text->str);
  g_string_free (text, TRUE);

  return TRUE;
}

static gboolean
skip_comment (Reader    *reader,
              GPtrArray *blocks)
{
  if (!g_str_has_prefix (skip_indent (reader->lines[reader->next]), "<!--"))
    return FALSE;

  while (reader->lines[reader->next] != NULL)
    if (strstr (reader->lines[reader->next++], "-->") != NULL)
      break;

  return TRUE;
}

static gboolean
starts_with_tag (const char *line,
                 const char *tag)
{
  const char *start = skip_indent (line);
  gsize length = strlen (tag);

  return g_ascii_strncasecmp (start, tag, length) == 0 &&
         (start[length] == '>' || start[length] == ' ');
}

/* The text between <summary> and </summary> on the line that comes next, which it takes. */
static char *
take_summary (Reader *reader)
{
  const char *line = reader->lines[reader->next];
  const char *start;
  const char *end;

  if (line == NULL || !starts_with_tag (line, "<summary"))
    return g_strdup ("");

  reader->next++;
  start = strchr (line, '>');
  if (start == NULL)
    return g_strdup ("");
  end = strstr (start, "</summary>");

  return end != NULL ? g_strndup (start + 1, end - start - 1) : g_strdup (start + 1);
}

static GPtrArray *read_blocks (Reader *reader,
                               guint   depth);

static gboolean
read_details (Reader    *reader,
              GPtrArray *blocks,
              guint      depth)
{
  MarkdownBlock *block;

  if (depth >= MAX_DEPTH || !starts_with_tag (reader->lines[reader->next], "<details"))
    return FALSE;

  reader->next++;
  while (reader->lines[reader->next] != NULL && is_blank (reader->lines[reader->next]))
    reader->next++;

  g_autofree char *summary = take_summary (reader);

  block = add_block (reader, blocks, MARKDOWN_DETAILS, summary);
  block->children = read_blocks (reader, depth + 1);
  if (reader->lines[reader->next] != NULL)
    reader->next++;

  return TRUE;
}

static gboolean
starts_block (const char *line)
{
  char character;
  const char *start = skip_indent (line);

  return is_blank (line) ||
         get_fence_length (line, &character) > 0 ||
         is_rule (line) ||
         *start == '#' || *start == '>' ||
         get_marker_length (line + strspn (line, " ")) > 0 ||
         starts_with_tag (line, "<details") ||
         starts_with_tag (line, "</details") ||
         g_str_has_prefix (start, "<!--");
}

static void
read_paragraph (Reader    *reader,
                GPtrArray *blocks)
{
  GString *text = g_string_new (reader->lines[reader->next++]);

  while (reader->lines[reader->next] != NULL && !starts_block (reader->lines[reader->next]))
    g_string_append_printf (text, "\n%s", reader->lines[reader->next++]);
  add_block (reader, blocks, MARKDOWN_PARAGRAPH, g_strchomp (text->str));
  g_string_free (text, TRUE);
}

/* Reads up to the end, or, inside of details, to the line that ends them. */
static GPtrArray *
read_blocks (Reader *reader,
             guint   depth)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (markdown_block_free);

  while (reader->lines[reader->next] != NULL) {
    const char *line = reader->lines[reader->next];

    if (depth > 0 && starts_with_tag (line, "</details"))
      break;
    if (reader->n_blocks >= MARKDOWN_MAX_BLOCKS) {
      reader->next = g_strv_length (reader->lines);
      add_block (reader, blocks, MARKDOWN_PARAGRAPH, "…");
      break;
    }
    if (is_blank (line))
      reader->next++;
    else if (!read_code (reader, blocks) &&
             !read_heading (reader, blocks) &&
             !read_rule (reader, blocks) &&
             !read_item (reader, blocks) &&
             !read_quote (reader, blocks) &&
             !skip_comment (reader, blocks) &&
             !read_details (reader, blocks, depth))
      read_paragraph (reader, blocks);
  }

  return blocks;
}

GPtrArray *
markdown_parse (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) lines = g_strsplit (valid, "\n", -1);
  Reader reader = { lines, 0, 0 };

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_suffix (lines[i], "\r"))
      lines[i][strlen (lines[i]) - 1] = '\0';

  return read_blocks (&reader, 0);
}
