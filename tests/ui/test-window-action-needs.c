/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "widget-test.h"
#include "window-test.h"

static void
assert_enabled (CulpritWindow      *window,
                const char *const  *names,
                gboolean            expected)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (window_test_is_enabled (window, names[i]) != expected)
      g_error ("%s is %s", names[i], expected ? "disabled" : "enabled");
}

static void
test_empty (void)
{
  const char *there[] = { "open", "paste", "close-tab", "fullscreen", NULL };
  const char *missing[] = {
    "back", "cancel", "copy-comment", "copy-commit", "copy-failure", "copy-field", "copy-issue",
    "copy-job", "copy-rerun", "copy-rerun-loop", "copy-selection", "copy-tail", "copy-title",
    "copy-markdown", "copy-numbered", "copy-to-end", "follow", "go-to-cause", "new-tab", "next-failure", "open-form", "previous-failure", "reopen-tab",
    "search-tracker", "show-failures", "show-issue", "zoom-in", NULL
  };
  CulpritWindow *window = window_test_new ();

  g_assert_null (culprit_window_get_page (window));
  window_test_expect (window, "Drop a Failed Log");
  assert_enabled (window, there, TRUE);
  assert_enabled (window, missing, FALSE);

  window_test_end (window);
}

static void
test_loaded (void)
{
  const char *there[] = {
    "copy-comment", "copy-commit", "copy-failure", "copy-field", "copy-issue", "copy-job",
    "copy-rerun", "copy-rerun-loop", "copy-tail", "copy-title", "copy-to-end", "follow", "new-tab", "next-failure",
    "previous-failure", "show-failures", "show-issue", "zoom-in", NULL
  };
  const char *missing[] = { "back", "cancel", "copy-markdown", "copy-numbered", "copy-selection", "reopen-tab", NULL };
  CulpritWindow *window = window_test_new ();
  CulpritLogPage *page;

  window_test_open (window, "buildkite-pytest.log");
  page = culprit_window_get_page (window);

  g_assert_nonnull (culprit_log_page_get_issue (page));
  g_assert_cmpint (culprit_log_page_get_selected (page), ==, 0);
  assert_enabled (window, there, TRUE);
  assert_enabled (window, missing, FALSE);

  window_test_end (window);
}

static void
test_passed (void)
{
  const char *missing[] = { "copy-failure", "copy-issue", "copy-title", "copy-rerun", "copy-comment",
                            "next-failure", "go-to-cause", "open-form", NULL };
  CulpritWindow *window = window_test_new ();

  window_test_open (window, "buildkite-passed.log");
  window_test_expect (window, "No Failure Found");
  g_assert_true (window_test_is_enabled (window, "copy-tail"));
  assert_enabled (window, missing, FALSE);

  window_test_end (window);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/window-action-needs/empty", test_empty);
    g_test_add_func ("/window-action-needs/loaded", test_loaded);
    g_test_add_func ("/window-action-needs/passed", test_passed);
  }

  return g_test_run ();
}
