/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pair-box.h"

#include "widget-test.h"

static void
check_places (int first_width,
              int second_width,
              int width,
              int expected_first,
              int expected_second_x,
              int expected_second_y)
{
  GtkWidget *box = g_object_new (CULPRIT_TYPE_PAIR_BOX, NULL);
  GtkWidget *holder = gtk_fixed_new ();
  GtkWidget *first = gtk_drawing_area_new ();
  GtkWidget *second = gtk_drawing_area_new ();
  GtkWindow *window;
  int height;
  double x, y;

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (first), first_width);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (first), 20);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (second), second_width);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (second), 20);
  culprit_pair_box_set (CULPRIT_PAIR_BOX (box), first, second);
  gtk_fixed_put (GTK_FIXED (holder), box, 0, 0);
  window = widget_test_show (holder, 600, 200);

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, ==, expected_second_y + 20);
  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, width, height }, -1);
  gtk_widget_translate_coordinates (second, box, 0, 0, &x, &y);
  g_assert_cmpint (gtk_widget_get_width (first), ==, expected_first);
  g_assert_cmpint ((int) x, ==, expected_second_x);
  g_assert_cmpint ((int) y, ==, expected_second_y);

  gtk_window_destroy (window);
}

static void
test_places (void)
{
  /* Halves, the second one small, and one under the other. */
  check_places (50, 80, 212, 100, 112, 0);
  check_places (130, 70, 212, 130, 142, 0);
  check_places (130, 71, 212, 212, 0, 32);
}

static void
test_right_to_left (void)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  check_places (50, 80, 212, 100, 0, 0);
  check_places (130, 70, 212, 130, 0, 0);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/pair-box/places", test_places);
    g_test_add_func ("/pair-box/right-to-left", test_right_to_left);
  }

  return g_test_run ();
}
