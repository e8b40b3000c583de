/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "character.h"

#include "clean-log.h"

#define ZERO_WIDTH_JOINER 0x200d
#define LAST_COLOUR       8

void
clean_log_init (CleanLog *log)
{
  memset (log, 0, sizeof *log);
  log->text = g_string_new (NULL);
  log->sections = section_list_new ();
}

void
clean_log_clear (CleanLog *log)
{
  g_string_free (log->text, TRUE);
  section_list_free (log->sections);
}

static void
check_text (const char *text,
            gsize       length)
{
  const char *end = text + length;

  g_assert_true (g_utf8_validate_len (text, length, NULL));
  for (; text < end; text = g_utf8_next_char (text)) {
    gunichar character = g_utf8_get_char (text);

    g_assert_true (character == '\t' || (character >= ' ' && character < 0x7f) ||
                   character >= 0xa0);
    g_assert_true (!character_is_hidden (character) || character == ZERO_WIDTH_JOINER);
  }
}

static gboolean
is_between_characters (const Line *line,
                       gsize       offset)
{
  return offset == line->length || ((guint8) line->text[offset] & 0xc0) != 0x80;
}

static void
check_styles (const Line *line)
{
  gsize end = 0;

  for (guint i = 0; i < line->n_styles; i++) {
    const LineStyle *style = &line->styles[i];

    g_assert_cmpuint (style->start, >=, end);
    g_assert_cmpuint (style->length, >, 0);
    end = (gsize) style->start + style->length;
    g_assert_cmpuint (end, <=, line->length);
    g_assert_true (is_between_characters (line, style->start));
    g_assert_true (is_between_characters (line, end));
    g_assert_cmpuint (style->colour, <=, LAST_COLOUR);
    g_assert_true (style->colour != 0 || style->bold);
  }
}

static void
check_mark (const Line *line)
{
  gboolean starts = line->mark == LINE_MARK_SECTION_START ||
                    line->mark == LINE_MARK_SECTION_START_OPEN;

  g_assert_cmpint (line->mark, >=, LINE_MARK_NONE);
  g_assert_cmpint (line->mark, <=, LINE_MARK_SECTION_OPEN);
  g_assert_true ((line->section != NULL) == starts);
  if (line->section != NULL)
    check_text (line->section, strlen (line->section));
}

void
clean_log_got_line (const Line *line,
                    gpointer    user_data)
{
  CleanLog *log = user_data;

  check_text (line->text, line->length);
  check_styles (line);
  check_mark (line);
  log->n_bytes += line->length;
  section_list_push (log->sections, line, ++log->n_lines);
  if (log->counts_only)
    return;

  g_string_append_len (log->text, line->text, line->length);
  g_string_append_printf (log->text, "\n%" G_GINT64_FORMAT " %d %s", line->time, line->mark,
                          line->section != NULL ? line->section : "");
  for (guint i = 0; i < line->n_styles; i++)
    g_string_append_printf (log->text, " %u+%u:%u%u", line->styles[i].start,
                            line->styles[i].length, line->styles[i].colour, line->styles[i].bold);
}

void
clean_log_finish (CleanLog *log)
{
  g_autoptr (GPtrArray) sections = section_list_copy (log->sections);
  gint64 last_line = 0;

  for (guint i = 0; i < sections->len; i++) {
    const Section *section = g_ptr_array_index (sections, i);

    g_assert_cmpint (section->first_line, >, last_line);
    g_assert_cmpint (section->last_line, >=, section->first_line);
    last_line = section->last_line;
    g_assert_cmpint (last_line, <=, log->n_lines);
    g_assert_true (isfinite (section->seconds));
    check_text (section->name, strlen (section->name));
  }
}
