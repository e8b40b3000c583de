/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "terminal.h"

#include "cleaner.h"

/* A log's first lines, from which it is told which CI wrote it and whether that put stamps
 * before the lines. */
#define FIRST_LINES 50
#define FIRST_BYTES (256 * 1024)

/* A CI's stamps stand before nearly all lines: at most one in this many has none. */
#define LINES_WITHOUT_STAMP 5

struct Cleaner {
  const CiFormats *formats;      /* or NULL */
  CleanerFunc      func;
  gpointer         user_data;

  Terminal        *terminal;
  gint64           last_time;    /* that a command told */

  const CiFormat  *format;       /* the CI that wrote the log, once known */
  gboolean         has_stamps;
  guint            stamp;        /* which of FORMAT's */

  GPtrArray       *first_lines;  /* of WaitingLine, until they are decided on; then NULL */
  gsize            first_bytes;

  GString         *parts;        /* of a line that takes several rows */
  GArray          *part_styles;
  gint64           part_time;

  GString         *changed;      /* a line whose start was replaced */
  GArray          *shifted;      /* its styles */
};

/* A line that waits. */
typedef struct {
  char      *text;
  gsize      length;
  gint64     time;
  LineStyle *styles;
  guint      n_styles;
} WaitingLine;

static void
waiting_line_free (gpointer data)
{
  WaitingLine *line = data;

  g_free (line->text);
  g_free (line->styles);
  g_free (line);
}

/* The styles of LINE, whose first REMOVED bytes have made room for ADDED others. */
static void
shift_styles (Cleaner *cleaner,
              Line    *line,
              gsize    removed,
              gsize    added)
{
  g_array_set_size (cleaner->shifted, 0);
  for (guint i = 0; i < line->n_styles; i++) {
    LineStyle style = line->styles[i];
    gsize start = MAX (style.start, removed);
    gsize end = (gsize) style.start + style.length;

    if (end > start) {
      style.start = start - removed + added;
      style.length = end - start;
      g_array_append_val (cleaner->shifted, style);
    }
  }
  line->styles = (gconstpointer) cleaner->shifted->data;
  line->n_styles = cleaner->shifted->len;
}

static void
take_stamp_off (Cleaner *cleaner,
                Line    *line)
{
  gint64 time;
  gsize length = ci_format_match_stamp (cleaner->format, cleaner->stamp,
                                        line->text, line->length, &time);

  if (length == 0)
    return;

  line->text += length;
  line->length -= length;
  line->time = time;
  shift_styles (cleaner, line, length, 0);
}

static void
replace_start (Cleaner *cleaner,
               Line    *line)
{
  gsize removed;
  const char *replacement = ci_format_find_replacement (cleaner->format, line->text, line->length,
                                                        &removed);

  if (replacement == NULL)
    return;

  g_string_assign (cleaner->changed, replacement);
  g_string_append_len (cleaner->changed, line->text + removed, line->length - removed);
  shift_styles (cleaner, line, removed, strlen (replacement));
  line->text = cleaner->changed->str;
  line->length = cleaner->changed->len;
}

/* Takes the CI's wrapping off LINE and hands it over. */
static void
give_line (Cleaner *cleaner,
           Line    *line)
{
  g_autofree char *name = NULL;

  if (cleaner->format == NULL && cleaner->formats != NULL)
    cleaner->format = ci_formats_find_by_line (cleaner->formats, line->text, line->length);

  if (cleaner->format != NULL) {
    if (cleaner->has_stamps)
      take_stamp_off (cleaner, line);
    if (ci_format_drops (cleaner->format, line->text, line->length))
      return;
    line->mark = ci_format_read_mark (cleaner->format, line->text, line->length, &name);
    line->section = name;
    replace_start (cleaner, line);
  }

  cleaner->func (line, cleaner->user_data);
}

