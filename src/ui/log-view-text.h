/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "log-find.h"
#include "log-view-font.h"
#include "log-view-palette.h"
#include "log-view-row.h"

/* One line ready to be drawn or measured: its row, and where each of its characters is. Only
 * what can be seen of it is laid out. Where it wraps, it has as many parts, one below the other,
 * as it needs; it breaks between characters, as a terminal does.
 *
 * Distances are pixels from the start of the part; places are bytes of the line. */
typedef struct {
  LogFont    *font;          /* borrowed */
  StoredLine  line;
  LogRow      row;
  gboolean    fits;          /* rulers go to the edge; this and the next three hold from the next line read on */
  GRegex     *prefix;        /* borrowed: what is drawn short, or NULL */
  LogFind    *find;          /* borrowed: a prefix with a hit that would not be seen is drawn whole; or NULL */
  gboolean    wraps;
  gboolean    cells;         /* every byte of the row is a cell of the grid */
  GArray     *breaks;        /* of gsize: where in the row each part but the first starts */
  double      width;         /* of the widest part */
} LogText;

void     log_text_init         (LogText *text,
                                LogFont *font);
void     log_text_clear        (LogText *text);

/* Reads line NUMBER; a ruler is drawn COLUMNS wide, and so are the parts of a line that wraps.
 * FALSE where there is no such line. */
gboolean log_text_read         (LogText  *text,
                                LogStore *store,
                                gint64    number,
                                guint     columns);

guint    log_text_get_n_parts  (const LogText *text);

/* Which part PLACE is in, and how far from its start. */
double   log_text_place_to_x   (LogText *text,
                                gsize    place,
                                guint   *ret_part);
gsize    log_text_x_to_place   (LogText *text,
                                guint    part,
                                double   x);

/* Draws what lies between LEFT and RIGHT, with the line's start at X and the first part's baseline
 * at Y. */
void     log_text_draw         (LogText          *text,
                                GtkSnapshot      *snapshot,
                                const LogPalette *palette,
                                double            left,
                                double            right,
                                double            x,
                                double            y);
