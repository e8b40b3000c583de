/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "known-bar.h"

#include "widget-sample.h"
#include "widget-test.h"

static void
test_issues (void)
{
  g_autoptr (GPtrArray) issues = sample_issues_new ();
  GtkWidget *bar = culprit_known_bar_new ();
  GtkWindow *window = widget_test_show (bar, 500, 100);

  g_assert_false (culprit_known_bar_has_content (CULPRIT_KNOWN_BAR (bar)));
  sample_add_issue (issues, 12, "Page breaks", KNOWN_MATCH_TEST);
  culprit_known_bar_set_issues (CULPRIT_KNOWN_BAR (bar), issues);
  g_assert_true (culprit_known_bar_has_content (CULPRIT_KNOWN_BAR (bar)));
  g_assert_nonnull (widget_test_label (bar, "Already reported: #12"));
  g_assert_nonnull (widget_test_label (bar, "Open · Page breaks"));
  g_assert_null (widget_test_find (bar, GTK_TYPE_MENU_BUTTON, NULL));

  culprit_known_bar_set_issues (CULPRIT_KNOWN_BAR (bar), NULL);
  g_assert_false (culprit_known_bar_has_content (CULPRIT_KNOWN_BAR (bar)));

  gtk_window_destroy (window);
}

static void
test_more_issues (void)
{
  g_autoptr (GPtrArray) issues = sample_issues_new ();
  GtkWidget *bar = culprit_known_bar_new ();
  GtkWindow *window = widget_test_show (bar, 500, 300);
  GtkWidget *button;

  sample_add_issue (issues, 12, "Page breaks", KNOWN_MATCH_TEST);
  sample_add_issue (issues, 13, "Other page breaks", KNOWN_MATCH_FILE);
  culprit_known_bar_set_issues (CULPRIT_KNOWN_BAR (bar), issues);
  button = widget_test_find (bar, GTK_TYPE_MENU_BUTTON, NULL);
  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "All Issues That May Report It");
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  widget_test_wait (50);
  g_assert_nonnull (widget_test_label (button, "Perhaps reported: #13"));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  widget_test_wait (50);

  gtk_window_destroy (window);
}

/* In a narrow window with large text. */
static void
test_little_room (void)
{
  g_autoptr (GPtrArray) issues = sample_issues_new ();
  GtkWidget *bar = culprit_known_bar_new ();
  GtkWindow *window = widget_test_show (bar, 360, 100);

  sample_add_issue (issues, 31810, "Page breaks", KNOWN_MATCH_TEST);
  sample_add_issue (issues, 13, "Other page breaks", KNOWN_MATCH_FILE);
  culprit_known_bar_set_narrow (CULPRIT_KNOWN_BAR (bar), TRUE);
  culprit_known_bar_set_issues (CULPRIT_KNOWN_BAR (bar), issues);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 3 / 2 * PANGO_SCALE, NULL);
  widget_test_wait (100);
  g_assert_cmpint (gtk_widget_get_width (bar), ==, 360);
  g_assert_true (widget_test_whole (bar, "Already reported: #31810"));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * PANGO_SCALE, NULL);

  gtk_window_destroy (window);
}

static void
test_verdict (void)
{
  GtkWidget *bar = culprit_known_bar_new ();
  GtkWindow *window = widget_test_show (bar, 500, 100);

  culprit_known_bar_set_verdict (CULPRIT_KNOWN_BAR (bar), NULL, FALSE, FALSE);
  g_assert_false (culprit_known_bar_has_content (CULPRIT_KNOWN_BAR (bar)));
  culprit_known_bar_set_verdict (CULPRIT_KNOWN_BAR (bar), NULL, TRUE, FALSE);
  g_assert_nonnull (widget_test_label (bar, "Ask main"));
  culprit_known_bar_set_verdict (CULPRIT_KNOWN_BAR (bar), NULL, TRUE, TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget_test_find (bar, GTK_TYPE_SPINNER, NULL)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Looking at main’s builds");
  culprit_known_bar_set_verdict (CULPRIT_KNOWN_BAR (bar), "Broken on main since #12", TRUE, FALSE);
  g_assert_nonnull (widget_test_label (bar, "Broken on main since #12"));
  g_assert_null (widget_test_label (bar, "Ask main"));

  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/known-bar/issues", test_issues);
    g_test_add_func ("/known-bar/more-issues", test_more_issues);
    g_test_add_func ("/known-bar/little-room", test_little_room);
    g_test_add_func ("/known-bar/verdict", test_verdict);
  }

  return g_test_run ();
}
