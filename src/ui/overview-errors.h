/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "log-errors.h"
#include "log-view-rows.h"

/* The lines with errors in a map of ROWS that is HEIGHT pixels high: small dots along its edge away from the log, where failures
 * are bars. What is in the same OVERVIEW_ERROR_STEP pixels shares a dot. */
#define OVERVIEW_ERROR_STEP 4

/* The next dot from Y on, Y being a multiple of OVERVIEW_ERROR_STEP: its top, or -1. */
int  overview_errors_get_next (LogErrors     *errors,
                               const LogRows *rows,
                               int            height,
                               int            y);

/* All dots, painted once for many frames: OVERVIEW_ERROR_WIDTH to HEIGHT, in SCALE device pixels each. They are painted again once
 * more was searched; forget them after any other change of lines or colours. */
#define OVERVIEW_ERROR_WIDTH 3
#define OVERVIEW_ERROR_EDGE  1      /* from the map's */

typedef struct {
  GdkTexture *dots;                 /* or NULL; what they were painted from: */
  LogErrors  *errors;               /* borrowed, to be compared with alone */
  gint64      n_searched;
  gint64      n_rows;
  int         height;
  int         scale;
} OverviewErrors;

/* Borrowed; NULL where there is nothing to paint. */
GdkTexture *overview_errors_get_dots (OverviewErrors *painted,
                                      const GdkRGBA  *colour,
                                      LogErrors      *errors,      /* or NULL */
                                      const LogRows  *rows,
                                      int             height,
                                      int             scale);
void        overview_errors_forget   (OverviewErrors *painted);
