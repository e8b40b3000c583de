/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "log-errors.h"
#include "log-view-rows.h"

/* The lines with errors in a map of ROWS that is WIDTH to HEIGHT: small dots along its edge away from the log, where failures
 * are bars. What is in the same four pixels shares a dot. */

/* The next dot from Y on, Y being a multiple of OVERVIEW_ERROR_STEP: its top, or -1. */
#define OVERVIEW_ERROR_STEP 4

int  overview_errors_get_next (LogErrors     *errors,
                               const LogRows *rows,
                               int            height,
                               int            y);

void overview_errors_draw     (GtkSnapshot   *snapshot,
                               const GdkRGBA *colour,
                               LogErrors     *errors,      /* or NULL */
                               const LogRows *rows,
                               int            width,
                               int            height,
                               gboolean       is_mirrored);
