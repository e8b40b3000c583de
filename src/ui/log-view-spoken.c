/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-view-row.h"
#include "log-view-spoken.h"

static void
append_line (LogSpoken  *spoken,
             LogStore   *store,
             StoredLine *stored,
             gint64      line,
             gint64      n_lines)
{
  const LogSpokenLine start = { line, spoken->text->len };

  if (!log_store_read_line (store, line, LOG_ROW_MAX_BYTES, stored, NULL))
    return;

  g_array_append_val (spoken->lines, start);
  g_string_append_len (spoken->text, stored->text->str, (gssize) stored->text->len);
  if (line < n_lines)
    g_string_append_c (spoken->text, '\n');
}

static void
find_range (const LogRows *rows,
            gint64         n_lines,
            gint64         cursor,
            gint64        *ret_first,
            gint64        *ret_last)
{
  gint64 block = (cursor - 1) / LOG_SPOKEN_BLOCK * LOG_SPOKEN_BLOCK + 1;
  gint64 before = log_rows_get_next (rows, cursor, -1);
  gint64 after = log_rows_get_next (rows, cursor, 1);

  *ret_first = MAX (block - LOG_SPOKEN_BLOCK, 1);
  *ret_last = MIN (block + 2 * LOG_SPOKEN_BLOCK - 1, n_lines);
  if (before > 0)
    *ret_first = MIN (*ret_first, before);
  if (after > 0)
    *ret_last = MAX (*ret_last, after);
}

/* The next line that is shown, or CURSOR, which may be hidden. */
static gint64
get_next (const LogRows *rows,
          gint64         line,
          gint64         cursor)
{
  gint64 next = log_rows_get_next (rows, line, 1);

  return line < cursor && (next == 0 || next > cursor) ? cursor : next;
}

LogSpoken *
log_spoken_new (LogStore      *store,
                const LogRows *rows,
                gint64         n_lines,
                gint64         cursor)
{
  LogSpoken *spoken = g_new0 (LogSpoken, 1);
  g_auto (StoredLine) stored;
  gint64 first;
  gint64 last;

  stored_line_init (&stored);
  spoken->text = g_string_new (NULL);
  spoken->lines = g_array_new (FALSE, FALSE, sizeof (LogSpokenLine));
  if (n_lines == 0)
    return spoken;

  cursor = CLAMP (cursor, 1, n_lines);
  find_range (rows, n_lines, cursor, &first, &last);
  for (gint64 line = get_next (rows, first - 1, cursor); line > 0 && line <= last; line = get_next (rows, line, cursor))
    append_line (spoken, store, &stored, line, n_lines);

  return spoken;
}

void
log_spoken_free (LogSpoken *spoken)
{
  g_string_free (spoken->text, TRUE);
  g_array_unref (spoken->lines);
  g_free (spoken);
}

static guint
get_offset_of_byte (LogSpoken *spoken,
                    gsize      byte)
{
  return (guint) g_utf8_strlen (spoken->text->str, (gssize) MIN (byte, spoken->text->len));
}

guint
log_spoken_get_offset (LogSpoken *spoken,
                       LogPlace   place)
{
  for (guint i = 0; i < spoken->lines->len; i++) {
    const LogSpokenLine *line = &g_array_index (spoken->lines, LogSpokenLine, i);
    gsize end = i + 1 < spoken->lines->len ? line[1].start : spoken->text->len + 1;

    if (line->line > place.line)
      return get_offset_of_byte (spoken, line->start);
    if (line->line == place.line)
      return get_offset_of_byte (spoken, line->start + MIN (place.byte, end - 1 - line->start));
  }

  return get_offset_of_byte (spoken, spoken->text->len);
}

char *
log_spoken_dup_slice (LogSpoken *spoken,
                      guint      start,
                      guint      end)
{
  guint length = get_offset_of_byte (spoken, spoken->text->len);

  end = MIN (end, length);
  start = MIN (start, end);

  return g_utf8_substring (spoken->text->str, start, end);
}

static gboolean
is_blank (const char *at)
{
  return g_unichar_isspace (g_utf8_get_char (at));
}

/* The start of the word that AT is in or after. */
static const char *
find_word_start (const char *text,
                 const char *at)
{
  while (at > text && is_blank (at) && at[-1] != '\n')
    at = g_utf8_prev_char (at);
  while (at > text && !is_blank (g_utf8_prev_char (at)))
    at = g_utf8_prev_char (at);

  return at;
}

static const char *
find_word_end (const char *at)
{
  while (*at != '\0' && !is_blank (at))
    at = g_utf8_next_char (at);
  while (*at != '\0' && is_blank (at)) {
    at = g_utf8_next_char (at);
    if (at[-1] == '\n')
      break;
  }

  return at;
}

void
log_spoken_find_unit (LogSpoken     *spoken,
                      guint          offset,
                      LogSpokenUnit  unit,
                      guint         *ret_start,
                      guint         *ret_end)
{
  const char *text = spoken->text->str;
  guint length = get_offset_of_byte (spoken, spoken->text->len);
  const char *start = g_utf8_offset_to_pointer (text, MIN (offset, length));
  const char *end = start;

  switch (unit) {
    case LOG_SPOKEN_CHARACTER:
      end = *start != '\0' ? g_utf8_next_char (start) : start;
      break;
    case LOG_SPOKEN_WORD:
      start = find_word_start (text, start);
      end = find_word_end (start);
      break;
    case LOG_SPOKEN_LINE:
    default:
      while (start > text && start[-1] != '\n')
        start--;
      end = strchr (start, '\n');
      end = end != NULL ? end + 1 : text + spoken->text->len;
      break;
  }

  *ret_start = get_offset_of_byte (spoken, (gsize) (start - text));
  *ret_end = get_offset_of_byte (spoken, (gsize) (end - text));
}
