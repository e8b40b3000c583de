/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "width-class.h"

/* From which width on each is; see the header. */
static const int least_widths[] = { 0, 600, 900, 1200, 1800 };

WidthClass
width_class_from_width (int width)
{
  WidthClass width_class = WIDTH_WIDEST;

  while (width_class > WIDTH_NARROW && width < least_widths[width_class])
    width_class--;

  return width_class;
}

WidthClass
width_class_with_text (WidthClass width_class,
                       double     scale)
{
  return width_class_from_width ((int) (least_widths[width_class] / scale));
}
