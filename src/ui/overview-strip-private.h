/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "log-view-private.h"
#include "overview-errors.h"

#include "overview-strip.h"

#define OVERVIEW_STRIP_WIDTH        18      /* pixels, where the window is not narrow */
#define OVERVIEW_STRIP_LEAST_THUMB  12

struct _CulpritOverviewStrip {
  GtkWidget       parent_instance;

  CulpritLogView *view;
  GtkAdjustment  *adjustment;
  LogPalette      palette;
  double          grabbed;       /* of the thumb, from its top; negative: no drag */
  OverviewErrors  errors;
};

/* overview-strip-draw.c */
void overview_strip_get_thumb (CulpritOverviewStrip *self,
                               double               *ret_y,
                               double               *ret_height);
void overview_strip_snapshot  (GtkWidget            *widget,
                               GtkSnapshot          *snapshot);
