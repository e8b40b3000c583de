/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "log-view-palette.h"

/* What the log and its strip are drawn of. Nothing is drawn where there is no area. */
void log_shape_fill         (GtkSnapshot          *snapshot,
                             const GdkRGBA        *colour,
                             double                x,
                             double                y,
                             double                width,
                             double                height);
void log_shape_fill_rounded (GtkSnapshot          *snapshot,
                             const GdkRGBA        *colour,
                             const GskRoundedRect *shape);
void log_shape_outline      (GtkSnapshot          *snapshot,
                             const GdkRGBA        *colour,
                             const GskRoundedRect *shape,
                             double                thickness);

/* Round WIDGET, while it shows that it has the keyboard. */
void log_shape_focus        (GtkSnapshot          *snapshot,
                             const LogPalette     *palette,
                             GtkWidget            *widget);

/* Draws WIDGET anew whenever it comes to show that it has the keyboard, or does so no more. GTK does it only for what
 * changes by style. */
void log_shape_follow_focus (GtkWidget            *widget);

/* A dotted line to the right. */
void log_shape_rule         (GtkSnapshot          *snapshot,
                             const GdkRGBA        *colour,
                             double                x,
                             double                y,
                             double                width);

GskRoundedRect log_shape_rounded (double x,
                                  double y,
                                  double width,
                                  double height,
                                  double radius);

/* The arrow at a section's start: down where it is open; folded, to where the text is. */
void log_shape_fold         (GtkSnapshot          *snapshot,
                             const GdkRGBA        *colour,
                             double                x,
                             double                y,
                             double                size,
                             gboolean              folded,
                             gboolean              mirrored);

/* A failure's mark, a cross in a circle, and that of a cause, a diamond, with the centre at
 * X, Y. FILLED: of the selected failure. */
void log_shape_failure      (GtkSnapshot          *snapshot,
                             const LogPalette     *palette,
                             double                x,
                             double                y,
                             double                size,
                             gboolean              filled);
void log_shape_cause        (GtkSnapshot          *snapshot,
                             const LogPalette     *palette,
                             double                x,
                             double                y,
                             double                size,
                             gboolean              filled);