/* How many of the first lines start with stamp INDEX of FORMAT. */
static guint
count_stamps (Cleaner        *cleaner,
              const CiFormat *format,
              guint           index)
{
  guint count = 0;
  gint64 time;

  for (guint i = 0; i < cleaner->first_lines->len; i++) {
    const WaitingLine *line = g_ptr_array_index (cleaner->first_lines, i);

    count += ci_format_match_stamp (format, index, line->text, line->length, &time) > 0;
  }

  return count;
}

static guint
count_lines_with_text (Cleaner *cleaner)
{
  guint count = 0;

  for (guint i = 0; i < cleaner->first_lines->len; i++)
    count += ((WaitingLine *) g_ptr_array_index (cleaner->first_lines, i))->length > 0;

  return count;
}

static gboolean
find_stamp (Cleaner        *cleaner,
            const CiFormat *format)
{
  guint n_lines = count_lines_with_text (cleaner);

  for (guint i = 0; i < ci_format_get_n_stamps (format); i++) {
    guint count = count_stamps (cleaner, format, i);

    if (count > 0 && (n_lines - count) * LINES_WITHOUT_STAMP <= n_lines) {
      cleaner->format = format;
      cleaner->stamp = i;
      return TRUE;
    }
  }

  return FALSE;
}

static void
decide (Cleaner *cleaner)
{
  g_autoptr (GPtrArray) lines = NULL;

  /* Where a command told the CI, the times come by commands too. */
  if (cleaner->format == NULL)
    for (guint i = 0; i < ci_formats_get_n (cleaner->formats) && !cleaner->has_stamps; i++)
      cleaner->has_stamps = find_stamp (cleaner, ci_formats_get (cleaner->formats, i));

  lines = g_steal_pointer (&cleaner->first_lines);
  for (guint i = 0; i < lines->len && cleaner->format == NULL; i++) {
    const WaitingLine *waiting = g_ptr_array_index (lines, i);

    cleaner->format = ci_formats_find_by_line (cleaner->formats, waiting->text, waiting->length);
  }

  for (guint i = 0; i < lines->len; i++) {
    const WaitingLine *waiting = g_ptr_array_index (lines, i);
    Line line = {
      .text = waiting->text, .length = waiting->length, .time = waiting->time,
      .styles = waiting->styles, .n_styles = waiting->n_styles,
    };

    give_line (cleaner, &line);
  }
}

static void
keep_line (Cleaner    *cleaner,
           const Line *line)
{
  WaitingLine *waiting = g_new0 (WaitingLine, 1);

  waiting->text = g_memdup2 (line->text, line->length);
  waiting->length = line->length;
  waiting->time = line->time;
  waiting->styles = g_memdup2 (line->styles, line->n_styles * sizeof (LineStyle));
  waiting->n_styles = line->n_styles;
  g_ptr_array_add (cleaner->first_lines, waiting);
  cleaner->first_bytes += line->length;

  if (cleaner->format != NULL || cleaner->first_lines->len == FIRST_LINES ||
      cleaner->first_bytes > FIRST_BYTES)
    decide (cleaner);
}

static void
take_line (Cleaner *cleaner,
           Line    *line)
{
  /* A line that is longer than all that would be kept is not copied. */
  if (cleaner->first_lines != NULL && line->length > FIRST_BYTES)
    decide (cleaner);

  if (cleaner->first_lines != NULL)
    keep_line (cleaner, line);
  else
    give_line (cleaner, line);
}

/* A run that goes on from one row to the next is one. */
static void
add_part_style (GArray          *styles,
                const LineStyle *style)
{
  LineStyle *last = NULL;

  if (styles->len > 0)
    last = &g_array_index (styles, LineStyle, styles->len - 1);
  if (last != NULL && last->start + last->length == style->start &&
      last->colour == style->colour && last->bold == style->bold)
    last->length += style->length;
  else
    g_array_append_vals (styles, style, 1);
}

static void
add_part (Cleaner   *cleaner,
          const Row *row)
{
  gsize base = cleaner->parts->len;

  g_string_append_len (cleaner->parts, row->text->str, row->text->len);
  for (guint i = 0; i < row->styles->len; i++) {
    LineStyle style = g_array_index (row->styles, LineStyle, i);

    style.start += base;
    add_part_style (cleaner->part_styles, &style);
  }
  if (row->time != LINE_NO_TIME)
    cleaner->part_time = row->time;
}

