/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "log-view-glyphs.h"

/* The log's type: the font that the user chose (the setting log-font), else the system's monospace font, and what
 * follows from it. All measures in
 * pixels. */
typedef struct {
  double        zoom;
  GSettings    *settings;    /* where the system's font stands, or NULL */
  PangoContext *context;     /* left to right, whatever the interface's direction */
  PangoLayout  *text;        /* laid out anew for every row */
  PangoLayout  *number;
  PangoLayout  *label;       /* the section's row, the range's edge */
  int           row_height;
  int           baseline;    /* from the row's top */
  int           section_height;  /* of the row with the section's name */
  int           label_height;    /* of what has a label at the range's edge */
  int           label_baseline;  /* from the section's row's top */
  double        cell;        /* width of a character */
  double        digit;       /* width of a digit of a line's number */
  gboolean      fixed;       /* every character of ASCII is a cell wide */
  LogGlyphs     text_glyphs;
  LogGlyphs     number_glyphs;
} LogFont;

void     log_font_init   (LogFont *font);
void     log_font_clear  (LogFont *font);

/* Takes the fonts and the resolution of WIDGET as they are now. FALSE where they are what
 * they were and FORCE is not set. */
gboolean log_font_update (LogFont   *font,
                          GtkWidget *widget,
                          gboolean   force);

/* Size of the system's monospace font in whole points. */
int      log_font_get_system_size (void);

/* The glyphs of the ASCII of texts and of numbers, or NULL where each has to be laid out. */
const LogGlyphs *log_font_get_text_glyphs   (LogFont *font);
const LogGlyphs *log_font_get_number_glyphs (LogFont *font);

/* Appends LAYOUT to SNAPSHOT with its first baseline at Y. */
void     log_font_draw   (PangoLayout   *layout,
                          GtkSnapshot   *snapshot,
                          double         x,
                          double         y,
                          const GdkRGBA *colour);
