/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "range-bar.h"
#include "widget-test.h"

static void
count_change (CulpritRangeBar *bar,
              gint64           lines,
              gint64          *ret_lines)
{
  *ret_lines = lines;
}

static void
test_words (void)
{
  GtkWidget *bar = culprit_range_bar_new ();
  GtkWindow *window = widget_test_show (bar, 1280, 100);

  culprit_range_bar_set_width_class (CULPRIT_RANGE_BAR (bar), WIDTH_WIDER);
  culprit_range_bar_update (CULPRIT_RANGE_BAR (bar), 525, 2301, 52630);
  widget_test_wait (50);
  g_assert_nonnull (widget_test_label (bar, "lines"));
  g_assert_nonnull (widget_test_label (bar, "Copy Last 525 Lines"));

  culprit_range_bar_update (CULPRIT_RANGE_BAR (bar), 1, 2301, 5);
  widget_test_wait (50);
  g_assert_nonnull (widget_test_label (bar, "line"));
  g_assert_nonnull (widget_test_label (bar, "Copy Last 1 Line"));

  gtk_window_destroy (window);
}

static void
test_number (void)
{
  GtkWidget *bar = culprit_range_bar_new ();
  GtkWindow *window = widget_test_show (bar, 1280, 100);
  GtkWidget *spin = widget_test_find (bar, GTK_TYPE_SPIN_BUTTON, NULL);
  gint64 lines = -1;

  g_signal_connect (bar, "lines-changed", G_CALLBACK (count_change), &lines);
  culprit_range_bar_update (CULPRIT_RANGE_BAR (bar), 525, 2301, 52630);
  g_assert_cmpint (lines, ==, -1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 600);
  g_assert_cmpint (lines, ==, 600);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 100000);
  g_assert_cmpint (lines, ==, 2301);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 0);
  g_assert_cmpint (lines, ==, 1);

  culprit_range_bar_update (CULPRIT_RANGE_BAR (bar), 0, 0, 0);
  g_assert_false (gtk_widget_get_sensitive (spin));

  gtk_window_destroy (window);
}

/* The keyboard is nowhere, rather than in what takes none: GTK would warn. */
static void
test_keyboard_in_the_number (void)
{
  GtkWidget *bar = culprit_range_bar_new ();
  GtkWindow *window = widget_test_show (bar, 1280, 100);
  GtkWidget *spin = widget_test_find (bar, GTK_TYPE_SPIN_BUTTON, NULL);

  culprit_range_bar_update (CULPRIT_RANGE_BAR (bar), 525, 2301, 52630);
  g_assert_true (gtk_widget_grab_focus (spin));
  widget_test_wait (100);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window), spin));
  culprit_range_bar_update (CULPRIT_RANGE_BAR (bar), 0, 0, 0);
  g_assert_false (gtk_widget_get_sensitive (spin));
  widget_test_wait (100);
  g_assert_null (gtk_window_get_focus (window));

  gtk_window_destroy (window);
}

static void
test_widths (void)
{
  GtkWidget *bar = culprit_range_bar_new ();
  GtkWindow *window = widget_test_show (bar, 400, 100);
  int wide_height, narrow_height, natural_width;

  culprit_range_bar_update (CULPRIT_RANGE_BAR (bar), 525, 2301, 52630);
  culprit_range_bar_set_width_class (CULPRIT_RANGE_BAR (bar), WIDTH_WIDER);
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, -1, &wide_height, NULL, NULL, NULL);
  widget_test_wait (50);
  g_assert_nonnull (widget_test_label (bar, "Copy Last 525 Lines"));

  culprit_range_bar_set_width_class (CULPRIT_RANGE_BAR (bar), WIDTH_NARROW);
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, -1, &narrow_height, NULL, NULL, NULL);
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural_width, NULL, NULL);
  widget_test_wait (50);
  g_assert_null (widget_test_label (bar, "Copy Last 525 Lines"));

  g_assert_cmpint (narrow_height, >, wide_height);
  g_assert_cmpint (natural_width, <=, 360);

  gtk_window_destroy (window);
}

static void
set_dpi (int dpi)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi * PANGO_SCALE, NULL);
}

static void
check_fits (GtkWidget *bar,
            int        width)
{
  GtkWidget *label = widget_test_label (bar, "Copy Comment");
  graphene_rect_t bounds;

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_compute_bounds (label, bar, &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, width);
}

/* Large text brings one button under the other, and a wider bar back beside it. */
static void
test_large_text (void)
{
  GtkWidget *bar = culprit_range_bar_new ();
  GtkWindow *window = widget_test_show (bar, 360, 100);
  int narrow_height, large_height;

  culprit_range_bar_update (CULPRIT_RANGE_BAR (bar), 525, 2301, 52630);
  culprit_range_bar_set_reported (CULPRIT_RANGE_BAR (bar), TRUE);
  culprit_range_bar_set_width_class (CULPRIT_RANGE_BAR (bar), WIDTH_NARROW);
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, 360, &narrow_height, NULL, NULL, NULL);
  set_dpi (96 * 2);
  widget_test_wait (100);
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, 360, &large_height, NULL, NULL, NULL);
  g_assert_cmpint (large_height, >, narrow_height * 5 / 4);
  check_fits (bar, 360);
  set_dpi (96 * 3 / 2);
  widget_test_wait (100);
  g_assert_true (widget_test_whole (bar, "52.6\302\240kB"));
  g_assert_null (widget_test_label (bar, "lines"));
  set_dpi (96);
  widget_test_wait (100);
  check_fits (bar, 360);
  g_assert_true (widget_test_whole (bar, "lines"));
  g_assert_true (widget_test_whole (bar, "52.6\302\240kB"));
  culprit_range_bar_set_width_class (CULPRIT_RANGE_BAR (bar), WIDTH_WIDER);
  widget_test_wait (50);
  g_assert_nonnull (widget_test_label (bar, "Copy Comment"));

  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/range-bar/words", test_words);
    g_test_add_func ("/range-bar/number", test_number);
    g_test_add_func ("/range-bar/keyboard-in-the-number", test_keyboard_in_the_number);
    g_test_add_func ("/range-bar/widths", test_widths);
    g_test_add_func ("/range-bar/large-text", test_large_text);
  }

  return g_test_run ();
}
