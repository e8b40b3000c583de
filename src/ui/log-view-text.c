/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "log-view-text.h"

/* Characters that are laid out beyond the edge: those that take no room, such as accents. */
#define SLACK 64

#define TAB   8

void
log_text_init (LogText *text,
               LogFont *font)
{
  text->font = font;
  text->width = 0;
  text->fits = TRUE;
  text->prefix = NULL;
  text->find = NULL;
  text->wraps = FALSE;
  text->cells = FALSE;
  text->breaks = g_array_new (FALSE, FALSE, sizeof (gsize));
  stored_line_init (&text->line);
  log_row_init (&text->row);
}

void
log_text_clear (LogText *text)
{
  stored_line_clear (&text->line);
  log_row_clear (&text->row);
  g_clear_pointer (&text->breaks, g_array_unref);
}

static gboolean
is_plain (const GString *string)
{
  for (gsize i = 0; i < string->len; i++)
    if (string->str[i] < 0x20 || string->str[i] > 0x7e)
      return FALSE;

  return TRUE;
}

/* Cells that CHARACTER takes after N_CELLS of them: tabs go to the next stop, characters of East
 * Asia take two. */
static guint
count_cells (gunichar character,
             guint    n_cells)
{
  if (character == '\t')
    return TAB - n_cells % TAB;

  return g_unichar_iswide (character) ? 2 : g_unichar_iszerowidth (character) ? 0 : 1;
}

/* Where blanks begin that nothing follows: no row is made for them alone. */
static gsize
find_end (const GString *row)
{
  gsize end = row->len;

  while (end > 0 && row->str[end - 1] == ' ')
    end--;

  return end;
}

/* Breaks the row at COLUMNS (0: nowhere), and measures it: about, since it is not laid out. */
static void
break_row (LogText *text,
           guint    columns)
{
  const char *end = text->row.text->str + find_end (text->row.text);
  guint widest = 0;
  guint n = 0;

  for (const char *at = text->row.text->str; *at != '\0'; at = g_utf8_next_char (at)) {
    guint cells = count_cells (g_utf8_get_char (at), n);

    if (columns > 0 && at >= end)
      break;
    if (columns > 0 && n > 0 && n + cells > columns) {
      gsize place = (gsize) (at - text->row.text->str);

      g_array_append_val (text->breaks, place);
      n = 0;
      cells = count_cells (g_utf8_get_char (at), n);
    }
    n += cells;
    widest = MAX (widest, n);
  }

  text->width = (double) widest * text->font->cell;
}

/* The same where each byte is a cell. */
static void
break_cells (LogText *text,
             guint    columns)
{
  gsize length = columns > 0 ? find_end (text->row.text) : text->row.text->len;

  for (gsize place = columns; columns > 0 && place < length; place += columns)
    g_array_append_val (text->breaks, place);
  text->width = (double) (columns > 0 ? MIN (length, columns) : length) * text->font->cell;
}

typedef struct {
  const LogPrefix *prefix;
  gboolean         hides;
} HitCheck;

static void
check_hit (gsize    start,
           gsize    end,
           gpointer user_data)
{
  HitCheck *check = user_data;

  check->hides |= !log_prefix_shows (check->prefix, start, end);
}

/* Whether the line has a prefix that is to be drawn short. */
static gboolean
find_prefix (LogText   *text,
             LogPrefix *ret_prefix)
{
  const GString *line = text->line.text;
  HitCheck check = { ret_prefix, FALSE };

  if (text->prefix == NULL || !log_prefix_find (text->prefix, line->str, line->len, ret_prefix))
    return FALSE;
  if (text->find != NULL)
    log_find_foreach_in_line (text->find, line->str, line->len, check_hit, &check);

  return !check.hides;
}

gboolean
log_text_read (LogText  *text,
               LogStore *store,
               gint64    number,
               guint     columns)
{
  LogPrefix prefix;
  gsize length;

  if (!log_store_read_line (store, number, LOG_ROW_MAX_BYTES, &text->line, &length))
    return FALSE;

  log_row_set (&text->row, &text->line, length, text->fits ? columns : 0, find_prefix (text, &prefix) ? &prefix : NULL);
  text->cells = text->font->fixed && is_plain (text->row.text);
  g_array_set_size (text->breaks, 0);
  if (text->cells)
    break_cells (text, text->wraps ? columns : 0);
  else
    break_row (text, text->wraps ? columns : 0);

  return TRUE;
}

guint
log_text_get_n_parts (const LogText *text)
{
  return text->breaks->len + 1;
}

/* The bytes of the row that PART is. */
static void
get_part (const LogText *text,
          guint          part,
          gsize         *ret_from,
          gsize         *ret_to)
{
  *ret_from = part > 0 ? g_array_index (text->breaks, gsize, part - 1) : 0;
  *ret_to = part < text->breaks->len ? g_array_index (text->breaks, gsize, part) : text->row.text->len;
}

