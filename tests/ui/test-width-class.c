/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "width-class.h"

static void
test_borders (void)
{
  const struct {
    int        width;
    WidthClass expected;
  } widths[] = {
    { 0, WIDTH_NARROW },    { 360, WIDTH_NARROW },  { 599, WIDTH_NARROW },
    { 600, WIDTH_MEDIUM },  { 899, WIDTH_MEDIUM },
    { 900, WIDTH_WIDE },    { 1199, WIDTH_WIDE },
    { 1200, WIDTH_WIDER },  { 1799, WIDTH_WIDER },
    { 1800, WIDTH_WIDEST }, { G_MAXINT, WIDTH_WIDEST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    g_assert_cmpint (width_class_from_width (widths[i].width), ==, widths[i].expected);
}

static void
test_with_text (void)
{
  g_assert_cmpint (width_class_with_text (WIDTH_WIDER, 1), ==, WIDTH_WIDER);
  g_assert_cmpint (width_class_with_text (WIDTH_WIDER, 1.5), ==, WIDTH_MEDIUM);
  g_assert_cmpint (width_class_with_text (WIDTH_WIDEST, 1.5), ==, WIDTH_WIDER);
  g_assert_cmpint (width_class_with_text (WIDTH_MEDIUM, 1.5), ==, WIDTH_NARROW);
  g_assert_cmpint (width_class_with_text (WIDTH_NARROW, 3), ==, WIDTH_NARROW);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/width-class/borders", test_borders);
  g_test_add_func ("/width-class/with-text", test_with_text);

  return g_test_run ();
}
