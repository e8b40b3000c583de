/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* How much room the window has, and with it how its parts stand. */
typedef enum {
  WIDTH_NARROW,     /* under 600: one page at a time */
  WIDTH_MEDIUM,     /* under 900: failures slide over the log, the issue is a page */
  WIDTH_WIDE,       /* under 1200: failures beside the log, the issue takes their place */
  WIDTH_WIDER,      /* under 1800: failures, log and issue beside each other */
  WIDTH_WIDEST,     /* and a wider issue */
} WidthClass;

WidthClass width_class_from_width (int        width);

/* The class of as much text as WIDTH_CLASS has room for, where text is SCALE times as wide: WIDTH_MEDIUM for WIDTH_WIDER and
 * 1.5. */
WidthClass width_class_with_text  (WidthClass width_class,
                                   double     scale);
