/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

/* The log's colours, looked up by their names in the style sheets. */
#define LOG_PALETTE_N_COLOURS 9

typedef struct {
  GdkRGBA background;
  GdkRGBA foreground;
  GdkRGBA number;
  GdkRGBA failure;           /* background of the part that explains the selected failure, */
  GdkRGBA failure_line;      /* of the lines in it that say why, */
  GdkRGBA other;             /* and the same of the other failures */
  GdkRGBA other_line;
  GdkRGBA outline;           /* round what is tinted, in high contrast; else transparent */
  GdkRGBA mark;
  GdkRGBA other_bracket;
  GdkRGBA other_mark;
  GdkRGBA range;
  GdkRGBA range_edge;
  GdkRGBA range_grip;
  GdkRGBA selection;
  GdkRGBA hit;               /* behind what was found; the text on it is black */
  GdkRGBA hit_current;
  GdkRGBA focus;
  GdkRGBA bar;               /* background of the section's row and of the strip */
  GdkRGBA bar_text;
  GdkRGBA border;
  GdkRGBA colours[LOG_PALETTE_N_COLOURS];  /* the program's; 0 is the foreground */
} LogPalette;

/* Without PROGRAMS_COLOURS all of these are the foreground. */
void    log_palette_load  (LogPalette    *palette,
                           GtkWidget     *widget,
                           gboolean       programs_colours);

/* COLOUR with so much of its own alpha. */
GdkRGBA log_palette_fade  (GdkRGBA        colour,
                           double         alpha);

/* OVER on top of UNDER, which is opaque. */
GdkRGBA log_palette_blend (const GdkRGBA *under,
                           const GdkRGBA *over);