/* Lays PART out without colours. */
static void
lay_out (LogText *text,
         gsize    from,
         gsize    to)
{
  pango_layout_set_attributes (text->font->text, NULL);
  pango_layout_set_text (text->font->text, text->row.text->str + from, (int) (to - from));
}

double
log_text_place_to_x (LogText *text,
                     gsize    place,
                     guint   *ret_part)
{
  gsize shown = log_row_to_shown (&text->row, place);
  PangoRectangle position;
  guint part = 0;
  gsize from;
  gsize to;

  while (part < text->breaks->len && g_array_index (text->breaks, gsize, part) <= shown)
    part++;
  get_part (text, part, &from, &to);
  *ret_part = part;
  if (text->cells)
    return (double) (shown - from) * text->font->cell;

  lay_out (text, from, to);
  pango_layout_index_to_pos (text->font->text, (int) (shown - from), &position);

  return (double) position.x / PANGO_SCALE;
}

gsize
log_text_x_to_place (LogText *text,
                     guint    part,
                     double   x)
{
  const char *shown = text->row.text->str;
  int index;
  int trailing;
  gsize from;
  gsize to;

  get_part (text, MIN (part, text->breaks->len), &from, &to);
  if (text->cells)
    return log_row_to_source (&text->row,
                              from + (gsize) CLAMP (round (x / text->font->cell), 0, (double) (to - from)));

  lay_out (text, from, to);
  pango_layout_xy_to_index (text->font->text, (int) CLAMP (x * PANGO_SCALE, 0, G_MAXINT / 2), 0,
                            &index, &trailing);
  while (trailing-- > 0)
    index = (int) (g_utf8_next_char (shown + from + index) - shown - from);

  return log_row_to_source (&text->row, from + (gsize) index);
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

/* Leaves of the bytes of a part those that reach from LEFT to RIGHT; where they start. */
static double
cut_slice (const LogText *text,
           double         left,
           double         right,
           gsize         *from,
           gsize         *to)
{
  const char *shown = text->row.text->str;
  double cell = text->font->cell;
  gsize start = *from;

  if (text->cells) {
    *from += (gsize) CLAMP (floor (left / cell) - 1, 0, (double) (*to - start));
    *to = start + (gsize) CLAMP (ceil (right / cell) + 1, (double) (*from - start), (double) (*to - start));
  } else if (text->width > right) {
    glong characters = (glong) ceil (right / cell) + SLACK;

    if (characters < g_utf8_strlen (shown + start, (gssize) (*to - start)))
      *to = (gsize) (g_utf8_offset_to_pointer (shown + start, characters) - shown);
  }

  return (double) (*from - start) * cell;
}

/* The bytes FROM to TO of a row of cells, the first one at X. */
static void
draw_cells (LogText          *text,
            const LogGlyphs  *glyphs,
            GtkSnapshot      *snapshot,
            const LogPalette *palette,
            gsize             from,
            gsize             to,
            double            x,
            double            y)
{
  const char *row = text->row.text->str;
  const double cell = text->font->cell;
  gsize at = from;

  for (guint i = 0; i < text->line.styles->len; i++) {
    const LineStyle *style = &g_array_index (text->line.styles, LineStyle, i);
    gsize start = CLAMP (log_row_to_shown (&text->row, style->start), at, to);
    gsize end = CLAMP (log_row_to_shown (&text->row, (gsize) style->start + style->length), start, to);
    gboolean coloured = style->colour > 0 && style->colour < LOG_PALETTE_N_COLOURS;

    log_glyphs_draw (glyphs, snapshot, row + at, start - at, FALSE, &palette->foreground, x + (double) (at - from) * cell, y);
    log_glyphs_draw (glyphs, snapshot, row + start, end - start, style->bold,
                     coloured ? &palette->colours[style->colour] : &palette->foreground, x + (double) (start - from) * cell, y);
    at = end;
  }
  log_glyphs_draw (glyphs, snapshot, row + at, to - at, FALSE, &palette->foreground, x + (double) (at - from) * cell, y);
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
  const LogGlyphs *glyphs = text->cells ? log_font_get_text_glyphs (text->font) : NULL;

  for (guint part = 0; part <= text->breaks->len; part++) {
    g_autoptr (PangoAttrList) attributes = NULL;
    gsize from;
    gsize to;
    double offset;

    get_part (text, part, &from, &to);
    offset = cut_slice (text, left, right, &from, &to);
    if (from >= to)
      continue;
    if (glyphs != NULL) {
      draw_cells (text, glyphs, snapshot, palette, from, to, x + offset, y + part * text->font->row_height);
      continue;
    }

    attributes = make_attributes (text, palette, from, to);
    pango_layout_set_text (text->font->text, text->row.text->str + from, (int) (to - from));
    pango_layout_set_attributes (text->font->text, attributes);
    log_font_draw (text->font->text, snapshot, x + offset, y + part * text->font->row_height, &palette->foreground);
  }
}
