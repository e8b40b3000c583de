/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "log-view-glyphs.h"

#define FIRST ' '
#define LAST  '~'

/* All of them, a blank between each two, so that none changes another's shape. */
static void
lay_out (PangoLayout *layout,
         gboolean     bold)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  char text[2 * (LAST - FIRST + 1)];

  for (int i = 0; i <= LAST - FIRST; i++) {
    text[2 * i] = (char) (FIRST + i);
    text[2 * i + 1] = ' ';
  }
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, sizeof text);
}

static gboolean
take_run (LogGlyphs            *glyphs,
          const PangoGlyphItem *run,
          gboolean              bold)
{
  PangoFont *font = run->item->analysis.font;

  if (glyphs->fonts[bold] == NULL)
    glyphs->fonts[bold] = g_object_ref (font);
  if (glyphs->fonts[bold] != font || run->glyphs->num_glyphs != run->item->length)
    return FALSE;

  for (int i = 0; i < run->glyphs->num_glyphs; i++) {
    const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
    int place = run->item->offset + i;

    if (run->glyphs->log_clusters[i] != i || info->glyph & PANGO_GLYPH_UNKNOWN_FLAG ||
        info->geometry.x_offset != 0 || info->geometry.y_offset != 0)
      return FALSE;
    if (glyphs->width == 0)
      glyphs->width = info->geometry.width;
    if (info->geometry.width != glyphs->width)
      return FALSE;
    if (place % 2 == 0)
      glyphs->glyphs[bold][place / 2] = info->glyph;
  }

  return TRUE;
}

static gboolean
load (LogGlyphs   *glyphs,
      PangoLayout *layout,
      gboolean     bold)
{
  double baseline;

  lay_out (layout, bold);
  for (GSList *runs = pango_layout_get_line_readonly (layout, 0)->runs; runs != NULL; runs = runs->next)
    if (!take_run (glyphs, runs->data, bold))
      return FALSE;

  baseline = pango_layout_get_baseline (layout) / (double) PANGO_SCALE;
  glyphs->lowered = baseline - round (baseline);

  return TRUE;
}

gboolean
log_glyphs_load (LogGlyphs   *glyphs,
                 PangoLayout *layout)
{
  if (glyphs->has_tried)
    return glyphs->fonts[FALSE] != NULL;

  if (!load (glyphs, layout, FALSE) || !load (glyphs, layout, TRUE))
    log_glyphs_clear (glyphs);
  pango_layout_set_attributes (layout, NULL);
  glyphs->has_tried = TRUE;

  return glyphs->fonts[FALSE] != NULL;
}

void
log_glyphs_clear (LogGlyphs *glyphs)
{
  g_clear_object (&glyphs->fonts[FALSE]);
  g_clear_object (&glyphs->fonts[TRUE]);
  glyphs->width = 0;
  glyphs->has_tried = FALSE;
}

void
log_glyphs_draw (const LogGlyphs *glyphs,
                 GtkSnapshot     *snapshot,
                 const char      *text,
                 gsize            length,
                 gboolean         bold,
                 const GdkRGBA   *colour,
                 double           x,
                 double           y)
{
  PangoGlyphString *string;
  GskRenderNode *node;

  for (; length > 0 && *text == ' '; text++, length--)
    x += (double) glyphs->width / PANGO_SCALE;
  while (length > 0 && text[length - 1] == ' ')
    length--;
  if (length == 0)
    return;

  string = pango_glyph_string_new ();
  pango_glyph_string_set_size (string, (int) length);
  for (gsize i = 0; i < length; i++) {
    string->glyphs[i] = (PangoGlyphInfo) { .glyph = glyphs->glyphs[bold][text[i] - FIRST],
                                           .geometry = { .width = glyphs->width }, .attr = { .is_cluster_start = 1 } };
    string->log_clusters[i] = (int) i;
  }
  node = gsk_text_node_new (glyphs->fonts[bold], string, colour, &GRAPHENE_POINT_INIT ((float) x, (float) (y + glyphs->lowered)));
  pango_glyph_string_free (string);
  if (node == NULL)
    return;

  gtk_snapshot_append_node (snapshot, node);
  gsk_render_node_unref (node);
}
