/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-view-range-stream.h"
#include "log-view-row.h"
#include "log-view-selection.h"

int
log_place_compare (LogPlace a,
                   LogPlace b)
{
  if (a.line != b.line)
    return a.line < b.line ? -1 : 1;
  if (a.byte != b.byte)
    return a.byte < b.byte ? -1 : 1;

  return 0;
}

gsize
log_place_line_length (LogStore *store,
                       gint64    number)
{
  gint64 n_bytes = log_store_get_n_bytes (store, number, number);

  return n_bytes > 0 ? (gsize) n_bytes - 1 : 0;
}

/* What belongs to a word: letters and digits of any script, and what stands inside of paths,
 * addresses and the names of tests. */
static gboolean
is_word_character (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character) ||
         (character < 0x80 && character != 0 && strchr ("_-#%&+./=?@~:", (int) character) != NULL);
}

static gboolean
is_trailing_punctuation (char character)
{
  return character == '.' || character == ':' || character == '?';
}

static void
find_word (const char *text,
           gsize       length,
           gsize       byte,
           gsize      *ret_start,
           gsize      *ret_end)
{
  const char *start = text + byte;
  const char *end = text + byte;

  while (start > text && is_word_character (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  while (end < text + length && is_word_character (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  while (end - 1 > start && end - 1 > text + byte && is_trailing_punctuation (end[-1]))
    end--;

  if (start == end && end < text + length)
    end = g_utf8_next_char (end);

  *ret_start = (gsize) (start - text);
  *ret_end = (gsize) (end - text);
}

static void
find_unit (LogStore      *store,
           LogPlace       place,
           LogSelectUnit  unit,
           LogPlace      *ret_start,
           LogPlace      *ret_end)
{
  *ret_start = place;
  *ret_end = place;

  if (unit == LOG_SELECT_LINES) {
    ret_start->byte = 0;
    if (place.line < log_store_get_n_lines (store))
      *ret_end = (LogPlace) { place.line + 1, 0 };
    else
      ret_end->byte = log_place_line_length (store, place.line);
  } else if (unit == LOG_SELECT_WORDS) {
    g_auto (StoredLine) line;

    stored_line_init (&line);
    if (log_store_read_line (store, place.line, LOG_ROW_MAX_BYTES, &line, NULL) &&
        place.byte <= line.text->len)
      find_word (line.text->str, line.text->len, place.byte, &ret_start->byte, &ret_end->byte);
  }
}

void
log_selection_begin (LogSelection  *selection,
                     LogStore      *store,
                     LogPlace       place,
                     LogSelectUnit  unit)
{
  selection->unit = unit;
  selection->cursor = place;
  find_unit (store, place, unit, &selection->start, &selection->end);
  selection->anchor_start = selection->start;
  selection->anchor_end = selection->end;
}

void
log_selection_extend (LogSelection *selection,
                      LogStore     *store,
                      LogPlace      place)
{
  LogPlace start;
  LogPlace end;

  find_unit (store, place, selection->unit, &start, &end);
  selection->cursor = place;
  selection->start = log_place_compare (start, selection->anchor_start) < 0 ? start : selection->anchor_start;
  selection->end = log_place_compare (end, selection->anchor_end) > 0 ? end : selection->anchor_end;
}

void
log_selection_all (LogSelection *selection,
                   LogStore     *store)
{
  LogPlace cursor = selection->cursor;
  gint64 n_lines = log_store_get_n_lines (store);

  log_selection_begin (selection, store, (LogPlace) { 1, 0 }, LOG_SELECT_CHARACTERS);
  if (n_lines > 0)
    log_selection_extend (selection, store,
                          (LogPlace) { n_lines, log_place_line_length (store, n_lines) });
  selection->cursor = cursor;
}

gboolean
log_selection_is_empty (const LogSelection *selection)
{
  return log_place_compare (selection->start, selection->end) >= 0;
}

gint64
log_selection_get_lines (const LogSelection *selection)
{
  if (log_selection_is_empty (selection))
    return 0;

  return selection->end.line - selection->start.line + (selection->end.byte > 0 ? 1 : 0);
}

GInputStream *
log_selection_open (LogStore *store,
                    LogPlace  start,
                    LogPlace  end)
{
  guint64 before_end = (guint64) log_store_get_n_bytes (store, start.line, end.line - 1);

  return culprit_log_view_range_stream_new (log_store_open_range (store, start.line, end.line),
                                            start.byte,
                                            before_end - start.byte + end.byte);
}

static LogPlace
step_in_line (const StoredLine *line,
              LogPlace          place,
              int               direction,
              gboolean          by_word)
{
  const char *text = line->text->str;
  const char *end = text + line->text->len;
  const char *at = text + place.byte;
  gboolean in_word = FALSE;

  do {
    const char *character = direction > 0 ? at : g_utf8_prev_char (at);
    gboolean is_word = is_word_character (g_utf8_get_char (character));

    if (in_word && !is_word)
      break;
    in_word = is_word;
    at = direction > 0 ? g_utf8_next_char (at) : character;
  } while (by_word && (direction > 0 ? at < end : at > text));

  place.byte = (gsize) (at - text);
  return place;
}

LogPlace
log_place_step (LogStore *store,
                LogPlace  place,
                int       direction,
                gboolean  by_word)
{
  g_auto (StoredLine) line;
  gsize length;

  stored_line_init (&line);
  if (!log_store_read_line (store, place.line, LOG_ROW_MAX_BYTES, &line, &length))
    return place;

  /* In what is not shown of a long line there is no place to stop at but its end. */
  if (direction > 0 && place.byte >= line.text->len && place.byte < length)
    return (LogPlace) { place.line, length };
  if (direction < 0 && place.byte > line.text->len)
    return (LogPlace) { place.line, line.text->len };

  if (direction > 0 && place.byte >= length)
    return place.line < log_store_get_n_lines (store) ? (LogPlace) { place.line + 1, 0 } : place;
  if (direction < 0 && place.byte == 0 && place.line == 1)
    return place;
  if (direction < 0 && place.byte == 0)
    return (LogPlace) { place.line - 1, log_place_line_length (store, place.line - 1) };

  return step_in_line (&line, place, direction, by_word);
}
