/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "settings.h"
#include "widget-test.h"
#include "window-test.h"

static gboolean
has_colours (CulpritWindow *window)
{
  gboolean colours;

  g_object_get (culprit_log_page_get_view (culprit_window_get_page (window)), "log-colours", &colours, NULL);

  return colours;
}

/* One switch for all windows, also for those that come later. */
static void
test_colours (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritWindow *other = window_test_new ();
  CulpritWindow *later;

  window_test_open (window, "buildkite-pytest.log");
  window_test_open (other, "buildkite-pytest.log");
  g_assert_true (has_colours (window));

  window_test_activate (window, "log-colours", NULL);
  g_assert_false (has_colours (window));
  g_assert_false (has_colours (other));
  g_assert_false (g_settings_get_boolean (settings_get (), "log-colours"));
  window_test_open (window, "buildkite-crash.log");
  g_assert_false (has_colours (window));
  later = window_test_new ();
  window_test_open (later, "buildkite-pytest.log");
  g_assert_false (has_colours (later));

  window_test_activate (other, "log-colours", NULL);
  g_assert_true (has_colours (window));

  window_test_end (window);
  window_test_end (other);
  window_test_end (later);
}

static gboolean
has_short_prefixes (CulpritWindow *window)
{
  gboolean short_prefixes;

  g_object_get (culprit_log_page_get_view (culprit_window_get_page (window)), "short-prefixes", &short_prefixes, NULL);

  return short_prefixes;
}

static void
test_prefixes (void)
{
  CulpritWindow *window = window_test_new ();

  window_test_open (window, "buildkite-pytest.log");
  g_assert_true (has_short_prefixes (window));
  window_test_activate (window, "short-prefixes", NULL);
  g_assert_false (has_short_prefixes (window));
  g_assert_false (g_settings_get_boolean (settings_get (), "short-prefixes"));
  window_test_activate (window, "short-prefixes", NULL);
  g_assert_true (has_short_prefixes (window));
  window_test_end (window);
}

static gint64
get_width (CulpritWindow *window)
{
  GtkAdjustment *adjustment =
    gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (culprit_log_page_get_view (culprit_window_get_page (window))));

  widget_test_wait (100);

  return (gint64) (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));
}

/* A ruler that is as long as its terminal was wide makes the log that wide; a line that is wrapped does not. */
static void
test_widths (void)
{
  CulpritWindow *window = window_test_new ();
  gint64 fitted;

  gtk_window_set_default_size (GTK_WINDOW (window), 420, 600);
  window_test_open (window, "runners/catch2-passed.log");
  fitted = get_width (window);
  window_test_activate (window, "fit-rulers", NULL);
  g_assert_cmpint (get_width (window), >, fitted);
  window_test_activate (window, "wrap", NULL);
  g_assert_cmpint (get_width (window), ==, 0);
  window_test_activate (window, "wrap", NULL);
  g_assert_cmpint (get_width (window), >, fitted);
  window_test_activate (window, "fit-rulers", NULL);

  window_test_end (window);
}

static void
check_times (CulpritWindow *window,
             const char    *expected)
{
  g_autofree char *times = NULL;

  g_object_get (culprit_log_page_get_view (culprit_window_get_page (window)), "line-times", &times, NULL);
  g_assert_cmpstr (times, ==, expected);
}

/* Of a log that has them. */
static void
test_times (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritWindow *other = window_test_new ();

  g_assert_false (window_test_is_enabled (window, "line-times"));
  window_test_open (window, "runners/automake.log");
  g_assert_false (window_test_is_enabled (window, "line-times"));
  g_assert_false (window_test_is_enabled (window, "next-line-times"));
  window_test_open (window, "stamped-pytest.log");
  window_test_open (other, "stamped-pytest.log");
  check_times (window, "none");

  window_test_activate (window, "line-times", g_variant_new_string ("since-start"));
  check_times (window, "since-start");
  check_times (other, "since-start");
  widget_test_wait (50);
  window_test_activate (other, "next-line-times", NULL);
  check_times (window, "since-line");
  window_test_activate (window, "next-line-times", NULL);
  check_times (window, "none");

  window_test_end (window);
  window_test_end (other);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/window-view-options/colours", test_colours);
    g_test_add_func ("/window-view-options/prefixes", test_prefixes);
  g_test_add_func ("/window-view-options/widths", test_widths);
    g_test_add_func ("/window-view-options/times", test_times);
  }

  return g_test_run ();
}
