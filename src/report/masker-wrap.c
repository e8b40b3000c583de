/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tokens that were wrapped: the end of one line, lines that are nothing else, the start of one. */

#include "config.h"

#include <string.h>

#include "masker-private.h"

/* Shorter starts of a token say nothing; longer words are no part of one. */
#define MIN_START 4
#define MAX_PART  2048

/* More lines than any token is wrapped over. */
#define MAX_LINES 64

/* What leads to a line's text: blanks, quotes, the frame of a box. And what follows it. */
#define BEFORE " \t\"'|+>"
#define AFTER  " \\|"

/* Bytes of a character that frames are drawn with: U+2500 to U+257F. */
#define FRAME 3

static gboolean
is_of_token (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("_-.+/=~", c) != NULL);
}

/* How long a piece of a box's frame is that TEXT starts with. */
static gsize
measure_frame (const char *text,
               gsize       length)
{
  gboolean is_frame = length >= FRAME && (guchar) text[0] == 0xe2 &&
                      ((guchar) text[1] == 0x94 || (guchar) text[1] == 0x95);

  return is_frame ? FRAME : 0;
}

gsize
masker_find_text_end (const char *text,
                      gsize       length)
{
  gsize frame = 0;

  do {
    length -= frame;
    while (length > 0 && strchr (AFTER, text[length - 1]) != NULL)
      length--;
    frame = length >= FRAME ? measure_frame (text + length - FRAME, FRAME) : 0;
  } while (frame > 0);

  return length;
}

/* Where the word before END starts. */
static gsize
find_word_start (const char *text,
                 gsize       end)
{
  gsize start = end;

  while (start > 0 && end - start < MAX_PART && is_of_token (text[start - 1]))
    start--;

  return start;
}

gsize
masker_measure_word (const char *text,
                     gsize       length)
{
  gsize size = 0;

  while (size < length && is_of_token (text[size]))
    size++;

  return size;
}

gsize
masker_find_common_start (const GString *line,
                          const char    *text,
                          gsize          length)
{
  gsize common = 0;

  while (common < MIN (length, line->len) &&
         (text[common] == line->str[common] ||
          (g_ascii_isdigit (text[common]) && g_ascii_isdigit (line->str[common]))))
    common++;
  while (common > 0 && text[common - 1] != ' ')
    common--;

  return common;
}

gsize
masker_find_text_start (const GString *above,
                        const char    *text,
                        gsize          length)
{
  gsize common = masker_find_common_start (above, text, length);
  gsize start = 0;
  gsize frame;

  do {
    while (start < length && strchr (BEFORE, text[start]) != NULL)
      start++;
    frame = measure_frame (text + start, length - start);
    start += frame;
  } while (frame > 0);

  return MAX (start, common);
}

KeptLine *
kept_line_new (const Part *part,
               gsize       start,
               gsize       end)
{
  KeptLine *kept = g_new0 (KeptLine, 1);

  kept->line = g_string_new_len (part->text, part->length);
  kept->from = part->from;
  kept->to = part->to;
  kept->start = start;
  kept->end = end;

  return kept;
}

void
kept_line_free (gpointer data)
{
  KeptLine *kept = data;

  g_string_free (kept->line, TRUE);
  g_free (kept);
}

Part
kept_line_get_part (const KeptLine *kept)
{
  return (Part) { kept->line->str, kept->line->len, kept->from, kept->to };
}

gboolean
masker_begin_wrapped (Masker     *masker,
                      const Part *part)
{
  const char *text = part->text;
  gsize end = masker_find_text_end (text, part->length);
  gsize start = find_word_start (text, end);
  gboolean wraps = FALSE;

  if (end - start < MIN_START || end - start >= MAX_PART || memchr (text, '\0', part->length) != NULL ||
      !secret_formats_scan (masker->formats, text + start, end - start, masker->present))
    return FALSE;

  for (guint i = 0; i < masker->formats->formats->len && !wraps; i++)
    wraps = masker->present[i] &&
            ((const SecretFormat *) g_ptr_array_index (masker->formats->formats, i))->wraps;
  if (wraps)
    g_ptr_array_add (masker->wrapping, kept_line_new (part, start, end));

  return wraps;
}

