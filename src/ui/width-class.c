/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "width-class.h"

WidthClass
width_class_from_width (int width)
{
  if (width < 600)
    return WIDTH_NARROW;
  if (width < 900)
    return WIDTH_MEDIUM;
  if (width < 1200)
    return WIDTH_WIDE;
  if (width < 1800)
    return WIDTH_WIDER;

  return WIDTH_WIDEST;
}
