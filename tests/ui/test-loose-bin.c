/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "loose-bin.h"

#include "widget-test.h"

static void
check_child (GtkTextDirection direction,
             int              width,
             int              expected_x,
             int              expected_width)
{
  GtkWidget *bin = g_object_new (CULPRIT_TYPE_LOOSE_BIN, NULL);
  GtkWidget *child = gtk_drawing_area_new ();
  GtkWindow *window;
  int minimum, natural;
  double x;

  gtk_widget_set_direction (bin, direction);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (child), 300);
  culprit_loose_bin_set_child (CULPRIT_LOOSE_BIN (bin), child);
  window = widget_test_show (bin, 400, 100);

  gtk_widget_measure (bin, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 0);
  g_assert_cmpint (natural, ==, 300);
  gtk_widget_size_allocate (bin, &(GtkAllocation) { 0, 0, width, 40 }, -1);
  gtk_widget_translate_coordinates (child, bin, 0, 0, &x, NULL);
  g_assert_cmpint ((int) x, ==, expected_x);
  g_assert_cmpint (gtk_widget_get_width (child), ==, expected_width);

  gtk_window_destroy (window);
}

static void
test_room (void)
{
  check_child (GTK_TEXT_DIR_LTR, 350, 0, 350);
  check_child (GTK_TEXT_DIR_RTL, 350, 0, 350);
}

static void
test_no_room (void)
{
  check_child (GTK_TEXT_DIR_LTR, 200, 0, 300);
  check_child (GTK_TEXT_DIR_RTL, 200, -100, 300);
}

static void
test_without_child (void)
{
  GtkWidget *bin = g_object_new (CULPRIT_TYPE_LOOSE_BIN, "child", gtk_label_new ("x"), NULL);
  GtkWindow *window = widget_test_show (bin, 400, 100);

  culprit_loose_bin_set_child (CULPRIT_LOOSE_BIN (bin), NULL);
  g_assert_null (gtk_widget_get_first_child (bin));

  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/loose-bin/room", test_room);
    g_test_add_func ("/loose-bin/no-room", test_no_room);
    g_test_add_func ("/loose-bin/without-child", test_without_child);
  }

  return g_test_run ();
}
