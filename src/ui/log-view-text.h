/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "log-view-font.h"
#include "log-view-palette.h"
#include "log-view-row.h"

/* One line ready to be drawn or measured: its row, and where each of its characters is. Only
 * what can be seen of it is laid out.
 *
 * Distances are pixels from the start of the line; places are bytes of the line. */
typedef struct {
  LogFont    *font;          /* borrowed */
  StoredLine  line;
  LogRow      row;
  gboolean    cells;         /* every byte of the row is a cell of the grid */
  double      width;
} LogText;

void     log_text_init         (LogText *text,
                                LogFont *font);
void     log_text_clear        (LogText *text);

/* Reads line NUMBER; a ruler is drawn COLUMNS wide. FALSE where there is no such line. */
gboolean log_text_read         (LogText  *text,
                                LogStore *store,
                                gint64    number,
                                guint     columns);

/* The columns before and after the place. */
double   log_text_place_to_x   (LogText *text,
                                gsize    place);
gsize    log_text_x_to_place   (LogText *text,
                                double   x);

/* Draws what lies between LEFT and RIGHT, with the line's start at X and its baseline at Y. */
void     log_text_draw         (LogText          *text,
                                GtkSnapshot      *snapshot,
                                const LogPalette *palette,
                                double            left,
                                double            right,
                                double            x,
                                double            y);
