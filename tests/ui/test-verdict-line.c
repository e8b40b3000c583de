/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "verdict-line.h"

#include "widget-test.h"

static void
test_verdicts (void)
{
  GtkWidget *line = culprit_verdict_line_new ();
  GtkWindow *window = widget_test_show (line, 200, 100);

  g_assert_false (gtk_widget_get_visible (line));

  culprit_verdict_line_set (CULPRIT_VERDICT_LINE (line), CULPRIT_VERDICT_GOOD, "Matches 2 of 2 failing");
  g_assert_nonnull (widget_test_label (line, "Matches 2 of 2 failing"));
  g_assert_true (gtk_widget_has_css_class (line, "success"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Matches 2 of 2 failing");

  culprit_verdict_line_set (CULPRIT_VERDICT_LINE (line), CULPRIT_VERDICT_WARNING, "Job is unknown");
  g_assert_nonnull (widget_test_label (line, "Job is unknown"));
  g_assert_true (gtk_widget_has_css_class (line, "warning"));
  g_assert_false (gtk_widget_has_css_class (line, "success"));

  culprit_verdict_line_set (CULPRIT_VERDICT_LINE (line), CULPRIT_VERDICT_NONE, NULL);
  g_assert_false (gtk_widget_get_visible (line));

  gtk_window_destroy (window);
}

/* Text that wraps gets the height that it needs, and needs no more where it is as wide as it likes: GTK would warn. */
static void
test_sizes (void)
{
  GtkWidget *line = culprit_verdict_line_new ();
  GtkWindow *window = widget_test_show (line, 60, 400);
  int least;

  culprit_verdict_line_set (CULPRIT_VERDICT_LINE (line), CULPRIT_VERDICT_GOOD,
                            "Matches 2 of 2 failing; no test passed in this log");
  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  for (int width = 100; width < 600; width += 50) {
    int minimum, natural;

    gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
    g_assert_cmpint (natural, >=, 16);
    g_assert_cmpint (natural, >=, least);
  }
  widget_test_wait (50);
  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/verdict-line/verdicts", test_verdicts);
    g_test_add_func ("/verdict-line/sizes", test_sizes);
  }

  return g_test_run ();
}
