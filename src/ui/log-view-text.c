/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "log-view-text.h"

/* Characters that are laid out beyond the edge: those that take no room, such as accents. */
#define SLACK 64

void
log_text_init (LogText *text,
               LogFont *font)
{
  text->font = font;
  text->width = 0;
  text->cells = FALSE;
  stored_line_init (&text->line);
  log_row_init (&text->row);
}

void
log_text_clear (LogText *text)
{
  stored_line_clear (&text->line);
  log_row_clear (&text->row);
}

static gboolean
is_plain (const GString *string)
{
  for (gsize i = 0; i < string->len; i++)
    if (string->str[i] < 0x20 || string->str[i] > 0x7e)
      return FALSE;

  return TRUE;
}

/* About as wide as it will be, without laying it out: tabs go to the next stop, characters of
 * East Asia take two cells. */
static double
estimate_width (const LogText *text)
{
  gint64 cells = 0;

  for (const char *at = text->row.text->str; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (character == '\t')
      cells += 8 - cells % 8;
    else if (g_unichar_iswide (character))
      cells += 2;
    else if (!g_unichar_iszerowidth (character))
      cells += 1;
  }

  return (double) cells * text->font->cell;
}

gboolean
log_text_read (LogText  *text,
               LogStore *store,
               gint64    number,
               guint     columns)
{
  gsize length;

  if (!log_store_read_line (store, number, LOG_ROW_MAX_BYTES, &text->line, &length))
    return FALSE;

  log_row_set (&text->row, &text->line, length, columns);
  text->cells = text->font->fixed && is_plain (text->row.text);
  text->width = text->cells ? (double) text->row.text->len * text->font->cell : estimate_width (text);

  return TRUE;
}

double
log_text_place_to_x (LogText *text,
                     gsize    place)
{
  gsize shown = log_row_to_shown (&text->row, place);
  PangoRectangle position;

  if (text->cells)
    return (double) shown * text->font->cell;

  pango_layout_set_attributes (text->font->text, NULL);
  pango_layout_set_text (text->font->text, text->row.text->str, (int) text->row.text->len);
  pango_layout_index_to_pos (text->font->text, (int) shown, &position);

  return (double) position.x / PANGO_SCALE;
}

gsize
log_text_x_to_place (LogText *text,
                     double   x)
{
  const GString *shown = text->row.text;
  int index;
  int trailing;

  if (text->cells)
    return log_row_to_source (&text->row,
                              (gsize) CLAMP (round (x / text->font->cell), 0, (double) shown->len));

  pango_layout_set_attributes (text->font->text, NULL);
  pango_layout_set_text (text->font->text, shown->str, (int) shown->len);
  pango_layout_xy_to_index (text->font->text, (int) CLAMP (x * PANGO_SCALE, 0, G_MAXINT / 2), 0,
                            &index, &trailing);
  while (trailing-- > 0)
    index = (int) (g_utf8_next_char (shown->str + index) - shown->str);

  return log_row_to_source (&text->row, (gsize) index);
}

static void
insert (PangoAttrList  *attributes,
        PangoAttribute *attribute,
        gsize           start,
        gsize           end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

static void
insert_colour (PangoAttrList *attributes,
               const GdkRGBA *colour,
               gsize          start,
               gsize          end)
{
  insert (attributes,
          pango_attr_foreground_new ((guint16) (colour->red * 65535),
                                     (guint16) (colour->green * 65535),
                                     (guint16) (colour->blue * 65535)),
          start, end);
  insert (attributes, pango_attr_foreground_alpha_new ((guint16) (colour->alpha * 65535)), start, end);
}

/* The program's colours in the bytes FROM to TO of the row, counted from FROM. */
static PangoAttrList *
make_attributes (const LogText    *text,
                 const LogPalette *palette,
                 gsize             from,
                 gsize             to)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; i < text->line.styles->len; i++) {
    const LineStyle *style = &g_array_index (text->line.styles, LineStyle, i);
    gsize start = CLAMP (log_row_to_shown (&text->row, style->start), from, to) - from;
    gsize end = CLAMP (log_row_to_shown (&text->row, (gsize) style->start + style->length), from, to) - from;

    if (start >= end)
      continue;
    if (style->colour > 0 && style->colour < LOG_PALETTE_N_COLOURS)
      insert_colour (attributes, &palette->colours[style->colour], start, end);
    if (style->bold)
      insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  }

  if (text->row.marker < to)
    insert_colour (attributes, &palette->number, MAX (text->row.marker, from) - from, to - from);

  return attributes;
}

/* The bytes of the row that reach from LEFT to RIGHT, and where they start. */
static void
find_slice (const LogText *text,
            double         left,
            double         right,
            gsize         *ret_from,
            gsize         *ret_to,
            double        *ret_x)
{
  const GString *shown = text->row.text;
  double cell = text->font->cell;

  *ret_from = 0;
  *ret_to = shown->len;
  *ret_x = 0;
  if (text->cells) {
    *ret_from = (gsize) CLAMP (floor (left / cell) - 1, 0, (double) shown->len);
    *ret_to = (gsize) CLAMP (ceil (right / cell) + 1, (double) *ret_from, (double) shown->len);
    *ret_x = (double) *ret_from * cell;
  } else if (text->width > right) {
    glong characters = (glong) ceil (right / cell) + SLACK;

    if (characters < (glong) shown->len && characters < g_utf8_strlen (shown->str, (gssize) shown->len))
      *ret_to = (gsize) (g_utf8_offset_to_pointer (shown->str, characters) - shown->str);
  }
}

void
log_text_draw (LogText          *text,
               GtkSnapshot      *snapshot,
               const LogPalette *palette,
               double            left,
               double            right,
               double            x,
               double            y)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  gsize from;
  gsize to;
  double offset;

  find_slice (text, left, right, &from, &to, &offset);
  if (from >= to)
    return;

  attributes = make_attributes (text, palette, from, to);
  pango_layout_set_text (text->font->text, text->row.text->str + from, (int) (to - from));
  pango_layout_set_attributes (text->font->text, attributes);
  log_font_draw (text->font->text, snapshot, x + offset, y, &palette->foreground);
}
