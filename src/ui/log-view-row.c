/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "log-view-row.h"

#define RULER_LEAD        4
#define RULER_LEAST_RUN   3
#define RULER_LEAST       40
#define RULER_MOST        400
#define RULER_MOST_BYTES  (RULER_MOST * 3)

/* A ruler: RUN times UNIT, a title with a blank at each end or nothing, and UNITs again. */
typedef struct {
  const char *unit;
  gsize       unit_length;
  gsize       lead;          /* bytes */
  gsize       title;         /* bytes */
} Ruler;

void
log_row_init (LogRow *row)
{
  *row = (LogRow) { .text = g_string_new (NULL) };
}

void
log_row_clear (LogRow *row)
{
  if (row->text != NULL)
    g_string_free (row->text, TRUE);
  row->text = NULL;
}

static gboolean
is_ruler_character (gunichar character)
{
  /* The last three are the light, heavy and double line of box drawing. */
  return (character < 0x80 && character != 0 && strchr ("=-_*~#+", (int) character) != NULL) ||
         character == 0x2500 || character == 0x2501 || character == 0x2550;
}

static gsize
count_run (const char *text,
           gsize       length,
           const char *unit,
           gsize       unit_length)
{
  gsize run = 0;

  while (run + unit_length <= length && memcmp (text + run, unit, unit_length) == 0)
    run += unit_length;

  return run;
}

static gsize
count_run_backwards (const char *text,
                     gsize       length,
                     const char *unit,
                     gsize       unit_length)
{
  gsize run = 0;

  while (run + unit_length <= length &&
         memcmp (text + length - run - unit_length, unit, unit_length) == 0)
    run += unit_length;

  return run;
}

/* "_ _ _ _", with or without the last blank. */
static gboolean
is_dashed (const char *text,
           gsize       length)
{
  gsize run = count_run (text, length, text, 2);

  return text[1] == ' ' && (run == length || (run == length - 1 && text[run] == text[0]));
}

static gboolean
find_ruler (const char *text,
            gsize       length,
            Ruler      *ret_ruler)
{
  gsize unit_length;
  gsize lead;
  gsize trail;
  glong columns;

  if (length < RULER_LEAST || length > RULER_MOST_BYTES || !is_ruler_character (g_utf8_get_char (text)))
    return FALSE;

  columns = g_utf8_strlen (text, (gssize) length);
  if (columns < RULER_LEAST || columns > RULER_MOST)
    return FALSE;

  unit_length = (gsize) (g_utf8_next_char (text) - text);
  if (unit_length == 1 && is_dashed (text, length)) {
    *ret_ruler = (Ruler) { text, 2, RULER_LEAD * 2, 0 };
    return TRUE;
  }

  lead = count_run (text, length, text, unit_length);
  if (lead == length) {
    *ret_ruler = (Ruler) { text, unit_length, RULER_LEAD * unit_length, 0 };
    return TRUE;
  }

  trail = count_run_backwards (text, length, text, unit_length);
  if (lead < RULER_LEAST_RUN * unit_length || trail < RULER_LEAST_RUN * unit_length ||
      text[lead] != ' ' || text[length - trail - 1] != ' ')
    return FALSE;

  *ret_ruler = (Ruler) { text, unit_length, lead, length - trail - lead };
  return TRUE;
}

static void
set_ruler (LogRow      *row,
           const Ruler *ruler,
           guint        columns)
{
  gsize lead = MIN (ruler->lead, RULER_LEAD * ruler->unit_length);
  gsize unit_columns = ruler->unit[ruler->unit_length - 1] == ' ' ? 2 : 1;
  gsize used;

  row->fitted = TRUE;
  row->lead = lead;
  row->skipped = ruler->lead - lead;
  g_string_append_len (row->text, ruler->unit, (gssize) lead);
  g_string_append_len (row->text, ruler->unit + ruler->lead, (gssize) ruler->title);

  used = (gsize) g_utf8_strlen (row->text->str, (gssize) row->text->len);
  for (; used + unit_columns <= columns; used += unit_columns)
    g_string_append_len (row->text, ruler->unit, (gssize) ruler->unit_length);
}

static void
set_prefix (LogRow           *row,
            const StoredLine *line,
            const LogPrefix  *prefix)
{
  const char *text = line->text->str;

  row->prefix = *prefix;
  log_prefix_append (prefix, text, prefix->length < line->text->len, row->text);
  row->lead = row->text->len;
  row->skipped = prefix->length - row->lead;
  g_string_append_len (row->text, text + prefix->length, (gssize) (line->text->len - prefix->length));
}

void
log_row_set (LogRow           *row,
             const StoredLine *line,
             gsize             length,
             guint             columns,
             const LogPrefix  *prefix)
{
  Ruler ruler;

  g_string_truncate (row->text, 0);
  row->source_length = length;
  row->lead = 0;
  row->skipped = 0;
  row->fitted = FALSE;
  row->prefix.length = 0;

  if (columns > 0 && length == line->text->len && find_ruler (line->text->str, length, &ruler))
    set_ruler (row, &ruler, columns);
  else if (prefix != NULL)
    set_prefix (row, line, prefix);
  else
    g_string_append_len (row->text, line->text->str, (gssize) line->text->len);

  row->marker = row->text->len;
  if (length > line->text->len) {
    g_autofree char *size = g_format_size (length - line->text->len);

    /* Translators: at the end of a very long line: how much of it is not shown. */
    g_string_append_c (row->text, ' ');
    g_string_append_printf (row->text, _("… %s more"), size);
  }
}

gsize
log_row_to_source (const LogRow *row,
                   gsize         shown)
{
  if (shown == 0)
    return 0;
  if (shown >= row->marker)
    return row->source_length;
  if (row->prefix.length > 0 && shown < row->lead)
    return row->prefix.name + MIN (shown, row->prefix.name_length);

  return MIN (shown + row->skipped, row->source_length);
}

/* The same for a place in the prefix: what is left out before the name is at its start, what is left out behind it at the
 * end. */
static gsize
prefix_to_shown (const LogRow *row,
                 gsize         source)
{
  const LogPrefix *prefix = &row->prefix;

  if (source >= prefix->name + prefix->name_length)
    return row->lead;

  return source > prefix->name ? MIN (source - prefix->name, log_prefix_get_name_length (prefix)) : 0;
}

gsize
log_row_to_shown (const LogRow *row,
                  gsize         source)
{
  if (source >= row->source_length)
    return row->text->len;
  if (source < row->prefix.length)
    return prefix_to_shown (row, source);
  if (source < row->skipped)
    return 0;

  return MIN (source - row->skipped, row->marker);
}

gsize
log_row_pass (const LogRow *row,
              gsize         source,
              int           direction)
{
  gsize name = row->prefix.name;
  gsize end = name + log_prefix_get_name_length (&row->prefix);

  if (source >= row->prefix.length || (source > name && source < end))
    return source;
  if (source <= name)
    return direction < 0 ? 0 : name + 1 < end ? name + 1 : row->prefix.length;

  return direction > 0 ? row->prefix.length : end - 1 > name ? end - 1 : 0;
}
