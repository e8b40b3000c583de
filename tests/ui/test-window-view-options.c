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

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv))
    g_test_add_func ("/window-view-options/colours", test_colours);

  return g_test_run ();
}
