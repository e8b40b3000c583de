/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ci-detector.h"
#include "ci-unwrapper.h"
#include "stamp-remover.h"
#include "terminal.h"

#include "cleaner.h"

struct Cleaner {
  const CiFormats *formats;      /* or NULL */
  CleanerFunc      func;
  gpointer         user_data;
  gboolean         text_only;

  Terminal        *terminal;
  gint64           last_time;    /* that a command told */

  CiDetector      *detector;     /* until it has decided; then NULL */
  const CiFormat  *format;       /* the CI that wrote the log, once known */
  CiUnwrapper     *unwrapper;    /* once that is known */
  const CiFormat  *last_format;  /* the CI that wrote the parts before, where known */
  StampRemover    *remover;      /* or NULL where no stamps stand before the lines */

  GString         *parts;        /* of a line that takes several rows */
  GArray          *part_styles;
  gint64           part_time;

  char            *part_notes;   /* what was erased from its first row, or NULL */
  gboolean         in_line;      /* a line was cut, and its rest comes */
  gboolean         drops_line;   /* nobody wants that line */
};

static void
set_format (Cleaner        *cleaner,
            const CiFormat *format)
{
  if (format == NULL || cleaner->format != NULL)
    return;

  cleaner->format = format;
  cleaner->unwrapper = ci_unwrapper_new (format);
}

/* Takes the CI's wrapping off LINE and hands it over. FALSE where nothing is left of it. */
static gboolean
give_line (Cleaner    *cleaner,
           Line       *line,
           const char *notes)
{
  if (cleaner->format == NULL && cleaner->formats != NULL)
    set_format (cleaner, ci_formats_find_by_line (cleaner->formats, line->text, line->length));

  if (cleaner->unwrapper != NULL && !ci_unwrapper_take (cleaner->unwrapper, line, notes))
    return FALSE;
  cleaner->func (line, cleaner->user_data);

  return TRUE;
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

  if (base == 0 && cleaner->part_notes == NULL)
    cleaner->part_notes = g_strdup (row->note);
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
give_parts (Cleaner  *cleaner,
            gboolean  is_cut)
{
  Line line = {
    .text = cleaner->parts->str, .length = cleaner->parts->len, .time = cleaner->part_time,
    .styles = (gconstpointer) cleaner->part_styles->data,
    .n_styles = cleaner->part_styles->len, .is_cut = is_cut,
  };

  if (!cleaner->in_line)
    cleaner->drops_line = !give_line (cleaner, &line, cleaner->part_notes);
  else if (!cleaner->drops_line)
    cleaner->func (&line, cleaner->user_data);
  cleaner->in_line = is_cut;
  g_clear_pointer (&cleaner->part_notes, g_free);
  g_string_truncate (cleaner->parts, 0);
  g_array_set_size (cleaner->part_styles, 0);
  cleaner->part_time = LINE_NO_TIME;
}

static void
got_row (Row      *row,
         gpointer  user_data)
{
  Cleaner *cleaner = user_data;

  if (row->continued || cleaner->parts->len > 0 || cleaner->in_line) {
    add_part (cleaner, row);
    if (!row->continued || cleaner->parts->len >= LINE_LIMIT)
      give_parts (cleaner, row->continued);
  } else {
    Line line = {
      .text = row->text->str, .length = row->text->len, .time = row->time,
      .styles = (gconstpointer) row->styles->data, .n_styles = row->styles->len,
    };

    give_line (cleaner, &line, row->note);
  }
}

static gint64
got_command (const char *command,
             gpointer    user_data)
{
  Cleaner *cleaner = user_data;
  const CiFormat *format;

  if (cleaner->formats == NULL || (cleaner->text_only && cleaner->format != NULL))
    return LINE_NO_TIME;
  if (cleaner->format != NULL && ci_format_read_time (cleaner->format, command, &cleaner->last_time))
    return cleaner->last_time;

  format = ci_formats_find_by_command (cleaner->formats, command);
  set_format (cleaner, format);
  if (format == NULL || !ci_format_read_time (format, command, &cleaner->last_time))
    return LINE_NO_TIME;

  return cleaner->last_time;
}

static gboolean
got_erased (const char *text,
            gsize       length,
            gpointer    user_data)
{
  Cleaner *cleaner = user_data;
  CiMark mark;

  if (cleaner->formats == NULL)
    return FALSE;
  if (cleaner->format == NULL)
    set_format (cleaner, ci_formats_find_by_line (cleaner->formats, text, length));

  return cleaner->format != NULL && ci_format_hides_marks (cleaner->format) &&
         ci_format_knows_start (cleaner->format, text, length) &&
         ci_format_read_mark (cleaner->format, text, length, &mark);
}

static gboolean
got_concealed (const char *text,
               gsize       length,
               gpointer    user_data)
{
  Cleaner *cleaner = user_data;

  if (cleaner->formats == NULL)
    return FALSE;
  if (cleaner->format == NULL)
    set_format (cleaner, ci_formats_find_by_concealed (cleaner->formats, text, length));

  return cleaner->format != NULL && ci_format_conceals (cleaner->format, text, length);
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
  g_clear_pointer (&cleaner->unwrapper, ci_unwrapper_free);

  cleaner->terminal = terminal_new (&funcs, cleaner);
  terminal_set_keeps_styles (cleaner->terminal, !cleaner->text_only);
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
  cleaner->parts = g_string_new (NULL);
  cleaner->part_styles = g_array_new (FALSE, FALSE, sizeof (LineStyle));
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
  ci_unwrapper_free (cleaner->unwrapper);
  g_string_free (cleaner->parts, TRUE);
  g_array_unref (cleaner->part_styles);
  g_free (cleaner->part_notes);
  g_free (cleaner);
}

static void
pass_bytes (Cleaner      *cleaner,
            const guint8 *bytes,
            gsize         length)
{
  if (length == 0)
    return;
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

  set_format (cleaner, ci_detector_get_format (detector));
  if (stamp_format != NULL)
    cleaner->remover = stamp_remover_new (stamp_format, FALSE, cleaner->terminal);
  else if (cleaner->format != NULL && ci_format_has_late_stamps (cleaner->format))
    cleaner->remover = stamp_remover_new (cleaner->format, TRUE, cleaner->terminal);
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
cleaner_set_text_only (Cleaner *cleaner)
{
  cleaner->text_only = TRUE;
  terminal_set_keeps_styles (cleaner->terminal, FALSE);
}

/* Who waits for lines wants to see the first ones, too: what there is decides which CI it is. */
void
cleaner_flush (Cleaner *cleaner)
{
  if (cleaner->detector != NULL && ci_detector_get_n_lines (cleaner->detector) > 0) {
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
  if (cleaner->parts->len > 0 || cleaner->in_line)
    give_parts (cleaner, FALSE);
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