static void
give_parts (Cleaner *cleaner)
{
  Line line = {
    .text = cleaner->parts->str, .length = cleaner->parts->len, .time = cleaner->part_time,
    .styles = (gconstpointer) cleaner->part_styles->data,
    .n_styles = cleaner->part_styles->len,
  };

  take_line (cleaner, &line);
  g_string_truncate (cleaner->parts, 0);
  g_array_set_size (cleaner->part_styles, 0);
  cleaner->part_time = LINE_NO_TIME;
}

static void
got_row (Row      *row,
         gpointer  user_data)
{
  Cleaner *cleaner = user_data;

  if (row->continued || cleaner->parts->len > 0) {
    add_part (cleaner, row);
    if (!row->continued)
      give_parts (cleaner);
  } else {
    Line line = {
      .text = row->text->str, .length = row->text->len, .time = row->time,
      .styles = (gconstpointer) row->styles->data, .n_styles = row->styles->len,
    };

    take_line (cleaner, &line);
  }
}

static gint64
got_command (const char *command,
             gpointer    user_data)
{
  Cleaner *cleaner = user_data;
  const CiFormat *format;

  if (cleaner->formats == NULL)
    return LINE_NO_TIME;

  format = ci_formats_find_by_command (cleaner->formats, command);
  if (format != NULL && cleaner->format == NULL)
    cleaner->format = format;
  if (format == NULL || !ci_format_read_time (format, command, &cleaner->last_time))
    return LINE_NO_TIME;

  return cleaner->last_time;
}

static gboolean
got_erased (const char *text,
            gsize       length,
            gpointer    user_data)
{
  return FALSE;
}

static gboolean
got_concealed (const char *text,
               gsize       length,
               gpointer    user_data)
{
  return FALSE;
}

static const TerminalFuncs funcs = {
  { got_row, got_erased },
  got_command,
  got_concealed,
};

Cleaner *
cleaner_new (const CiFormats *formats,
             CleanerFunc      func,
             gpointer         user_data)
{
  Cleaner *cleaner = g_new0 (Cleaner, 1);

  cleaner->formats = formats;
  cleaner->func = func;
  cleaner->user_data = user_data;
  cleaner->terminal = terminal_new (&funcs, cleaner);
  cleaner->last_time = LINE_NO_TIME;
  cleaner->parts = g_string_new (NULL);
  cleaner->part_styles = g_array_new (FALSE, FALSE, sizeof (LineStyle));
  cleaner->part_time = LINE_NO_TIME;
  cleaner->changed = g_string_new (NULL);
  cleaner->shifted = g_array_new (FALSE, FALSE, sizeof (LineStyle));
  if (formats != NULL)
    cleaner->first_lines = g_ptr_array_new_with_free_func (waiting_line_free);

  return cleaner;
}

void
cleaner_free (Cleaner *cleaner)
{
  if (cleaner == NULL)
    return;

  terminal_free (cleaner->terminal);
  g_clear_pointer (&cleaner->first_lines, g_ptr_array_unref);
  g_string_free (cleaner->parts, TRUE);
  g_array_unref (cleaner->part_styles);
  g_string_free (cleaner->changed, TRUE);
  g_array_unref (cleaner->shifted);
  g_free (cleaner);
}

void
cleaner_push (Cleaner      *cleaner,
              const guint8 *bytes,
              gsize         length)
{
  terminal_push (cleaner->terminal, bytes, length);
}

void
cleaner_flush (Cleaner *cleaner)
{
  terminal_flush (cleaner->terminal);
}

void
cleaner_finish (Cleaner *cleaner)
{
  terminal_finish (cleaner->terminal);
  if (cleaner->parts->len > 0)
    give_parts (cleaner);
  if (cleaner->first_lines != NULL)
    decide (cleaner);
}

const char *
cleaner_get_ci (Cleaner *cleaner)
{
  return cleaner->format != NULL ? ci_format_get_name (cleaner->format) : "";
}