gboolean
masker_continue_wrapped (Masker     *masker,
                         const Part *part,
                         gboolean   *ret_goes_on)
{
  const KeptLine *first = g_ptr_array_index (masker->wrapping, 0);
  const char *text = part->text;
  gsize length = part->length;
  gsize start = masker_find_text_start (first->line, text, length);
  gsize end = start + masker_measure_word (text + start, length - start);

  if (end == start || end - start >= MAX_PART || memchr (text, '\0', length) != NULL)
    return FALSE;
  *ret_goes_on = end == masker_find_text_end (text, length) && masker->wrapping->len < MAX_LINES;
  g_ptr_array_add (masker->wrapping, kept_line_new (part, start, end));

  return TRUE;
}

/* The token of FORMAT that goes over byte SEAM of the first LENGTH bytes of WORD; not one that is
 * whole before it. */
static gboolean
find_over_seam (Masker             *masker,
                const SecretFormat *format,
                const char         *word,
                gsize               length,
                gsize               seam,
                gboolean            is_continued,
                gsize              *ret_start,
                gsize              *ret_end)
{
  gsize from = 0;
  gsize start;
  gsize end;

  while (from < seam &&
         masker_find (masker, format->pattern, word, length, from, ret_start, ret_end)) {
    if (*ret_start < seam && *ret_end > seam)
      return is_continued ||
             !masker_find (masker, format->pattern, word, seam, from, &start, &end) || end < seam;
    from = MAX (*ret_end, from + 1);
  }

  return FALSE;
}

/* How many bytes of the kept lines' words are in the first N of them. */
static gsize
count_bytes (Masker *masker,
             guint   n)
{
  gsize bytes = 0;

  for (guint i = 0; i < n; i++) {
    const KeptLine *wrapped = g_ptr_array_index (masker->wrapping, i);

    bytes += wrapped->end - wrapped->start;
  }

  return bytes;
}

/* Marks bytes START to END of the words for what FORMAT found. */
static void
mark_lines (Masker             *masker,
            const SecretFormat *format,
            gsize               start,
            gsize               end)
{
  for (guint i = 0; i < masker->wrapping->len; i++) {
    KeptLine *wrapped = g_ptr_array_index (masker->wrapping, i);
    gsize length = wrapped->end - wrapped->start;

    if (start < length && end > 0) {
      wrapped->format = format;
      wrapped->end = wrapped->start + MIN (end, length);
      wrapped->start += start;
    }
    start -= MIN (start, length);
    end -= MIN (end, length);
  }
}

/* The fewest lines that make a token of FORMAT, and those after while they are as wide as the first. */
static gboolean
join_as (Masker             *masker,
         const SecretFormat *format,
         const GString      *word)
{
  GPtrArray *lines = masker->wrapping;
  const KeptLine *first = g_ptr_array_index (lines, 0);
  gsize seam = first->end - first->start;
  gboolean is_continued = g_str_has_suffix (first->line->str, "\\");
  gsize start;
  gsize end;
  gsize longer_start;
  gsize longer_end;
  guint n = 2;

  while (n <= lines->len &&
         !find_over_seam (masker, format, word->str, count_bytes (masker, n), seam, is_continued,
                          &start, &end))
    n++;
  if (n > lines->len)
    return FALSE;

  while (n < lines->len &&
         ((const KeptLine *) g_ptr_array_index (lines, n - 1))->line->len == first->line->len)
    n++;
  if (find_over_seam (masker, format, word->str, count_bytes (masker, n), seam, is_continued,
                      &longer_start, &longer_end)) {
    start = longer_start;
    end = longer_end;
  }
  mark_lines (masker, format, start, end);

  return TRUE;
}

void
masker_join_wrapped (Masker *masker)
{
  GPtrArray *lines = masker->wrapping;
  const KeptLine *first = g_ptr_array_index (lines, 0);
  g_autoptr (GString) word = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    const KeptLine *wrapped = g_ptr_array_index (lines, i);

    g_string_append_len (word, wrapped->line->str + wrapped->start, wrapped->end - wrapped->start);
  }
  secret_formats_scan (masker->formats, first->line->str + first->start, first->end - first->start,
                       masker->present);
  for (guint i = 0; i < masker->formats->formats->len; i++) {
    const SecretFormat *format = g_ptr_array_index (masker->formats->formats, i);

    if (masker->present[i] && format->wraps && join_as (masker, format, word))
      return;
  }
}
