/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "line-record.h"

/* A record is the length and two flags as one number, the time's difference, and a number of
 * runs, each as a gap, a length and a byte. Numbers have seven bits a byte, lowest first. */
#define HAS_TIME   1
#define HAS_STYLES 2
#define BOLD_BIT   0x80

#define MAX_NUMBER 10

G_STATIC_ASSERT (LINE_RECORD_SMALL == 2 * MAX_NUMBER);

/* Returns how many bytes it takes, at most MAX_NUMBER. */
static gsize
put_number (guint8  *bytes,
            guint64  number)
{
  gsize length = 0;

  for (; number > 0x7f; number >>= 7)
    bytes[length++] = (number & 0x7f) | 0x80;
  bytes[length++] = number;

  return length;
}

static void
write_number (GByteArray *bytes,
              guint64     number)
{
  guint8 buffer[MAX_NUMBER];

  g_byte_array_append (bytes, buffer, put_number (buffer, number));
}

static gboolean
read_number (const guint8 *bytes,
             gsize         length,
             gsize        *position,
             guint64      *ret_number)
{
  *ret_number = 0;
  for (guint shift = 0; shift < 64 && *position < length; shift += 7) {
    guint8 byte = bytes[(*position)++];

    *ret_number |= (guint64) (byte & 0x7f) << shift;
    if (byte < 0x80)
      return TRUE;
  }

  return FALSE;
}

static guint64
fold_sign (gint64 number)
{
  return number < 0 ? ~((guint64) number << 1) : (guint64) number << 1;
}

static gint64
unfold_sign (guint64 number)
{
  return (gint64) (number & 1 ? ~(number >> 1) : number >> 1);
}

static void
write_styles (GByteArray *bytes,
              const Line *line)
{
  guint n_styles = MIN (line->n_styles, LINE_RECORD_MAX_STYLES);
  gsize end = 0;

  write_number (bytes, n_styles);
  for (guint i = 0; i < n_styles; i++) {
    const LineStyle *style = &line->styles[i];
    guint8 look = style->colour | (style->bold ? BOLD_BIT : 0);

    write_number (bytes, style->start - end);
    write_number (bytes, style->length);
    g_byte_array_append (bytes, &look, 1);
    end = style->start + style->length;
  }
}

gsize
line_record_write_small (guint8      bytes[LINE_RECORD_SMALL],
                         const Line *line,
                         gint64     *last_time)
{
  gboolean has_time = line->time != LINE_NO_TIME;
  gsize length = put_number (bytes, (guint64) line->length << 2 |
                                    (has_time ? HAS_TIME : 0) |
                                    (line->n_styles > 0 ? HAS_STYLES : 0));

  if (has_time) {
    gint64 difference = (gint64) ((guint64) line->time - (guint64) *last_time);

    length += put_number (bytes + length, fold_sign (difference));
    *last_time = line->time;
  }

  return length;
}

void
line_record_write (GByteArray *bytes,
                   const Line *line,
                   gint64     *last_time)
{
  guint8 small[LINE_RECORD_SMALL];

  g_byte_array_append (bytes, small, line_record_write_small (small, line, last_time));
  if (line->n_styles > 0)
    write_styles (bytes, line);
}

static gboolean
read_styles (const guint8 *bytes,
             gsize         length,
             gsize        *position,
             GArray       *styles)
{
  guint64 n_styles;
  gsize end = 0;

  if (!read_number (bytes, length, position, &n_styles))
    return FALSE;

  for (guint64 i = 0; i < n_styles; i++) {
    guint64 gap;
    guint64 run;
    LineStyle style;

    if (!read_number (bytes, length, position, &gap) ||
        !read_number (bytes, length, position, &run) || *position >= length)
      return FALSE;
    style.start = end + gap;
    style.length = run;
    style.colour = bytes[*position] & ~BOLD_BIT;
    style.bold = (bytes[*position] & BOLD_BIT) != 0;
    *position += 1;
    end = (gsize) style.start + style.length;
    if (styles != NULL)
      g_array_append_val (styles, style);
  }

  return TRUE;
}

gboolean
line_record_read (const guint8 *bytes,
                  gsize         length,
                  gsize        *position,
                  gint64       *last_time,
                  LineRecord   *record,
                  GArray       *styles)
{
  guint64 head;
  guint64 difference;

  if (!read_number (bytes, length, position, &head))
    return FALSE;

  record->length = head >> 2;
  record->time = LINE_NO_TIME;
  if (head & HAS_TIME) {
    if (!read_number (bytes, length, position, &difference))
      return FALSE;
    *last_time = (gint64) ((guint64) *last_time + (guint64) unfold_sign (difference));
    record->time = *last_time;
  }

  return (head & HAS_STYLES) == 0 || read_styles (bytes, length, position, styles);
}
