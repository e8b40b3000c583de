/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "ci-detector.h"
#include "stamp-remover.h"
#include "terminal.h"

#include "cleaner.h"

/* Of a log that comes slowly so many lines suffice to decide which CI writes it. */
#define FEW_LINES 5

struct Cleaner {
  const CiFormats *formats;      /* or NULL */
  CleanerFunc      func;
  gpointer         user_data;

  Terminal        *terminal;
  gboolean         keeps_styles;
  gint64           last_time;    /* that a command told */

  CiDetector      *detector;     /* until it has decided; then NULL */
  const CiFormat  *format;       /* the CI that wrote the log, once known */
  const CiFormat  *last_format;  /* the CI that wrote the parts before, where known */
  StampRemover    *remover;      /* or NULL where no stamps stand before the lines */

  GString         *parts;        /* of a line that takes several rows */
  GArray          *part_styles;
  gint64           part_time;

  GString         *changed;      /* a line whose start was replaced */
  GArray          *shifted;      /* its styles */
};

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
    if (ci_format_drops (cleaner->format, line->text, line->length))
      return;
    line->mark = ci_format_read_mark (cleaner->format, line->text, line->length, &name);
    line->section = name;
    replace_start (cleaner, line);
  }

  cleaner->func (line, cleaner->user_data);
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

  give_line (cleaner, &line);
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

    give_line (cleaner, &line);
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
  if (cleaner->format != NULL && ci_format_read_time (cleaner->format, command, &cleaner->last_time))
    return cleaner->last_time;

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

/* Whatever came before, what follows is a log of its own. */
static void
start_log (Cleaner *cleaner)
{
  g_clear_pointer (&cleaner->terminal, terminal_free);
  g_clear_pointer (&cleaner->detector, ci_detector_free);
  g_clear_pointer (&cleaner->remover, stamp_remover_free);

  cleaner->terminal = terminal_new (&funcs, cleaner);
  terminal_set_keeps_styles (cleaner->terminal, cleaner->keeps_styles);
  cleaner->last_time = LINE_NO_TIME;
  cleaner->part_time = LINE_NO_TIME;
  cleaner->format = NULL;
  if (cleaner->formats != NULL)
    cleaner->detector = ci_detector_new (cleaner->formats);
}

Cleaner *
cleaner_new (const CiFormats *formats,
             CleanerFunc      func,
             gpointer         user_data)
{
  Cleaner *cleaner = g_new0 (Cleaner, 1);

  cleaner->formats = formats;
  cleaner->func = func;
  cleaner->user_data = user_data;
  cleaner->keeps_styles = TRUE;
  cleaner->parts = g_string_new (NULL);
  cleaner->part_styles = g_array_new (FALSE, FALSE, sizeof (LineStyle));
  cleaner->changed = g_string_new (NULL);
  cleaner->shifted = g_array_new (FALSE, FALSE, sizeof (LineStyle));
  start_log (cleaner);

  return cleaner;
}

void
cleaner_free (Cleaner *cleaner)
{
  if (cleaner == NULL)
    return;

  terminal_free (cleaner->terminal);
  ci_detector_free (cleaner->detector);
  stamp_remover_free (cleaner->remover);
  g_string_free (cleaner->parts, TRUE);
  g_array_unref (cleaner->part_styles);
  g_string_free (cleaner->changed, TRUE);
  g_array_unref (cleaner->shifted);
  g_free (cleaner);
}

static void
pass_bytes (Cleaner      *cleaner,
            const guint8 *bytes,
            gsize         length)
{
  if (cleaner->remover != NULL)
    stamp_remover_push (cleaner->remover, bytes, length);
  else
    terminal_push (cleaner->terminal, bytes, length);
}

/* The log's first bytes go on, by what was decided on them. */
static void
end_detection (Cleaner *cleaner)
{
  g_autoptr (CiDetector) detector = g_steal_pointer (&cleaner->detector);
  const CiFormat *stamp_format = ci_detector_get_stamp_format (detector);
  const guint8 *bytes;
  gsize length;

  cleaner->format = ci_detector_get_format (detector);
  if (stamp_format != NULL)
    cleaner->remover = stamp_remover_new (stamp_format, cleaner->terminal);
  bytes = ci_detector_get_bytes (detector, &length);
  pass_bytes (cleaner, bytes, length);
}

void
cleaner_push (Cleaner      *cleaner,
              const guint8 *bytes,
              gsize         length)
{
  if (cleaner->detector != NULL) {
    gsize taken = ci_detector_push (cleaner->detector, bytes, length);

    if (!ci_detector_has_decided (cleaner->detector))
      return;
    end_detection (cleaner);
    bytes += taken;
    length -= taken;
  }

  pass_bytes (cleaner, bytes, length);
}

void
cleaner_set_keeps_styles (Cleaner  *cleaner,
                          gboolean  keeps_styles)
{
  cleaner->keeps_styles = keeps_styles;
  terminal_set_keeps_styles (cleaner->terminal, keeps_styles);
}

void
cleaner_flush (Cleaner *cleaner)
{
  if (cleaner->detector != NULL && ci_detector_get_n_lines (cleaner->detector) >= FEW_LINES) {
    ci_detector_finish (cleaner->detector);
    end_detection (cleaner);
  }

  terminal_flush (cleaner->terminal);
}

void
cleaner_finish (Cleaner *cleaner)
{
  if (cleaner->detector != NULL) {
    ci_detector_finish (cleaner->detector);
    end_detection (cleaner);
  }
  if (cleaner->remover != NULL)
    stamp_remover_finish (cleaner->remover);

  terminal_finish (cleaner->terminal);
  if (cleaner->parts->len > 0)
    give_parts (cleaner);
}

void
cleaner_start_part (Cleaner    *cleaner,
                    const char *name)
{
  g_autofree char *text = g_strdup_printf ("=== %s ===", name);
  const Line line = {
    .text = text, .length = strlen (text), .time = LINE_NO_TIME,
    .mark = LINE_MARK_SECTION_START, .section = name,
  };

  cleaner_finish (cleaner);
  if (cleaner->format != NULL)
    cleaner->last_format = cleaner->format;
  start_log (cleaner);

  cleaner->func (&line, cleaner->user_data);
}

const char *
cleaner_get_ci (Cleaner *cleaner)
{
  const CiFormat *format = cleaner->format != NULL ? cleaner->format : cleaner->last_format;

  return format != NULL ? ci_format_get_name (format) : "";
}
