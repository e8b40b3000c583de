/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

/* The glyphs of ASCII in a font in which each is a cell wide. Most of a log is such text; a row of it is put together from
 * them in a tenth of the time that laying it out takes. Signs that a font would draw as one, "->" or "!=", stay two. */
typedef struct {
  gboolean    has_tried;     /* to load them */
  PangoFont  *fonts[2];      /* the second one is bold; NULL: there are none */
  PangoGlyph  glyphs[2][0x7f - 0x20];
  int         width;         /* units of Pango */
  double      lowered;       /* how far the baseline is below a whole pixel */
} LogGlyphs;

/* Takes the glyphs that LAYOUT would show, where that was not done before. FALSE where they are not of one font, of one width,
 * or not one for each character: it has to lay out each row, then. */
gboolean log_glyphs_load  (LogGlyphs   *glyphs,
                           PangoLayout *layout);
void     log_glyphs_clear (LogGlyphs   *glyphs);

/* Appends LENGTH characters of TEXT, all from 0x20 to 0x7e, with the first one at X and the baseline at Y. */
void     log_glyphs_draw  (const LogGlyphs *glyphs,
                           GtkSnapshot     *snapshot,
                           const char      *text,
                           gsize            length,
                           gboolean         bold,
                           const GdkRGBA   *colour,
                           double           x,
                           double           y);
